import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { parentRecordId, relatedFields, relatedIds, relatedList } from "../../../inputs/crm/related";
import { viewableModule } from "../../../inputs/modules";
import { pagingInputs, sortBy, sortOrder } from "../../../inputs/paging";
import { converted, externalIdField, modifiedSince } from "../../../inputs/records";
import { relatedRecordsExample } from "../../../outputs/crm/related";
import { reads } from "../../../outputs/output";
import { getRelatedRecords } from "../../../zoho/crm/related/related";

export const crmGetRelatedRecords = action({
  display: {
    label: "CRM - Get Related Records",
    description: "Returns the records of a related list of a record, one page or all of them.",
  },
  inputs: {
    connection,
    recordType: viewableModule,
    recordId: parentRecordId,
    externalIdField,
    relatedList,
    fields: relatedFields,
    ...pagingInputs,
    sort_by: sortBy,
    sort_order: sortOrder,
    ids: relatedIds,
    converted,
    modifiedSince,
  },
  perform: (context, { connection, ...input }) =>
    onCrm(context, connection, (crm) => getRelatedRecords(crm, input)),
  ...reads(relatedRecordsExample),
});
