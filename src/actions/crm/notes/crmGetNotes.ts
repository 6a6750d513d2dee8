import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { notedModule, notedRecordId, noteFields } from "../../../inputs/crm/notes";
import { pagingInputs, sortBy, sortOrder } from "../../../inputs/paging";
import { notesExample } from "../../../outputs/crm/notes";
import { reads } from "../../../outputs/output";
import { getNotes } from "../../../zoho/crm/notes/notes";

export const crmGetNotes = action({
  display: {
    label: "CRM - Get Notes",
    description: "Returns the notes of a record or of the whole organisation, one page or all of them.",
  },
  inputs: {
    connection,
    recordType: notedModule,
    recordId: notedRecordId,
    fields: noteFields,
    ...pagingInputs,
    sort_by: sortBy,
    sort_order: sortOrder,
  },
  perform: (context, { connection, ...input }) => onCrm(context, connection, (crm) => getNotes(crm, input)),
  ...reads(notesExample),
});
