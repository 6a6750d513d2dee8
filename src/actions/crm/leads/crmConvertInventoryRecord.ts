import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import {
  carryOverRecordTags,
  convertTo,
  inventoryModule,
  inventoryRecordId,
} from "../../../inputs/crm/leads";
import { inventoryConvertedExample } from "../../../outputs/crm/leads";
import { writes } from "../../../outputs/output";
import { convertInventoryRecord } from "../../../zoho/crm/leads/inventory";

export const crmConvertInventoryRecord = action({
  display: {
    label: "CRM - Convert Inventory Record",
    description:
      "Makes a sales order or an invoice of a quote, or an invoice of a sales order, with its line items.",
  },
  inputs: {
    connection,
    recordType: inventoryModule,
    recordId: inventoryRecordId,
    convertTo,
    carryOverTags: carryOverRecordTags,
  },
  perform: (context, { connection, ...input }) =>
    onCrm(context, connection, (crm) => convertInventoryRecord(crm, input)),
  ...writes(inventoryConvertedExample),
});
