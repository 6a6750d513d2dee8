import { input } from "@prismatic-io/spectral";
import { crmAction } from "../../define";
import { flag, optionalChoice, requiredId } from "../../inputs/cleaners";
import { recordId } from "../../inputs/records";
import { convertInventoryRecord } from "../../zoho/crm/inventory";
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
