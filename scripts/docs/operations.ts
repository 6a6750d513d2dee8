import path from "node:path";
import type { Credits, Operation } from "../../src/zoho/http/operation";
import type { OperationUse } from "./usage";

const sentAgain: Record<Operation["safety"], string> = {
  safe: "after any failure that may pass",
  idempotent: "after any failure that may pass",
  unsafe: "only where Zoho certainly did nothing",
};

function creditsText(credits: Credits): string {
  switch (credits) {
    case "perTenRecords":
      return "1 for every 10 records";
    case "perFiftyRecords":
      return "1 for every 50 records";
    case "byRows":
      return "1 up to 200 rows, 2 up to 1,000, 3 up to 2,000";
    default:
      return String(credits);
  }
}

const isOperation = (value: unknown): value is Operation =>
  typeof value === "object" && value !== null && "method" in value && "path" in value && "credits" in value;

/** One call as a builder reads of it. */
export interface CallText {
  call: string;
  scope: string;
  credits: string;
  sentAgain: string;
}

/** The row that a use names, from the table itself. */
async function rowOf(project: string, { file, table, operation }: OperationUse): Promise<Operation> {
  const tables: Record<string, Record<string, unknown> | undefined> = await import(path.join(project, file));
  const row = tables[table]?.[operation];
  if (!isOperation(row)) throw new Error(`${file} has no operation ${table}.${operation}.`);
  return row;
}

/** A row in words. */
export const callTextOf = ({ method, path: url, scope, credits, safety }: Operation): CallText => ({
  call: `${method} ${url}`,
  scope,
  credits: creditsText(credits),
  sentAgain: sentAgain[safety],
});

export const callText = async (project: string, use: OperationUse): Promise<CallText> =>
  callTextOf(await rowOf(project, use));
