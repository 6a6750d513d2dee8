import { isObject, type JsonObject, objectsAt } from "../core/json";
import { inputError } from "../http/errors";
import { type Crm, sendItem } from "./crm";
import { jobResult, type MassResult } from "./jobs/mass";
import { startedId, waitForJob } from "./jobs/waitForJob";
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
  massConvertInventory: {
    method: "POST",
    path: "/crm/{version}/{module}/actions/mass_convert",
    safety: "unsafe",
    class: "standard",
    scope: "ZohoCRM.mass_convert.quotes.CREATE and ZohoCRM.mass_convert.salesorders.CREATE",
    credits: 1,
    success: [200, 202],
  },
  getMassConvertInventoryJob: {
    method: "GET",
    path: "/crm/{version}/{module}/actions/mass_convert",
    safety: "safe",
    class: "standard",
    scope: "ZohoCRM.mass_convert.quotes.READ and ZohoCRM.mass_convert.salesorders.READ",
    credits: 1,
    success: [200, 204],
    answers: "data",
  },
} as const;

interface Conversion {
  readonly recordType: string;
  /** What a record becomes: a quote a sales order or an invoice, a sales order an invoice. */
  readonly convertTo: string;
  readonly carryOverTags?: boolean;
}

export interface ConvertInventoryInput extends Conversion {
  readonly recordId: string;
}

const following: Readonly<Record<string, readonly string[]>> = {
  Quotes: ["Sales_Orders", "Invoices"],
  Sales_Orders: ["Invoices"],
};

/** The module that records become, where they may. */
function targetOf({ recordType, convertTo }: Conversion): string {
  const targets = Object.hasOwn(following, recordType) ? (following[recordType] ?? []) : [];
  if (targets.includes(convertTo)) return convertTo;
  throw inputError(
    "crm",
    `Convert To: ${recordType} become ${targets.join(" or ") || "nothing"}, not ${convertTo}`,
  );
}

/**
 * Makes a sales order or an invoice of a quote, or an invoice of a sales order.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/inventory-convert.html
 */
export async function convertInventoryRecord(
  crm: Crm,
  input: ConvertInventoryInput,
): Promise<{ data: JsonObject[] }> {
  const convertTo = targetOf(input);
  const { path } = addressOf(input);
  const module = await moduleReference(crm, convertTo);
  // Zoho refuses a no: where it is not asked for tags, it decides by itself.
  const target = { module, ...(input.carryOverTags && { carry_over_tags: true }) };
  const body = { data: [{ convert_to: [target] }] };
  return {
    data: [await sendItem(crm, inventoryOperations.convertInventoryRecord, { path, body })],
  };
}

export interface MassConvertInventoryInput extends Conversion {
  readonly recordIds?: readonly string[];
  /** Who gets the new records; the owner of each that they follow otherwise. */
  readonly assignTo?: string;
  readonly jobId?: string;
  readonly waitSeconds?: number;
}

/** Records that Zoho converts in one job. */
const MAX = 50;

/**
 * Converts up to 50 quotes or sales orders by a job, and waits for it.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/mass-inventory-convert.html and
 * https://www.zoho.com/crm/developer/docs/api/v8/mass-inventory-conversion-status-api.html
 */
export async function massConvertInventory(crm: Crm, input: MassConvertInventoryInput): Promise<MassResult> {
  const path = { module: input.recordType };
  const id = input.jobId ?? (await start(crm, input));
  const ask = async () => {
    const call = { path, query: { job_id: id } };
    const { body } = await crm.send(inventoryOperations.getMassConvertInventoryJob, call);
    return objectsAt(body, "data")[0];
  };
  return jobResult(crm, id, await waitForJob(crm, { id, ask }, input.waitSeconds));
}

async function start(crm: Crm, input: MassConvertInventoryInput): Promise<string> {
  const { recordType, recordIds: ids = [], assignTo, carryOverTags = false } = input;
  if (ids.length === 0 || ids.length > MAX)
    throw inputError("crm", `Record IDs: expected 1 to ${MAX} records, or a Job ID, got ${ids.length}`);
  const module = await moduleReference(crm, targetOf(input));
  const body = {
    convert_to: [{ module, carry_over_tags: carryOverTags }],
    ids,
    ...(assignTo && { assign_to: { id: assignTo } }),
  };
  const call = { path: { module: recordType }, body };
  const answer = await crm.send(inventoryOperations.massConvertInventory, call);
  const details = isObject(answer.body) ? answer.body.details : undefined;
  return startedId(crm, inventoryOperations.massConvertInventory, details, "job_id");
}
