import { type BatchResult, reportOf } from "../../batch/outcomes";
import { isObject, type JsonObject, textAt } from "../../core/json";
import type { Operation } from "../../http/operation";
import { type Crm, doneBefore, itemError, succeeded } from "../crm";
import { type PagingInput, readList } from "../paging";
import { type RecordBatch, sendRecords } from "../records/write/sendRecords";
import {
  changing,
  creating,
  given,
  reading,
  removeSetting,
  removing,
  type SettingList,
  writeSetting,
} from "./calls";

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
  createTerritory: {
    ...creating,
    path: "/crm/{version}/settings/territories",
    scope: "ZohoCRM.settings.territories.CREATE",
    items: "territories",
  },
  updateTerritory: {
    ...changing,
    path: "/crm/{version}/settings/territories/{id}",
    scope: "ZohoCRM.settings.territories.UPDATE",
    items: "territories",
  },
  deleteTerritory: {
    ...removing,
    path: "/crm/{version}/settings/territories/{id}",
    scope: "ZohoCRM.settings.territories.DELETE",
    items: "territories",
  },
  transferTerritory: {
    ...changing,
    method: "POST",
    path: "/crm/{version}/settings/territories/{id}/actions/transfer_and_delete",
    scope: "ZohoCRM.settings.territories.DELETE",
    items: "territories",
  },
  getTerritoryUsers: {
    ...reading,
    path: "/crm/{version}/settings/territories/{id}/users",
    scope: "ZohoCRM.settings.territories.READ",
    answers: "users",
  },
  addTerritoryUsers: {
    ...changing,
    path: "/crm/{version}/settings/territories/{id}/users",
    scope: "ZohoCRM.settings.territories.ALL",
    items: "users",
  },
  removeTerritoryUsers: {
    ...removing,
    path: "/crm/{version}/settings/territories/{id}/users",
    scope: "ZohoCRM.settings.territories.ALL",
    items: "users",
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

/** What a territory is. What is left out of a change stays as it is. */
export interface TerritoryData {
  readonly territoryName?: string;
  readonly description?: string;
  /** The user who manages it. */
  readonly managerId?: string;
  /** The territory that it reports to. */
  readonly parentTerritoryId?: string;
  /** What its users may do with the records of territories below it. */
  readonly accessType?: "read_only" | "read_write_delete";
}

const bodyOf = (input: TerritoryData) => ({
  territories: [
    given({
      name: input.territoryName,
      description: input.description,
      manager: input.managerId && { id: input.managerId },
      reporting_to: input.parentTerritoryId && { id: input.parentTerritoryId },
      permission_type: input.accessType,
    }),
  ],
});

/**
 * A new territory below another.
 * @throws ZohoError `DUPLICATE_DATA` for a name that a territory has.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/create-territories.html
 */
export const createTerritory = (crm: Crm, input: TerritoryData): Promise<SettingList> =>
  writeSetting(crm, territoryOperations.createTerritory, { body: bodyOf(input) });

/**
 * Changes a territory.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/update-territories.html
 */
export const updateTerritory = (
  crm: Crm,
  { territoryId, ...input }: TerritoryData & { territoryId: string },
): Promise<SettingList> =>
  writeSetting(crm, territoryOperations.updateTerritory, { path: { id: territoryId }, body: bodyOf(input) });

/**
 * Deletes a territory, after its records and what reports to it went to another where one is named.
 * @throws ZohoError `NOT_ALLOWED` where something is in it and no other is named.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/delete-territories.html and
 * https://www.zoho.com/crm/developer/docs/api/v8/transfer-delete-territories.html
 */
export function removeTerritory(
  crm: Crm,
  { territoryId, transferTo }: { territoryId: string; transferTo?: string },
): Promise<SettingList> {
  const path = { id: territoryId };
  if (transferTo === undefined)
    return removeSetting(crm, territoryOperations.deleteTerritory, { path }, territoryId);
  const body = { territories: [{ id: territoryId, transfer_to_id: transferTo }] };
  return removeSetting(crm, territoryOperations.transferTerritory, { path, body }, territoryId);
}

/**
 * The users of a territory, by page or all of them.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-users-in-territory.html
 */
export async function getTerritoryUsers(
  crm: Crm,
  { territoryId, ...paging }: Omit<PagingInput, "page_token"> & { territoryId: string },
): Promise<{ users: JsonObject[]; info: JsonObject }> {
  const call = { path: { id: territoryId } };
  const { rows, info } = await readList(crm, territoryOperations.getTerritoryUsers, call, "users", paging);
  return { users: rows, info };
}

/**
 * Puts users into a territory, or takes them out of it.
 * @throws ZohoError for the first user that Zoho refuses: `DUPLICATE_DATA` for one who is in it already,
 * `INVALID_DATA` for one who is not in it.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/associate-users-with-territory.html
 */
export async function changeTerritoryUsers(
  crm: Crm,
  {
    territoryId,
    userIds,
    change,
  }: { territoryId: string; userIds: readonly string[]; change: "add" | "remove" },
): Promise<SettingList> {
  const path = { id: territoryId };
  const answer =
    change === "add"
      ? await crm.send(territoryOperations.addTerritoryUsers, {
          path,
          body: { users: userIds.map((id) => ({ id })) },
        })
      : await crm.send(territoryOperations.removeTerritoryUsers, { path, query: { ids: userIds } });
  const users = usersIn(answer.body);
  // Who is in it, or gone from it, when a change is sent again came or went by the first try.
  const settled = change === "add" ? "DUPLICATE_DATA" : "INVALID_DATA";
  const isSettled = (item: JsonObject) => answer.resent && item.code === settled;
  const refused = users.find((item) => !succeeded(item) && !isSettled(item));
  if (refused) throw itemError(crm, refused, answer);
  return { users: users.map((item, index) => (isSettled(item) ? doneBefore(userIds[index]) : item)) };
}

/** What became of each user; of removals Zoho lists it in a list of its own. */
const usersIn = (body: unknown): JsonObject[] =>
  isObject(body) && Array.isArray(body.users) ? body.users.flat().filter(isObject) : [];

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
 * Puts records into territories. Zoho does it soon after it has answered `SCHEDULED`. A record that is in one
 * of them already is refused with `DUPLICATE_DATA`, one that would be in more than 10 with `LIMIT_EXCEEDED`.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/assign-territories.html
 */
export const assignTerritories = (crm: Crm, input: TerritoryInput): Promise<BatchResult> =>
  sendAll(crm, territoryOperations.assignTerritories, "DUPLICATE_DATA", input);

/**
 * Takes records out of territories. Zoho does it soon after it has answered `SCHEDULED`. A record that is not
 * in each of them is refused with `INVALID_DATA`.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/remove-territories.html
 */
export const removeTerritories = (crm: Crm, input: TerritoryInput): Promise<BatchResult> =>
  sendAll(crm, territoryOperations.removeTerritories, "INVALID_DATA", input);

/** @param doneCode what a record is refused with where an earlier try was carried out. */
async function sendAll(
  crm: Crm,
  operation: Operation,
  doneCode: string,
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
    afterDoubt: (outcome) => (outcome.code === doneCode ? undefined : outcome),
    call: (records) => ({
      path: { module: recordType },
      body: { data: records.map((record) => ({ id: textAt(record, "id"), Territories })) },
    }),
  };
  return reportOf(crm, await sendRecords(crm, batch, entries, recordIds), failOnError);
}
