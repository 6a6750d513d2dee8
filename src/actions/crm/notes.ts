import { input } from "@prismatic-io/spectral";
import { crmAction } from "../../define";
import { fieldList, limitedText, requiredId } from "../../inputs/cleaners";
import { viewableModule } from "../../inputs/modules";
import { pagingInputs, sortingInput } from "../../inputs/paging";
import { fields, parentOfNote, recordId } from "../../inputs/records";
import { createNote, getNotes, removeNote, updateNote } from "../../zoho/crm/notes";
import { owner, pageInfo, time, writtenDetails } from "./exampleValues";

const noteTitle = input({
  label: "Note Title",
  type: "string",
  placeholder: "Enter a title",
  comments: "The title of the note. Maximum is 120 characters.",
  example: "First call",
  clean: limitedText("Note Title", 120),
});

const noteContent = input({
  label: "Note Content",
  type: "text",
  placeholder: "Enter a text",
  comments: "The text of the note. Maximum is 65,535 characters. A note needs a title or a text.",
  example: "Prefers to be called in the morning.",
  clean: limitedText("Note Content", 65_535),
});

const noteId = input({
  label: "Note ID",
  type: "string",
  required: true,
  dataSource: "selectNote",
  placeholder: "Select a note",
  comments: "The unique identifier of the note.",
  example: "5725767000000540001",
  clean: requiredId("Note ID"),
});

const noteFields = input({
  ...fields,
  dataSource: undefined,
  placeholder: "Enter a field's API name",
  comments:
    "The API names of the fields to return, at most 50. Leave empty for title, text, record, owner, and who created and changed it when.",
  example: "Note_Title",
  clean: fieldList("Fields"),
});

const noteCreatedExample = {
  data: [
    {
      code: "SUCCESS",
      details: { ...writtenDetails, id: "5725767000000540001" },
      message: "record added",
      status: "success",
    },
  ],
};

export const crmCreateNote = crmAction({
  label: "CRM - Create Note",
  description: "Adds a note to a record.",
  inputs: { recordType: viewableModule, recordId, noteTitle, noteContent },
  call: createNote,
  writes: true,
  example: noteCreatedExample,
});

const notesExample = {
  data: [
    {
      Note_Title: "First call",
      Note_Content: "Prefers to be called in the morning.",
      Parent_Id: {
        name: "Ada Burns",
        id: "5725767000000524001",
        module: { api_name: "Leads", id: "5725767000000002175" },
      },
      Owner: owner,
      Created_By: owner,
      Created_Time: time,
      Modified_By: owner,
      Modified_Time: time,
      id: "5725767000000540001",
    },
  ],
  info: pageInfo,
};

export const crmGetNotes = crmAction({
  label: "CRM - Get Notes",
  description: "Returns the notes of a record or of the whole organization, one page or all of them.",
  inputs: {
    ...parentOfNote,
    fields: noteFields,
    ...pagingInputs,
    sorting: sortingInput,
  },
  call: getNotes,
  example: notesExample,
});

const noteRemovedExample = {
  data: [
    { code: "SUCCESS", details: { id: "5725767000000540001" }, message: "record deleted", status: "success" },
  ],
};

export const crmRemoveNote = crmAction({
  label: "CRM - Remove Note",
  description: "Moves a note to the recycle bin.",
  inputs: { noteId },
  call: removeNote,
  writes: true,
  example: noteRemovedExample,
});

const noteUpdatedExample = {
  data: [
    {
      code: "SUCCESS",
      details: { ...writtenDetails, id: "5725767000000540001" },
      message: "record updated",
      status: "success",
    },
  ],
};

export const crmUpdateNote = crmAction({
  label: "CRM - Update Note",
  description: "Changes the title or the text of a note.",
  inputs: { noteId, noteTitle, noteContent },
  call: updateNote,
  writes: true,
  example: noteUpdatedExample,
});
