import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { deletedSince, deletedType } from "../../../inputs/crm/recordActions";
import { viewableModule } from "../../../inputs/modules";
import { fetchAll, maxRecords, page, perPage } from "../../../inputs/paging";
import { deletedExample } from "../../../outputs/crm/recordActions";
import { reads } from "../../../outputs/output";
import { getDeletedRecords } from "../../../zoho/crm/recordActions/deleted";

export const crmGetDeletedRecords = action({
  display: {
    label: "CRM - Get Deleted Records",
    description:
      "Returns the deleted records of a module, in the recycle bin or gone for good, one page or all of them.",
  },
  inputs: {
    connection,
    recordType: viewableModule,
    type: deletedType,
    since: deletedSince,
    fetchAll,
    maxRecords,
    page,
    per_page: perPage,
  },
  perform: (context, { connection, ...input }) =>
    onCrm(context, connection, (crm) => getDeletedRecords(crm, input)),
  ...reads(deletedExample),
});
