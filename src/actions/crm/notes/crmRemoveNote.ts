import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { noteId } from "../../../inputs/crm/notes";
import { noteRemovedExample } from "../../../outputs/crm/notes";
import { writes } from "../../../outputs/output";
import { removeNote } from "../../../zoho/crm/notes/notes";

export const crmRemoveNote = action({
  display: {
    label: "CRM - Remove Note",
    description: "Moves a note to the recycle bin.",
  },
  inputs: {
    connection,
    noteId,
  },
  perform: (context, { connection, ...input }) => onCrm(context, connection, (crm) => removeNote(crm, input)),
  ...writes(noteRemovedExample),
});
