import { type BatchResult, type Outcome, reportOf } from "../batch/outcomes";
import { isObject, type JsonObject, textAt } from "../core/json";
import { inputError } from "../http/errors";
import { type Crm, itemError } from "./crm";
import { listedFields } from "./metadata/modules";
import { getRelatedLists } from "./metadata/settings";
import { type PagingInput, readList } from "./paging";
import { addressOf, type RecordKey } from "./records/records";
import { idIn, type RecordBatch, sendRecords } from "./records/write/sendRecords";

/** Related lists of a record. */
export const relatedOperations = {
  getRelatedRecords: {
    method: "GET",
    path: "/crm/{version}/{module}/{id}/{relatedList}",
    safety: "safe",
    class: "standard",
    scope: "ZohoCRM.modules.{module}.READ",
    credits: 1,
    success: [200, 204, 304],
    answers: "data",
  },
  linkRelatedRecords: {
    method: "PUT",
    path: "/crm/{version}/{module}/{id}/{relatedList}",
    safety: "idempotent",
    class: "standard",
    scope: "ZohoCRM.modules.{module}.UPDATE",
    credits: 1,
    success: [200, 202, 207],
    items: "data",
  },
  unlinkRelatedRecords: {
    method: "DELETE",
    path: "/crm/{version}/{module}/{id}/{relatedList}",
    safety: "idempotent",
    class: "standard",
    scope: "ZohoCRM.modules.{module}.DELETE",
    credits: 1,
    success: [200, 202, 207],
    items: "data",
  },
  countRelatedRecords: {
    method: "POST",
    path: "/crm/{version}/{module}/{id}/actions/get_related_records_count",
    safety: "safe",
    class: "standard",
    scope: "ZohoCRM.modules.{module}.READ",
    credits: 1,
    success: [200, 207],
    items: "get_related_records_count",
  },
} as const;

/** One related list of one record. */
export interface RelatedListKey extends RecordKey {
  /** The API name of the related list, such as `Products` or `Contact_Roles`. */
  readonly relatedList: string;
}

export interface RelatedInput extends RelatedListKey, PagingInput {
  /** API names of the related module; its first 50 fields when empty. */
  readonly fields?: readonly string[];
  readonly sort_by?: string;
  readonly sort_order?: "asc" | "desc";
  readonly ids?: readonly string[];
  readonly converted?: "true" | "false" | "both";
  /** ISO 8601 with an offset; only what changed after it is listed. */
  readonly modifiedSince?: string;
}

/** The path parts and headers that lead to the list. */
function listAddressOf({ relatedList, ...key }: RelatedListKey) {
  const address = addressOf(key);
  return { ...address, path: { ...address.path, relatedList } };
}

/**
 * The records of a related list, by page or all of them.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-related-records.html
 */
export async function getRelatedRecords(
  crm: Crm,
  { fields = [], sort_by, sort_order, ids, converted, modifiedSince, ...input }: RelatedInput,
): Promise<{ data: JsonObject[]; info: JsonObject }> {
  const { path, headers } = listAddressOf(input);
  const call = {
    path,
    query: {
      fields: fields.length > 0 ? fields : await fieldsOf(crm, input),
      sort_by,
      sort_order,
      ids,
      converted,
    },
    headers: { ...headers, "If-Modified-Since": modifiedSince },
  };
  const { rows, info } = await readList(crm, relatedOperations.getRelatedRecords, call, "data", input);
  return { data: rows, info };
}

/**
 * The fields that are asked for when none are named: those of the list's module. Refuses a list that the
 * module does not have.
 */
async function fieldsOf(crm: Crm, { recordType, relatedList }: RelatedListKey): Promise<string[]> {
  const lists = await getRelatedLists(crm, recordType);
  const list = lists.find((candidate) => textAt(candidate, "api_name") === relatedList);
  if (!list) {
    const known = lists.map((candidate) => textAt(candidate, "api_name")).join(", ");
    throw inputError("crm", `Related List: ${recordType} has no ${relatedList}. It has ${known}`);
  }
  const module = textAt(list.module, "api_name");
  return module ? listedFields(crm, module) : ["id"];
}

interface ManyInput extends RelatedListKey {
  /** Requests in flight at once, 5 when left out. */
  readonly concurrency?: number;
  /** Throw when any record failed, after all were attempted. */
  readonly failOnError?: boolean;
}

export interface LinkInput extends ManyInput {
  readonly recordIds?: readonly string[];
  /** Objects with the `id` of a record and what the link itself holds, such as a contact's `Contact_Role`. */
  readonly records?: readonly JsonObject[];
}

/** What Zoho takes in one request. */
const CHUNK = 100;

/**
 * Links records to a record, and sets what the links hold. Linking twice does no more than linking once.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/update-related-records.html
 */
export async function linkRelatedRecords(crm: Crm, input: LinkInput): Promise<BatchResult> {
  const linked = [...(input.recordIds ?? []).map((id) => ({ id })), ...(input.records ?? [])];
  if (linked.length === 0) throw inputError("crm", "Related Record IDs: expected at least one, got nothing");
  const nameless = linked.findIndex((record) => !/^\d{1,20}$/.test(textAt(record, "id") ?? ""));
  if (nameless >= 0) {
    const place = nameless - (input.recordIds ?? []).length + 1;
    throw inputError("crm", `Related Records, item ${place}: it needs the id of the record to link`);
  }
  const call = listAddressOf(input);
  return sendAll(crm, input, linked, {
    operation: relatedOperations.linkRelatedRecords,
    action: "update",
    call: (data) => ({ ...call, body: { data } }),
  });
}

/**
 * Takes records off a related list. They stay in Zoho; only the links go.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/delink-related-records.html
 */
export async function unlinkRelatedRecords(
  crm: Crm,
  input: ManyInput & { recordIds: readonly string[] },
): Promise<BatchResult> {
  const call = listAddressOf(input);
  const linked = input.recordIds.map((id) => ({ id }));
  return sendAll(crm, input, linked, {
    operation: relatedOperations.unlinkRelatedRecords,
    action: "delete",
    // What a first try has taken off, the second does not find.
    afterDoubt: (outcome) => (outcome.code === "INVALID_DATA" ? unlinked(outcome) : outcome),
    call: (records) => ({ ...call, query: { ids: records.map(({ id }) => String(id)) } }),
  });
}

const unlinked = ({ index, id }: Outcome): Outcome => ({
  index,
  status: "success",
  code: "SUCCESS",
  message: "the record is not linked",
  ...(id === undefined ? {} : { id }),
  action: "delete",
});

async function sendAll(
  crm: Crm,
  { concurrency = 5, failOnError = false }: ManyInput,
  records: readonly JsonObject[],
  sending: Pick<RecordBatch, "operation" | "action" | "call" | "afterDoubt">,
): Promise<BatchResult> {
  const entries = records.map((record, index) => ({ index, record }));
  const batch: RecordBatch = { ...sending, chunkSize: CHUNK, concurrency, keys: ({ id }) => [String(id)] };
  return reportOf(crm, await sendRecords(crm, batch, entries, records.map(idIn)), failOnError);
}

/** How many lists Zoho counts in one request. */
const COUNTED = 20;

/**
 * How many records stand on related lists of a record.
 * @param input.relatedLists by API name; the first twenty of the module when there are none, without those
 * that Zoho does not count.
 * @returns one entry a list: its API name under `relatedList`, and `count`.
 * @throws ZohoError of kind `input` for a list that the module does not have, and Zoho's own for a named one
 * that it does not count.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-related-records-count.html
 */
export async function countRelatedRecords(
  crm: Crm,
  { recordType, recordId, relatedLists = [] }: RecordKey & { relatedLists?: readonly string[] },
): Promise<{ data: { relatedList: string; count: number }[] }> {
  const lists = await getRelatedLists(crm, recordType);
  const nameOf = (list: JsonObject) => textAt(list, "api_name") ?? "";
  const unknown = relatedLists.find((name) => !lists.some((list) => nameOf(list) === name));
  if (unknown !== undefined)
    throw inputError(
      "crm",
      `Related Lists: ${recordType} has no ${unknown}. It has ${lists.map(nameOf).join(", ")}`,
    );
  const wanted = lists.filter((list) => relatedLists.length === 0 || relatedLists.includes(nameOf(list)));
  const asked = wanted
    .slice(0, COUNTED)
    .map((list) => ({ related_list: { api_name: nameOf(list), id: list.id } }));
  const call = { ...addressOf({ recordType, recordId }), body: { get_related_records_count: asked } };
  const answer = await crm.send(relatedOperations.countRelatedRecords, call);
  const told = isObject(answer.body) ? answer.body.get_related_records_count : undefined;
  // Zoho puts the counts into a list of their own within the list.
  const items = (Array.isArray(told) ? told.flat() : []).filter(isObject);
  const refused = items.findIndex(({ status }) => status === "error");
  const list = asked[refused]?.related_list.api_name;
  const isAsked = relatedLists.length > 0 || items.every(({ status }) => status === "error");
  if (refused >= 0 && isAsked) {
    const { message, ...item } = items[refused] ?? {};
    throw itemError(crm, { ...item, message: `${message} (${list})` }, answer);
  }
  return {
    data: items
      .filter(({ status }) => status !== "error")
      .map(({ related_list, count }) => ({
        relatedList: textAt(related_list, "api_name") ?? "",
        count: Number(count ?? 0),
      })),
  };
}
