import { findRecordType } from "../../../zoho/books/recordTypes";
import type { JsonObject } from "../../../zoho/core/json";
import type { createdExample } from "../exampleValues";

interface Write {
  readonly recordType: string;
  readonly parentRecordType?: string | undefined;
  readonly record?: JsonObject | undefined;
  readonly dynamicValues?: JsonObject | undefined;
  readonly fieldValues?: JsonObject | undefined;
}

const recordId = "982000000567114";

/**
 * What Zoho answers to a write by the type of its record: an invoice as the example has it, of another type
 * the ID and the name under their own keys, and the values that are given.
 */
export function writtenExample(
  example: { readonly code: number; readonly message: string; readonly invoice: object },
  { recordType, parentRecordType, record, dynamicValues, fieldValues }: Write,
): JsonObject {
  const { key, keys } = findRecordType(recordType, parentRecordType);
  const values = { ...record, ...dynamicValues, ...fieldValues };
  if (key === "invoices") return { ...example, invoice: { ...example.invoice, ...values } };
  const written = { [keys.name]: "Bowman & Co", ...values, [keys.id]: recordId };
  return { code: 0, message: "success", [keys.item]: written };
}

type WriteOfMany = Pick<Write, "recordType" | "parentRecordType"> & {
  readonly records: readonly JsonObject[];
};

/** The same of many records: what becomes of each. */
export function manyWrittenExample(
  example: typeof createdExample,
  action: "insert" | "update",
  { records, ...type }: WriteOfMany,
): JsonObject {
  const data = records.map((record, index) => {
    const details = writtenExample(example, { ...type, record });
    return { index, status: "success", code: "0", message: details.message, id: recordId, action, details };
  });
  const { length: total } = data;
  return { data, summary: { total, succeeded: total, failed: 0, requests: total, credits: total } };
}
