import { createHash } from "node:crypto";
import { isObject, type JsonObject } from "../core/json";

/**
 * A short fingerprint of a record's content, behind a shorter one of the fields that were read: fingerprints
 * of other fields tell nothing about each other. A lookup counts by its id, since its name may change without
 * the record.
 */
export function fingerprinter(fields: readonly string[]): (record: JsonObject) => string {
  const layout = digest(fields.join()).slice(0, LAYOUT);
  return (record) =>
    layout +
    digest(
      JSON.stringify(record, (key, value: unknown) => {
        if (key === "" || !isObject(value)) return key === FOREIGN ? undefined : value;
        return value.id ?? value;
      }),
    ).slice(0, 4);
}

/** Whether two fingerprints may be of the same content. */
export const isSameFingerprint = (left: string, right: string): boolean =>
  left === right || left.slice(0, LAYOUT) !== right.slice(0, LAYOUT);

const LAYOUT = 2;

const digest = (text: string): string => createHash("sha256").update(text).digest("base64url");

/** A field that changes without a change of the record. */
const FOREIGN = "Last_Activity_Time";
