import { type JsonObject, textAt } from "../../core/json";
import type { Crm } from "../crm";
import { selectableFields } from "../metadata";
import { column, literal } from "../query/coql";
import { page, pageSize } from "../query/query";
import { getRecords } from "./records";

export interface AllRecordsInput {
  readonly recordType: string;
  /** API names; every field that a query can select when empty. */
  readonly fields?: readonly string[];
  readonly maxRecords?: number;
}

export interface AllRecords {
  readonly data: JsonObject[];
  readonly info: {
    readonly count: number;
    readonly more_records: boolean;
    readonly method: "list" | "coql";
    readonly requests: number;
    readonly credits: number;
  };
}

/** Rows of the first query: a small module is read for one credit. */
const FIRST_PAGE = 200;

/**
 * All records of a module by the cheapest way. A query reads 2,000 records for three credits, a list 200 for one: so by query, unless a field is asked
 * for that no query can select.
 * @returns the records, which way it was, and what it cost.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/COQL-Limitations.html
 */
export async function getAllRecords(
  crm: Crm,
  { fields = [], ...input }: AllRecordsInput,
): Promise<AllRecords> {
  const { recordType, maxRecords = Number.POSITIVE_INFINITY } = input;
  const selectable = await selectableFields(crm, recordType);
  const method = fields.every((name) => name.includes(".") || selectable.includes(name)) ? "coql" : "list";
  const { rows, more } =
    method === "coql"
      ? await byQuery(crm, recordType, fields.length > 0 ? fields : selectable, maxRecords)
      : await byList(crm, { ...input, fields });
  const { requests, credits } = crm.ledger;
  return { data: rows, info: { count: rows.length, more_records: more, method, requests, credits } };
}

async function byList(crm: Crm, input: AllRecordsInput) {
  const { data, info } = await getRecords(crm, { ...input, fetchAll: true });
  return { rows: data, more: info.more_records === true };
}

async function byQuery(crm: Crm, recordType: string, fields: readonly string[], maxRecords: number) {
  const columns = ["id", ...fields.filter((name) => name !== "id").map(column)].join(", ");
  const rows: JsonObject[] = [];
  for (let lastId = "0"; ; lastId = textAt(rows.at(-1), "id") ?? lastId) {
    const limit = Math.min(rows.length === 0 ? FIRST_PAGE : pageSize(crm), maxRecords - rows.length);
    if (limit <= 0) return { rows, more: true };
    const where = `id > ${literal(lastId)}`;
    const query = `select ${columns} from ${column(recordType)} where ${where} order by id asc limit ${limit}`;
    const next = await page(crm, query, limit);
    rows.push(...next.data);
    if (next.info.more_records !== true) return { rows, more: false };
    if (rows.length % 20_000 < limit) crm.log.info(`${rows.length} records read so far.`);
  }
}
