import { input } from "@prismatic-io/spectral";
import { crmAction } from "../../define";
import { flag, idList, optionalChoice, optionalId, requiredId } from "../../inputs/cleaners";
import { jobInputs } from "../../inputs/jobs";
import { recordId } from "../../inputs/records";
import { convertInventoryRecord, massConvertInventory } from "../../zoho/crm/inventory";
import { converted } from "./exampleValues";

const sources = ["Quotes", "Sales_Orders"] as const;

const outcomes = ["Sales_Orders", "Invoices"] as const;

const required =
  <T extends string>(label: string, choices: readonly T[]) =>
  (value: unknown): T => {
    const chosen = optionalChoice(label, choices)(value);
    if (chosen !== undefined) return chosen;
    throw new Error(`${label}: expected one of ${choices.join(", ")}, got nothing.`);
  };

const inventoryModule = input({
  label: "Record Type",
  type: "string",
  required: true,
  model: sources.map((name) => ({ label: name.replace("_", " "), value: name })),
  comments: "The module of the record: quotes or sales orders.",
  example: "Quotes",
  clean: required("Record Type", sources),
});

const inventoryRecordId = input({
  ...recordId,
  comments: "The unique identifier of the quote or sales order.",
  clean: requiredId("Record ID"),
});

const convertTo = input({
  label: "Convert To",
  type: "string",
  required: true,
  model: outcomes.map((name) => ({ label: name.replace("_", " "), value: name })),
  comments: "What the record becomes: a quote a sales order or an invoice, a sales order an invoice.",
  example: "Sales_Orders",
  clean: required("Convert To", outcomes),
});

const carryOverRecordTags = input({
  label: "Carry Over Tags",
  type: "boolean",
  default: "false",
  comments: "When true, the new record gets the tags of the record; otherwise Zoho decides.",
  clean: flag("Carry Over Tags"),
});

const inventoryConvertedExample = converted({
  Sales_Orders: { name: "Offer for ten locks", id: "5725767000000524014" },
});

export const crmConvertInventoryRecord = crmAction({
  label: "CRM - Convert Inventory Record",
  description:
    "Makes a sales order or an invoice of a quote, or an invoice of a sales order, with its line items.",
  inputs: {
    recordType: inventoryModule,
    recordId: inventoryRecordId,
    convertTo,
    carryOverTags: carryOverRecordTags,
  },
  call: convertInventoryRecord,
  writes: true,
  example: inventoryConvertedExample,
});

const inventoryRecordIds = input({
  label: "Record IDs",
  type: "string",
  collection: "valuelist",
  placeholder: "Enter a record ID",
  comments:
    "The unique identifiers of the quotes or sales orders. Maximum is 50. Needed unless a Job ID is given.",
  example: "5725767000000524015",
  clean: idList("Record IDs", 50),
});

const newOwner = input({
  label: "Assign To",
  type: "string",
  dataSource: "selectUser",
  placeholder: "Select a user",
  comments:
    "The unique identifier of the user who gets the new records. Leave empty for the owner of each record.",
  example: "5725767000000411001",
  clean: optionalId("Assign To"),
});

const carryOverAllTags = input({
  ...carryOverRecordTags,
  comments: "When true, the new records get the tags of the records that they follow.",
});

const massInventoryExample = {
  data: [
    {
      total_count: 50,
      not_converted_count: 1,
      failed_count: 0,
      converted_count: 49,
      status: "COMPLETED",
      job_id: "5725767000001408012",
    },
  ],
  summary: { total: 50, succeeded: 49, failed: 1, requests: 3, credits: 3 },
};

export const crmMassConvertInventoryRecords = crmAction({
  label: "CRM - Mass Convert Inventory Records",
  description:
    "Makes sales orders or invoices of up to 50 quotes, or invoices of up to 50 sales orders, by a job, waits for it, and returns its counts. The connection needs the scopes ZohoCRM.mass_convert.quotes.CREATE and ZohoCRM.mass_convert.quotes.READ, and for sales orders ZohoCRM.mass_convert.salesorders.CREATE and ZohoCRM.mass_convert.salesorders.READ, besides its default ones.",
  inputs: {
    recordType: inventoryModule,
    recordIds: inventoryRecordIds,
    convertTo,
    carryOverTags: carryOverAllTags,
    assignTo: newOwner,
    ...jobInputs,
  },
  call: massConvertInventory,
  writes: true,
  example: massInventoryExample,
});
