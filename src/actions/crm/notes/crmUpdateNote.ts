import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { noteContent, noteId, noteTitle } from "../../../inputs/crm/notes";
import { noteUpdatedExample } from "../../../outputs/crm/notes";
import { writes } from "../../../outputs/output";
import { updateNote } from "../../../zoho/crm/notes/notes";

export const crmUpdateNote = action({
  display: {
    label: "CRM - Update Note",
    description: "Changes the title or the text of a note.",
  },
  inputs: {
    connection,
    noteId,
    noteTitle,
    noteContent,
  },
  perform: (context, { connection, ...input }) => onCrm(context, connection, (crm) => updateNote(crm, input)),
  ...writes(noteUpdatedExample),
});
