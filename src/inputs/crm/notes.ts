import { input } from "@prismatic-io/spectral";
import { fieldList, limitedText, optionalApiName, optionalText, requiredId } from "../cleaners";
import { viewableModule } from "../modules";
import { fields, recordId } from "../records";

export const noteTitle = input({
  label: "Note Title",
  type: "string",
  placeholder: "Enter a title",
  comments: "The title of the note. Maximum is 120 characters.",
  example: "First call",
  clean: limitedText("Note Title", 120),
});

export const noteContent = input({
  label: "Note Content",
  type: "text",
  placeholder: "Enter a text",
  comments: "The text of the note. Maximum is 65,535 characters. A note needs a title or a text.",
  example: "Prefers to be called in the morning.",
  clean: limitedText("Note Content", 65_535),
});

export const noteId = input({
  label: "Note ID",
  type: "string",
  required: true,
  placeholder: "Enter a note ID",
  comments: "The unique identifier of the note.",
  example: "5725767000000540001",
  clean: requiredId("Note ID"),
});

export const notedModule = input({
  ...viewableModule,
  required: false,
  comments:
    "The API name of the module of the record whose notes to list. Leave empty, with Record ID, for the notes of the whole organisation, which Zoho lists for administrators alone.",
  clean: optionalApiName("Record Type"),
});

export const notedRecordId = input({
  ...recordId,
  required: false,
  comments: "The unique identifier of the record whose notes to list.",
  clean: optionalText("Record ID"),
});

export const noteFields = input({
  ...fields,
  dataSource: undefined,
  placeholder: "Enter a field's API name",
  comments:
    "The API names of the fields to return, at most 50. Leave empty for title, text, record, owner, and who created and changed it when.",
  example: "Note_Title",
  clean: fieldList("Fields"),
});
