import { type JsonObject, textAt } from "../../core/json";
import { inputError } from "../../http/errors";
import { givesAlike } from "../bulk/jobs";
import { bulkRecords } from "../bulk/read/bulkRead";
import type { Crm } from "../crm";
import { selectableFields } from "../query/columns";
import { inParts, scan } from "../query/select";
import { getRecords } from "./records";

export type ReadMethod = "coql" | "list" | "bulk";

export interface AllRecordsInput {
  readonly recordType: string;
  /** API names; every field that the way of reading can give when empty. */
  readonly fields?: readonly string[];
  readonly maxRecords?: number;
  /** A way to read that is used whatever it costs; the cheapest when left out. */
  readonly method?: ReadMethod;
}

export interface AllRecords {
  readonly data: readonly JsonObject[];
  readonly info: {
    readonly count: number;
    readonly more_records: boolean;
    readonly method: ReadMethod;
    /** Why this way was taken, in a sentence. */
    readonly reason: string;
    readonly requests: number;
    readonly credits: number;
    /** Why it ended early, where credits are left to others. */
    readonly stopped?: string;
    /** The last bulk job, and its state where it did not end in time. */
    readonly job_id?: string;
    readonly state?: string;
  };
}

/** Rows of the first query: a small module is read for one credit. */
const FIRST_PAGE = 200;

/** Records that a list is asked for by their ids at once. */
const IDS = 100;

/**
 * Records from which a bulk job, for 50 credits, costs less than queries with three for 2,000, or lists with
 * one more for 100.
 */
const BULK_PAYS = { coql: 34_000, list: 4400 };

/**
 * All records of a module: those that a query shows the connected user, whatever fields are asked for. Leads
 * that were converted are not among them. A query reads 2,000 records for three credits; where a field is
 * asked for that no query can select, a list reads those records by their ids, 100 for one credit; a bulk job
 * reads 200,000 for 50. By itself it takes bulk jobs only for fields that they give in the same form.
 * @returns the records in the order of their ids, which way it was and why, and what it cost.
 * @throws ZohoError of kind `input` for a method that cannot read what is asked for.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/COQL-Limitations.html
 */
export async function getAllRecords(crm: Crm, input: AllRecordsInput): Promise<AllRecords> {
  const { recordType: module, fields = [], maxRecords, method: forced } = input;
  if (forced === "bulk") return byBulk(crm, input, "It was asked for.");
  const selectable = await selectableFields(crm, module);
  const lacking = fields.find((name) => !name.includes(".") && !selectable.includes(name));
  if (forced === "coql" && lacking)
    throw inputError("crm", `Method: no query can select ${lacking} of ${module}`);
  const method = forced ?? (lacking ? "list" : "coql");
  const wanted = maxRecords ?? Number.POSITIVE_INFINITY;
  const mayBulk = !forced && wanted > BULK_PAYS[method] && (await givesAlike(crm, module, fields));
  const names = fields.length > 0 ? fields : selectable;
  const { rows, more, beyond, stopped } = await scan(crm, {
    module,
    names: method === "coql" ? names : ["id"],
    optional: fields.length === 0,
    maxRecords,
    firstPage: FIRST_PAGE,
    ...(mayBulk ? { mostBeyond: BULK_PAYS[method] } : {}),
  });
  if (beyond !== undefined)
    return byBulk(crm, input, `There are ${rows.length + beyond} records, of which bulk jobs cost less.`);
  const data = method === "coql" ? rows : await listed(crm, module, names, rows);
  const { requests, credits } = crm.ledger;
  const reason = forced
    ? "It was asked for."
    : lacking
      ? `No query can select ${lacking}.`
      : "A query can select every field.";
  const info = { count: data.length, more_records: more, method, reason, requests, credits };
  return { data, info: { ...info, ...(stopped ? { stopped } : {}) } };
}

/** Seconds to wait for a bulk job; the end of the execution comes first where it is nearer. */
const BULK_WAIT_SECONDS = 600;

async function byBulk(crm: Crm, input: AllRecordsInput, reason: string): Promise<AllRecords> {
  const { recordType, fields, maxRecords = Number.POSITIVE_INFINITY } = input;
  const read = await bulkRecords(crm, { recordType, fields, maxRecords, waitSeconds: BULK_WAIT_SECONDS });
  const { count, more_records, method, requests, credits, job_id, state } = read.info;
  const data = [...read.data].sort((one, other) => compareIds(String(one.id), String(other.id)));
  return { data, info: { count, more_records, method, reason, requests, credits, job_id, state } };
}

/** Orders ids as the numbers they are. */
export const compareIds = (one: string, other: string): number =>
  one.length - other.length || (one < other ? -1 : one > other ? 1 : 0);

/** The records of a query as a list shows them; one that is gone meanwhile is left out. */
async function listed(
  crm: Crm,
  recordType: string,
  fields: readonly string[],
  rows: readonly JsonObject[],
): Promise<JsonObject[]> {
  const records: JsonObject[] = [];
  for (const some of inParts(rows, IDS)) {
    const ids = some.flatMap((row) => textAt(row, "id") ?? []);
    const states = { converted: "both", approved: "both" } as const;
    const { data } = await getRecords(crm, { recordType, fields, ids, ...states, sort_order: "asc" });
    records.push(...data);
  }
  return records;
}
