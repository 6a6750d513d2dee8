import type { Outcome } from "../../../batch/outcomes";
import type { Doubt, Finding } from "../../../batch/queue";
import { isObject, type JsonObject, objectsAt, textAt } from "../../../core/json";
import type { Crm } from "../../crm";
import { getFields } from "../../metadata/modules";
import { column, literals } from "../../query/coql";
import { select } from "../../query/select";
import { type FieldIndex, indexOf } from "../../values/fields";
import { historyOperations } from "../history";
import { recordOperations } from "../operations";
import { duplicateBy } from "./results";

/** Values that one query may compare with. */
const IN_LIMIT = 50;
/** Types of fields that Zoho shows as they were written, by which a record is known again. */
const plainTypes = new Set(["text", "email", "phone", "website"]);
const MOST_COLUMNS = 40;
const SECOND = 1000;
/**
 * Nobody knows how far the clocks of Zoho's servers are apart: what was created so little before the sending
 * may be later.
 */
const CLOCKS_APART = 30 * SECOND;

/** What is known of a record when it is compared with one that was sent. */
interface Search {
  readonly crm: Crm;
  readonly recordType: string;
  readonly uniqueField: string;
  /** The fields by which a record is known again, beside the unique one. */
  readonly plain: readonly string[];
}

/**
 * Looks for created records by a field that Zoho keeps unique. A record is one that was sent when it has the
 * same value to the letter, was created after the sending by Zoho's clock, and has what else was sent as
 * text. One that is older is another's; one that differs is left unknown.
 */
export async function findCreated(
  crm: Crm,
  recordType: string,
  uniqueField: string,
  doubts: readonly Doubt<JsonObject>[],
): Promise<Map<number, Finding>> {
  const fields = indexOf(await getFields(crm, recordType));
  if (!fields.byName.get(uniqueField)?.unique || !fields.byName.has("Created_Time")) {
    crm.log.warn(`${uniqueField} is not unique in Zoho, so that records cannot be looked up by it.`);
    return new Map();
  }
  const search = { crm, recordType, uniqueField, plain: plainFields(fields, uniqueField, doubts) };
  const found = new Map<number, Finding>();
  const wanted: Doubt<JsonObject>[] = [];
  for (const doubt of doubts) {
    const duplicateId = doubt.refusal && duplicateBy(uniqueField, doubt.refusal);
    if (duplicateId !== undefined) {
      const finding = compared(search, doubt, await recordById(search, duplicateId));
      if (finding) found.set(doubt.index, finding === "absent" ? (doubt.refusal ?? finding) : finding);
    } else if (isValue(doubt.record[uniqueField])) wanted.push(doubt);
  }
  for (let start = 0; start < wanted.length; start += IN_LIMIT) {
    const some = wanted.slice(start, start + IN_LIMIT);
    const rows = await recordsByValue(search, some);
    for (const doubt of some) {
      const row = rows.find((candidate) => looksLike(candidate[uniqueField], doubt.record[uniqueField]));
      const finding = row ? compared(search, doubt, row) : "absent";
      if (finding) found.set(doubt.index, finding);
    }
  }
  return found;
}

function plainFields(
  { byName }: FieldIndex,
  uniqueField: string,
  doubts: readonly Doubt<JsonObject>[],
): string[] {
  const sent = new Set(doubts.flatMap(({ record }) => Object.keys(record)));
  const isPlain = (name: string) => name !== uniqueField && plainTypes.has(byName.get(name)?.type ?? "");
  return [...sent].filter(isPlain).slice(0, MOST_COLUMNS);
}

async function recordsByValue(
  { crm, recordType, uniqueField, plain }: Search,
  doubts: readonly Doubt<JsonObject>[],
): Promise<JsonObject[]> {
  const values = literals(doubts.map(({ record }) => record[uniqueField]).filter(isValue));
  const where = `${column(uniqueField)} in ${values}`;
  const names = [uniqueField, "Created_Time", ...plain];
  return (await select(crm, { module: recordType, names, where, limit: 200 })).rows;
}

async function recordById({ crm, recordType, uniqueField, plain }: Search, id: string) {
  const query = { fields: [uniqueField, "Created_Time", ...plain] };
  const { body } = await crm.send(recordOperations.getRecord, { path: { module: recordType, id }, query });
  return objectsAt(body, "data")[0];
}

/**
 * Whether a record is the one that was sent: its outcome, `absent` where it is another's, undefined where
 * nobody can tell.
 */
function compared(
  { crm, uniqueField, plain }: Search,
  { index, record, sentAt }: Doubt<JsonObject>,
  row: JsonObject | undefined,
): Finding | undefined {
  const created = Date.parse(textAt(row, "Created_Time") ?? "");
  const since = crm.transport.zohoTime(sentAt);
  const id = textAt(row, "id");
  if (!row || id === undefined || Number.isNaN(created) || since === undefined) return undefined;
  if (created + SECOND + CLOCKS_APART <= since) return "absent";
  const isSame = (name: string): boolean => String(row[name] ?? "") === String(record[name] ?? "");
  const sent = plain.filter((name) => name in record);
  if (String(row[uniqueField]) !== String(record[uniqueField]) || !sent.every(isSame)) return undefined;
  const message = `record added, found by ${uniqueField} after an unclear answer`;
  return { index, status: "success", code: "SUCCESS", message, id, action: "insert", details: { id } };
}

const isValue = (value: unknown): value is string | number =>
  typeof value === "number" || (typeof value === "string" && value !== "");

const looksLike = (left: unknown, right: unknown): boolean =>
  String(left).trim().toLowerCase() === String(right).trim().toLowerCase();

/** Pages of deleted records that are read before the rest is left unknown. */
const MOST_PAGES = 50;

/** Looks for removed records in Zoho's list of what was deleted since they were sent. */
export async function findDeleted(
  crm: Crm,
  recordType: string,
  doubts: readonly Doubt<JsonObject>[],
): Promise<Map<number, Finding>> {
  const found = new Map<number, Finding>();
  const since = crm.transport.zohoTime(Math.min(...doubts.map(({ sentAt }) => sentAt)));
  if (since === undefined) return found;
  const places = new Map(doubts.map(({ index, record }) => [String(record.id), index]));
  for (let number = 1, more = true; more && number <= MOST_PAGES && found.size < places.size; number += 1) {
    const { body } = await crm.send(historyOperations.getDeletedRecords, {
      path: { module: recordType },
      query: { type: "all", page: number, per_page: 200 },
      headers: { "If-Modified-Since": `${new Date(since - CLOCKS_APART).toISOString().slice(0, 19)}+00:00` },
    });
    for (const row of objectsAt(body, "data")) {
      const id = String(row.id);
      const index = places.get(id);
      if (index !== undefined) found.set(index, deleted(index, id));
    }
    more = isObject(body) && isObject(body.info) && body.info.more_records === true;
  }
  return found;
}

const deleted = (index: number, id: string): Outcome => ({
  index,
  status: "success",
  code: "SUCCESS",
  message: "record deleted",
  id,
  action: "delete",
  details: { id },
});
