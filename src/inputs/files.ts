import { input } from "@prismatic-io/spectral";
import { optionalFile, optionalText } from "./cleaners";

export const file = input({
  label: "File",
  type: "data",
  comments:
    "The file to upload: a file from an earlier step, or text. Maximum is 100 MB; some editions allow less.",
  example: "a reference to a step that returns a file",
  clean: optionalFile("File"),
});

export const fileName = input({
  label: "File Name",
  type: "string",
  placeholder: "Enter a file name",
  comments: "The name that the file gets in Zoho, with its extension.",
  example: "contract.pdf",
  clean: optionalText("File Name"),
});
