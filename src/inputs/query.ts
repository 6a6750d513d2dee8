import { input } from "@prismatic-io/spectral";
import { keyValues, optionalText } from "./cleaners";

export const parameters = input({
  label: "Parameters",
  type: "string",
  collection: "keyvaluelist",
  comments:
    "Values for the :names of the query. Each is bound as a literal of its column's type, so that no value can change the query. A list fills in (:names).",
  example: "company: ABC Inc.",
  clean: keyValues("Parameters"),
});

export const searchText = input({
  label: "Search Text",
  type: "string",
  placeholder: "Enter a part of a name",
  comments: "Narrows the list to names that contain this text.",
  example: "Burns",
  clean: optionalText("Search Text"),
});
