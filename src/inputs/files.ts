import { input } from "@prismatic-io/spectral";
import { isObject } from "../zoho/core/json";
import { isEmpty, optionalText, refuse, required } from "./cleaners";

const FILE = "a file from an earlier step, or text";
/** A file from an earlier step (`{ data, contentType }` or a Buffer) or plain text; undefined when empty. */
export const optionalFile =
  (label: string) =>
  (value: unknown): { readonly data: Buffer; readonly contentType: string } | undefined => {
    if (isEmpty(value)) return undefined;
    if (Buffer.isBuffer(value)) return { data: value, contentType: "application/octet-stream" };
    if (typeof value === "string") return { data: Buffer.from(value), contentType: "text/plain" };
    if (isObject(value) && (Buffer.isBuffer(value.data) || typeof value.data === "string")) {
      const contentType =
        typeof value.contentType === "string" ? value.contentType : "application/octet-stream";
      return { data: Buffer.from(value.data), contentType };
    }
    return refuse(label, FILE, value);
  };

/** A file: its bytes or its text. */
export const requiredFile = (label: string) => required(label, FILE, optionalFile(label));

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
