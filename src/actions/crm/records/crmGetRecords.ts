import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { viewableModule } from "../../../inputs/modules";
import { pagingInputs, sortBy, sortOrder } from "../../../inputs/paging";
import { converted, customViewId, fields, ids, modifiedSince } from "../../../inputs/records";
import { recordListExample } from "../../../outputs/crm/records";
import { reads } from "../../../outputs/output";
import { getRecords } from "../../../zoho/crm/records/records";

export const crmGetRecords = action({
  display: {
    label: "CRM - Get Records",
    description: "Returns the records of a module, one page or all of them.",
  },
  inputs: {
    connection,
    recordType: viewableModule,
    fields,
    ...pagingInputs,
    sort_by: sortBy,
    sort_order: sortOrder,
    customViewId,
    ids,
    converted,
    modifiedSince,
  },
  perform: (context, { connection, ...input }) => onCrm(context, connection, (crm) => getRecords(crm, input)),
  ...reads(recordListExample),
});
