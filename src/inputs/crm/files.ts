import { input } from "@prismatic-io/spectral";
import { fieldList, requiredFile, requiredId, requiredText } from "../cleaners";
import { file } from "../files";
import { fields } from "../records";

export const attachmentFields = input({
  ...fields,
  dataSource: undefined,
  placeholder: "Enter a field's API name",
  comments:
    "The API names of the fields to return, at most 50. Leave empty for name, size, record, owner, and who attached and changed it when.",
  example: "File_Name",
  clean: fieldList("Fields"),
});

export const photo = input({
  ...file,
  required: true,
  comments: "The image: a file from an earlier step, in PNG, JPEG, GIF or BMP. Maximum is 10 MB.",
  clean: requiredFile("File"),
});

export const fieldFile = input({
  ...file,
  required: true,
  comments: "The file to upload: a file from an earlier step, or text. Maximum is 20 MB.",
  clean: requiredFile("File"),
});

export const fileId = input({
  label: "File ID",
  type: "string",
  required: true,
  placeholder: "Enter a file ID",
  comments:
    "The ID of the file, as Upload File returns it and as File_Id__s of a file or image field holds it.",
  example: "2cceafa194d037b63f2181dd8186486f1eb0360aee76d802b6d376dea97e7",
  clean: requiredText("File ID"),
});

export const attachmentId = input({
  label: "Attachment ID",
  type: "string",
  required: true,
  placeholder: "Enter an attachment ID",
  comments: "The unique identifier of the attachment.",
  example: "5725767000000530001",
  clean: requiredId("Attachment ID"),
});
