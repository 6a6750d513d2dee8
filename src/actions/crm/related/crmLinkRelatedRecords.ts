import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { linkedIds, linkedRecords, parentRecordId, relatedList } from "../../../inputs/crm/related";
import { updatableModule } from "../../../inputs/modules";
import { externalIdField } from "../../../inputs/records";
import { manyInputs } from "../../../inputs/writing";
import { linkedExample } from "../../../outputs/crm/related";
import { writes } from "../../../outputs/output";
import { linkRelatedRecords } from "../../../zoho/crm/related/related";

export const crmLinkRelatedRecords = action({
  display: {
    label: "CRM - Link Related Records",
    description: "Puts any number of records on a related list of a record and reports what became of each.",
  },
  inputs: {
    connection,
    recordType: updatableModule,
    recordId: parentRecordId,
    externalIdField,
    relatedList,
    recordIds: linkedIds,
    records: linkedRecords,
    ...manyInputs,
  },
  perform: (context, { connection, ...input }) =>
    onCrm(context, connection, (crm) => linkRelatedRecords(crm, input)),
  ...writes(linkedExample),
});
