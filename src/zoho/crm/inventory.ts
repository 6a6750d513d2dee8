import type { JsonObject } from "../core/json";
import { inputError } from "../http/errors";
import { type Crm, expectItem } from "./crm";
import { moduleReference } from "./metadata/modules";
import { addressOf } from "./records/records";

/** Conversions of quotes and sales orders. */
export const inventoryOperations = {
  convertInventoryRecord: {
    method: "POST",
    path: "/crm/{version}/{module}/{id}/actions/convert",
    safety: "unsafe",
    class: "standard",
    scope: "ZohoCRM.modules.{module}.CREATE",
    credits: 1,
    success: [200],
    items: "data",
  },
} as const;

export interface ConvertInventoryInput {
  readonly recordType: string;
  readonly recordId: string;
  /** What the record becomes: a quote a sales order or an invoice, a sales order an invoice. */
  readonly convertTo: string;
  readonly carryOverTags?: boolean;
}

const following: Readonly<Record<string, readonly string[]>> = {
  Quotes: ["Sales_Orders", "Invoices"],
  Sales_Orders: ["Invoices"],
};

/**
 * Makes a sales order or an invoice of a quote, or an invoice of a sales order.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/inventory-convert.html
 */
export async function convertInventoryRecord(
  crm: Crm,
  { recordType, recordId, convertTo, carryOverTags = false }: ConvertInventoryInput,
): Promise<{ data: JsonObject[] }> {
  const targets = Object.hasOwn(following, recordType) ? (following[recordType] ?? []) : [];
  if (!targets.includes(convertTo)) {
    throw inputError(
      "crm",
      `Convert To: ${recordType} become ${targets.join(" or ") || "nothing"}, not ${convertTo}`,
    );
  }
  const { path } = addressOf({ recordType, recordId });
  const module = await moduleReference(crm, convertTo);
  // Zoho refuses a no: where it is not asked for tags, it decides by itself.
  const target = { module, ...(carryOverTags && { carry_over_tags: true }) };
  const body = { data: [{ convert_to: [target] }] };
  return {
    data: [expectItem(crm, await crm.send(inventoryOperations.convertInventoryRecord, { path, body }))],
  };
}
