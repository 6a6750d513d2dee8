import type { JsonObject } from "../../core/json";
import { type Crm, sendItem } from "../crm";
import { typedRecord } from "../values/prepare";
import { type Automation, automationOf } from "./operations";
import { addressOf } from "./records";
import { type Values, valuesOf } from "./write/create";

/** Copies of records. */
export const cloneOperations = {
  cloneRecord: {
    method: "POST",
    path: "/crm/{version}/{module}/{id}/actions/clone",
    safety: "unsafe",
    class: "standard",
    scope: "ZohoCRM.modules.{module}.CREATE",
    credits: 1,
    success: [200, 201],
    items: "data",
  },
} as const;

export interface CloneInput extends Values, Automation {
  readonly recordType: string;
  readonly recordId: string;
}

/**
 * Makes a new record with the values of another, but for those that are given.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/record-clone.html
 */
export async function cloneRecord(crm: Crm, input: CloneInput): Promise<{ data: JsonObject[] }> {
  const { path } = addressOf({ recordType: input.recordType, recordId: input.recordId });
  const given = valuesOf(input);
  const hasValues = Object.keys(given).length > 0;
  const values = hasValues ? await typedRecord(crm, input.recordType, given, "update") : {};
  const body = { data: [values], ...automationOf(input) };
  return { data: [await sendItem(crm, cloneOperations.cloneRecord, { path, body })] };
}
