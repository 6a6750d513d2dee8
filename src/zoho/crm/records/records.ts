import type { JsonObject } from "../../../json";
import { objectsAt } from "../../../json";
import { inputError } from "../../http/errors";
import type { Transport } from "../../http/transport";
import { listedFields } from "../metadata";
import { crmOperations } from "../operations";
import { type PagingInput, readList } from "../paging";

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
  crm: Transport,
  {
    fields = [],
    allowMissing = false,
    ...key
  }: RecordKey & { fields?: readonly string[]; allowMissing?: boolean },
): Promise<{ data: JsonObject[] }> {
  const { body } = await crm.send(crmOperations.getRecord, { ...addressOf(key), query: { fields } });
  const data = objectsAt(body, "data");
  if (data.length > 0 || allowMissing) return { data };
  const message = `${key.recordType} has no record ${key.recordId}, or the connected user may not see it`;
  throw crm.error({ kind: "notFound", code: "RECORD_NOT_FOUND", message });
}

export interface ListInput extends PagingInput {
  readonly recordType: string;
  /** API names; the module's first 50 fields when empty, as many as Zoho returns at once. */
  readonly fields?: readonly string[];
  readonly sort_by?: string;
  readonly sort_order?: "asc" | "desc";
  readonly customViewId?: string;
  readonly ids?: readonly string[];
  readonly converted?: "true" | "false" | "both";
  /** ISO 8601 with an offset; only what changed after it is listed. */
  readonly modifiedSince?: string;
}

/**
 * Records of a module, by page or all of them.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-records.html
 */
export async function getRecords(
  crm: Transport,
  {
    recordType,
    fields = [],
    sort_by,
    sort_order,
    customViewId,
    ids,
    converted,
    modifiedSince,
    ...paging
  }: ListInput,
): Promise<{ data: JsonObject[]; info: JsonObject }> {
  if (customViewId && sort_by) {
    throw inputError("crm", "Sort By and Custom View exclude each other: a custom view has its own order");
  }
  const query = {
    fields: fields.length > 0 ? fields : await listedFields(crm, recordType),
    sort_by,
    sort_order,
    cvid: customViewId,
    ids,
    converted,
  };
  const call = { path: { module: recordType }, query, headers: { "If-Modified-Since": modifiedSince } };
  const { rows, info } = await readList(crm, crmOperations.listRecords, call, "data", paging);
  return { data: rows, info };
}
