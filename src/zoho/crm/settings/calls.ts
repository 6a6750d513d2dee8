import { type JsonObject, objectsAt } from "../../core/json";
import type { Operation } from "../../http/operation";
import type { Call } from "../../http/request";
import { type Crm, type ItemOperation, removeItem, type Settling, sendItem } from "../crm";

/*
 * What the lists of Zoho's Setup have in common: all of it comes under one key, and what is written is
 * answered item by item under the same key.
 */

/** What most reads of settings say. */
export const reading = {
  method: "GET",
  safety: "safe",
  class: "standard",
  credits: 1,
  success: [200, 204],
} as const;

/** What most writes of new settings say. */
export const creating = {
  method: "POST",
  safety: "unsafe",
  class: "standard",
  credits: 1,
  success: [200, 201, 202],
} as const;

/** What most changes of settings say. */
export const changing = {
  method: "PUT",
  safety: "idempotent",
  class: "standard",
  credits: 1,
  success: [200, 202],
} as const;

/** What most removals of settings say. */
export const removing = {
  method: "DELETE",
  safety: "idempotent",
  class: "standard",
  credits: 1,
  success: [200, 202],
} as const;

/** Zoho's answer: a list under the key that it has there. */
export type SettingList = Readonly<Record<string, readonly JsonObject[]>>;

/** A row with the key under which its answers list what was read. */
type ListOperation = Operation & { readonly answers: string };

/** A list of settings that Zoho gives as a whole; empty where there are none. */
export async function readSettings(crm: Crm, operation: ListOperation, call?: Call): Promise<SettingList> {
  return { [operation.answers]: objectsAt((await crm.send(operation, call)).body, operation.answers) };
}

/**
 * Writes one setting.
 * @throws ZohoError for what Zoho refuses, whatever the HTTP status said.
 */
export async function writeSetting(crm: Crm, operation: ItemOperation, call: Call): Promise<SettingList> {
  return { [operation.items]: [await sendItem(crm, operation, call)] };
}

/** Removes one setting, as `removeItem` does. */
export async function removeSetting(
  crm: Crm,
  operation: ItemOperation,
  call: Call,
  id: string,
  settling?: Settling,
): Promise<SettingList> {
  return { [operation.items]: [await removeItem(crm, operation, call, id, settling)] };
}

/** What is not undefined, for bodies in which what is left out stays as it is. */
export const given = (values: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
