import { type BatchResult, reportOf } from "../../batch/outcomes";
import { type JsonObject, textAt } from "../../core/json";
import type { Operation } from "../../http/operation";
import type { Crm } from "../crm";
import { type PagingInput, readList } from "../paging";
import { type RecordBatch, sendRecords } from "../records/write/sendRecords";
import { changing, reading } from "./calls";

const assigning = {
  ...changing,
  method: "POST",
  scope: "ZohoCRM.modules.{module}.UPDATE",
  success: [200, 202, 207],
  items: "data",
} as const;

/** Territories, and the records in them. */
export const territoryOperations = {
  getTerritories: {
    ...reading,
    path: "/crm/{version}/settings/territories",
    scope: "ZohoCRM.settings.territories.READ",
    answers: "territories",
  },
  assignTerritories: { ...assigning, path: "/crm/{version}/{module}/actions/assign_territories" },
  removeTerritories: { ...assigning, path: "/crm/{version}/{module}/actions/remove_territories" },
} as const;

/**
 * The territories of the organization, by page or all of them.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-territories.html
 */
export async function getTerritories(
  crm: Crm,
  paging: Omit<PagingInput, "page_token">,
): Promise<{ territories: JsonObject[]; info: JsonObject }> {
  const { rows, info } = await readList(crm, territoryOperations.getTerritories, {}, "territories", paging);
  return { territories: rows, info };
}

export interface TerritoryInput {
  /** Leads, Contacts, Accounts or Deals. */
  readonly recordType: string;
  readonly recordIds: readonly string[];
  readonly territoryIds: readonly string[];
  /** Requests in flight at once, 5 when left out. */
  readonly concurrency?: number;
  /** Throw when any record failed, after all were attempted. */
  readonly failOnError?: boolean;
}

/** What Zoho takes in one request. */
const CHUNK = 100;

/**
 * Puts records into territories. Zoho does it soon after it has answered `SCHEDULED`.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/assign-territories.html
 */
export const assignTerritories = (crm: Crm, input: TerritoryInput): Promise<BatchResult> =>
  sendAll(crm, territoryOperations.assignTerritories, input);

/**
 * Takes records out of territories. Zoho does it soon after it has answered `SCHEDULED`.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/remove-territories.html
 */
export const removeTerritories = (crm: Crm, input: TerritoryInput): Promise<BatchResult> =>
  sendAll(crm, territoryOperations.removeTerritories, input);

async function sendAll(
  crm: Crm,
  operation: Operation,
  { recordType, recordIds, territoryIds, concurrency = 5, failOnError = false }: TerritoryInput,
): Promise<BatchResult> {
  const Territories = territoryIds.map((id) => ({ id }));
  const entries = recordIds.map((id, index) => ({ index, record: { id } }));
  const batch: RecordBatch = {
    operation,
    action: "update",
    chunkSize: CHUNK,
    concurrency,
    keys: (record) => [String(record.id)],
    call: (records) => ({
      path: { module: recordType },
      body: { data: records.map((record) => ({ id: textAt(record, "id"), Territories })) },
    }),
  };
  return reportOf(crm, await sendRecords(crm, batch, entries, entries.length), failOnError);
}
