import { input } from "@prismatic-io/spectral";
import { limitedText, optionalFile, optionalText } from "./cleaners";

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

export const attachmentUrl = input({
  label: "Attachment URL",
  type: "string",
  placeholder: "Enter a URL",
  comments: "The URL to attach as a link, instead of a file. Maximum is 3,000 characters.",
  example: "https://example.com/contract.pdf",
  clean: (value: unknown) => {
    const url = limitedText("Attachment URL", 3_000)(value);
    if (url === undefined || (/^(https?|ftp):\/\//i.test(url) && URL.canParse(url))) return url;
    throw new Error(
      `Attachment URL: expected a URL such as https://example.com/contract.pdf, got ${JSON.stringify(url.slice(0, 80))}.`,
    );
  },
});

export const attachmentTitle = input({
  label: "Link Title",
  type: "string",
  placeholder: "Enter a title",
  comments: "The title of the link that Attachment URL makes. Maximum is 255 characters.",
  example: "Signed contract",
  clean: limitedText("Link Title", 255),
});
