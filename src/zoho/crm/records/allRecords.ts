import { type JsonObject, textAt } from "../../core/json";
import type { Crm } from "../crm";
import { selectableFields } from "../query/columns";
import { inParts, scan } from "../query/select";
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
    /** Why it ended early, where credits are left to others. */
    readonly stopped?: string;
  };
}

/** Rows of the first query: a small module is read for one credit. */
const FIRST_PAGE = 200;

/** Records that a list is asked for by their ids at once. */
const IDS = 100;

/**
 * All records of a module: those that a query shows the connected user, whatever fields are asked for. Leads that were converted are not among them.
 * A query reads 2,000 records for three credits; where a field is asked for that no query can select, a list reads those records by their ids, 100 for one credit.
 * @returns the records in the order of their ids, which way it was, and what it cost.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/COQL-Limitations.html
 */
export async function getAllRecords(
  crm: Crm,
  { recordType: module, fields = [], maxRecords }: AllRecordsInput,
): Promise<AllRecords> {
  const selectable = await selectableFields(crm, module);
  const method = fields.every((name) => name.includes(".") || selectable.includes(name)) ? "coql" : "list";
  const names = fields.length > 0 ? fields : selectable;
  const optional = fields.length === 0;
  const read = (columns: readonly string[]) =>
    scan(crm, { module, names: columns, optional, maxRecords, firstPage: FIRST_PAGE });
  const { rows, more, stopped } = await read(method === "coql" ? names : ["id"]);
  const data = method === "coql" ? rows : await listed(crm, module, fields, rows);
  const { requests, credits } = crm.ledger;
  const cost = { method, requests, credits, ...(stopped ? { stopped } : {}) } as const;
  return { data, info: { count: data.length, more_records: more, ...cost } };
}

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
