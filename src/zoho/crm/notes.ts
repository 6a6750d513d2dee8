import type { JsonObject } from "../core/json";
import { inputError } from "../http/errors";
import { type Crm, sendItem } from "./crm";
import { type PagingInput, readList } from "./paging";
import { recordOperations } from "./records/operations";
import { addressOf, type RecordKey } from "./records/records";
import { removeRecord } from "./records/write/update";

/** Notes of records. */
export const noteOperations = {
  getNotes: {
    method: "GET",
    path: "/crm/{version}/{module}/{id}/Notes",
    safety: "safe",
    class: "standard",
    scope: "ZohoCRM.modules.notes.READ",
    credits: 1,
    success: [200, 204, 304],
    answers: "data",
  },
  createNote: {
    method: "POST",
    path: "/crm/{version}/{module}/{id}/Notes",
    safety: "unsafe",
    class: "standard",
    scope: "ZohoCRM.modules.notes.CREATE",
    credits: 1,
    success: [200, 201, 202],
    items: "data",
  },
} as const;

/** What a note says: a title of up to 120 characters, and up to 65,535 characters of text. */
export interface NoteText {
  readonly noteTitle?: string;
  readonly noteContent?: string;
}

/** Zoho's answer to the write of one note. */
export interface WrittenNote {
  readonly data: readonly [JsonObject];
}

/** The note as Zoho wants it; what is left out stays as it is. */
function noteOf({ noteTitle, noteContent }: NoteText): JsonObject {
  if (!noteTitle && !noteContent)
    throw inputError("crm", "Note Content: expected a title or a text, got neither");
  return {
    ...(noteTitle ? { Note_Title: noteTitle } : {}),
    ...(noteContent ? { Note_Content: noteContent } : {}),
  };
}

/**
 * Adds a note to a record.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/create-notes.html
 */
export async function createNote(
  crm: Crm,
  { noteTitle, noteContent, ...key }: RecordKey & NoteText,
): Promise<WrittenNote> {
  const body = { data: [noteOf({ noteTitle, noteContent })] };
  return { data: [await sendItem(crm, noteOperations.createNote, { ...addressOf(key), body })] };
}

/**
 * Changes the title or the text of a note.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/update-notes.html
 */
export async function updateNote(
  crm: Crm,
  { noteId, ...text }: NoteText & { noteId: string },
): Promise<WrittenNote> {
  const call = { path: { module: "Notes", id: noteId }, body: { data: [noteOf(text)] } };
  return { data: [await sendItem(crm, recordOperations.updateRecord, call)] };
}

/**
 * Moves a note to the recycle bin.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/delete-notes.html
 */
export const removeNote = (crm: Crm, { noteId }: { noteId: string }): Promise<WrittenNote> =>
  removeRecord(crm, { recordType: "Notes", recordId: noteId });

export interface NotesInput extends PagingInput {
  /** The record whose notes to list; the notes of the whole organisation without both. */
  readonly recordType?: string;
  readonly recordId?: string;
  /** API names; title, text, record and stamps when empty. */
  readonly fields?: readonly string[];
  readonly sort_by?: string;
  readonly sort_order?: "asc" | "desc";
}

const allFields = [
  "Note_Title",
  "Note_Content",
  "Parent_Id",
  "Owner",
  "Created_By",
  "Created_Time",
  "Modified_By",
  "Modified_Time",
];

/**
 * The notes of a record, or of the organisation, by page or all of them.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-notes.html
 */
export async function getNotes(
  crm: Crm,
  { recordType, recordId, fields = [], sort_by, sort_order, ...paging }: NotesInput,
): Promise<{ data: JsonObject[]; info: JsonObject }> {
  if (Boolean(recordType) !== Boolean(recordId)) {
    throw inputError(
      "crm",
      "Record ID: expected both a Record Type and a Record ID, or neither for all notes",
    );
  }
  const query = { fields: fields.length > 0 ? fields : allFields, sort_by, sort_order };
  const { rows, info } =
    recordType && recordId
      ? await readList(
          crm,
          noteOperations.getNotes,
          { ...addressOf({ recordType, recordId }), query },
          "data",
          paging,
        )
      : await readList(
          crm,
          recordOperations.listRecords,
          { path: { module: "Notes" }, query },
          "data",
          paging,
        );
  return { data: rows, info };
}
