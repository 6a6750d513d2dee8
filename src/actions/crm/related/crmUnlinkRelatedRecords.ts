import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { parentRecordId, relatedList, unlinkedIds } from "../../../inputs/crm/related";
import { updatableModule } from "../../../inputs/modules";
import { externalIdField } from "../../../inputs/records";
import { manyInputs } from "../../../inputs/writing";
import { unlinkedExample } from "../../../outputs/crm/related";
import { writes } from "../../../outputs/output";
import { unlinkRelatedRecords } from "../../../zoho/crm/related/related";

export const crmUnlinkRelatedRecords = action({
  display: {
    label: "CRM - Unlink Related Records",
    description:
      "Takes any number of records off a related list of a record, without deleting them, and reports what became of each.",
  },
  inputs: {
    connection,
    recordType: updatableModule,
    recordId: parentRecordId,
    externalIdField,
    relatedList,
    recordIds: unlinkedIds,
    ...manyInputs,
  },
  perform: (context, { connection, ...input }) =>
    onCrm(context, connection, (crm) => unlinkRelatedRecords(crm, input)),
  ...writes(unlinkedExample),
});
