import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { fieldsFrom, jobInputs, masterId, mergeIds } from "../../../inputs/crm/jobs";
import { updatableModule } from "../../../inputs/modules";
import { mergedExample } from "../../../outputs/crm/jobs";
import { writes } from "../../../outputs/output";
import { mergeRecords } from "../../../zoho/crm/jobs/merge";

export const crmMergeRecords = action({
  display: {
    label: "CRM - Merge Records",
    description:
      "Merges one or two duplicates into a record: leads, contacts, accounts, deals, cases and campaigns can be merged.",
  },
  inputs: { connection, recordType: updatableModule, recordId: masterId, mergeIds, fieldsFrom, ...jobInputs },
  perform: (context, { connection, ...input }) =>
    onCrm(context, connection, (crm) => mergeRecords(crm, input)),
  ...writes(mergedExample),
});
