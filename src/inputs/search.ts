import { input } from "@prismatic-io/spectral";
import { optionalText } from "./cleaners";

export const searchText = input({
  label: "Search Text",
  type: "string",
  placeholder: "Enter a part of a name",
  comments: "Narrows the list to names that contain this text.",
  example: "Burns",
  clean: optionalText("Search Text"),
});
