import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { noteContent, noteTitle } from "../../../inputs/crm/notes";
import { viewableModule } from "../../../inputs/modules";
import { recordId } from "../../../inputs/records";
import { noteCreatedExample } from "../../../outputs/crm/notes";
import { writes } from "../../../outputs/output";
import { createNote } from "../../../zoho/crm/notes/notes";

export const crmCreateNote = action({
  display: {
    label: "CRM - Create Note",
    description: "Adds a note to a record.",
  },
  inputs: {
    connection,
    recordType: viewableModule,
    recordId,
    noteTitle,
    noteContent,
  },
  perform: (context, { connection, ...input }) => onCrm(context, connection, (crm) => createNote(crm, input)),
  ...writes(noteCreatedExample),
});
