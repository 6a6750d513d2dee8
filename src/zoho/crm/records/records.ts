import { type JsonObject, objectsAt } from "../../core/json";
import { timeOf } from "../../core/time";
import { inputError } from "../../http/errors";
import type { Crm } from "../crm";
import { listedFields } from "../metadata/modules";
import { readList } from "../paging";
import { type RecordListInput, readBeyondPages } from "./beyondPages";
import { recordOperations } from "./operations";

/** One record, by Zoho's id or by the value of an external id field. */
export interface RecordKey {
  readonly recordType: string;
  readonly recordId: string;
  /** The API name of the external id field that `recordId` is a value of; Zoho's own id when left out. */
  readonly externalIdField?: string;
}

/** The path parts and headers that lead to a record. Refuses what is no id before any request. */
export function addressOf({ recordType, recordId, externalIdField }: RecordKey) {
  const path = { module: recordType, id: recordId };
  if (externalIdField) return { path, headers: { "X-EXTERNAL": `${recordType}.${externalIdField}` } };
  if (/^\d{1,20}$/.test(recordId)) return { path };
  throw inputError("crm", `Record ID: expected a number of up to 20 digits, got ${JSON.stringify(recordId)}`);
}

/**
 * One record with all its fields, subforms included, or with those that are named.
 * @throws ZohoError `RECORD_NOT_FOUND` when there is none, unless `allowMissing` makes that an empty list.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-records.html
 */
export async function getRecord(
  crm: Crm,
  {
    fields = [],
    allowMissing = false,
    ...key
  }: RecordKey & { fields?: readonly string[]; allowMissing?: boolean },
): Promise<{ data: JsonObject[] }> {
  const { body } = await crm.send(recordOperations.getRecord, { ...addressOf(key), query: { fields } });
  const data = objectsAt(body, "data");
  // Zoho's pages name `fields` for lists alone, so that an answer may hold more than was asked for.
  const asked = fields.length > 0 ? data.map((record) => pick(record, ["id", ...fields])) : data;
  if (data.length > 0 || allowMissing) return { data: asked };
  const message = `${key.recordType} has no record ${key.recordId}, or the connected user may not see it`;
  throw crm.error({ kind: "notFound", code: "RECORD_NOT_FOUND", message });
}

const pick = (record: JsonObject, names: readonly string[]): JsonObject =>
  Object.fromEntries(names.filter((name) => Object.hasOwn(record, name)).map((name) => [name, record[name]]));

/**
 * Records of a module, by page or all of them. Where Zoho's pages end, at 100,000 records, an unfiltered list
 * goes on by query.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-records.html
 */
export async function getRecords(
  crm: Crm,
  input: RecordListInput,
): Promise<{ data: JsonObject[]; info: JsonObject }> {
  const {
    recordType,
    sort_by,
    sort_order,
    customViewId,
    ids,
    converted,
    approved,
    modifiedSince,
    ...paging
  } = input;
  if (customViewId && sort_by) {
    throw inputError("crm", "Sort By and Custom View exclude each other: a custom view has its own order");
  }
  const fields = input.fields?.length ? input.fields : await listedFields(crm, recordType);
  const call = {
    path: { module: recordType },
    query: { fields, sort_by, sort_order, cvid: customViewId, ids, converted, approved },
    headers: { "If-Modified-Since": sinceOf(modifiedSince) },
  };
  const { rows, info, atWall } = await readList(crm, recordOperations.listRecords, call, "data", paging);
  const others = atWall ? await readBeyondPages(crm, input, fields, rows) : undefined;
  if (!others) return { data: rows, info };
  const data = rows.concat(others.rows);
  return { data, info: { ...info, count: data.length, more_records: others.more } };
}

/** A time as Zoho takes it in a header: with an offset, and without milliseconds. */
function sinceOf(modifiedSince: string | undefined): string | undefined {
  if (modifiedSince === undefined) return undefined;
  const time = timeOf(modifiedSince.trim());
  if (time !== undefined) return time;
  const expected = `expected a time such as 2026-03-01T09:00:00+01:00, got ${JSON.stringify(modifiedSince)}`;
  throw inputError("crm", `Modified Since: ${expected}`);
}
