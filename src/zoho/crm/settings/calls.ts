import { type JsonObject, objectsAt } from "../../core/json";
import { ZohoError } from "../../http/errors";
import type { Answer } from "../../http/judge";
import type { Operation } from "../../http/operation";
import { settledBy } from "../../http/outcome";
import type { Call } from "../../http/request";
import { type Crm, expectItem, itemError, succeeded } from "../crm";

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

/** A row with the key under which its answers list what became of what was written. */
type ItemOperation = Operation & { readonly items: string };

/** A list of settings that Zoho gives as a whole; empty where there are none. */
export async function readSettings(crm: Crm, operation: ListOperation, call?: Call): Promise<SettingList> {
  return { [operation.answers]: objectsAt((await crm.send(operation, call)).body, operation.answers) };
}

/**
 * Writes one setting.
 * @throws ZohoError for what Zoho refuses, whatever the HTTP status said.
 */
export async function writeSetting(crm: Crm, operation: ItemOperation, call: Call): Promise<SettingList> {
  return { [operation.items]: [expectItem(crm, await crm.send(operation, call), operation.items)] };
}

/** How a removal is settled where an earlier try of its request may have been carried out. */
interface Settling {
  /** Whether Zoho says that it is there no more; by `INVALID_DATA` when left out. */
  readonly isGone?: (refusal: ZohoError) => boolean;
  /** What is there of the same place, where the refusal may be of the place instead. */
  readonly remaining?: () => Promise<readonly JsonObject[]>;
}

/**
 * Removes one setting. Where an earlier try of the request may have removed it, one that is gone is removed.
 * @param id of what is removed.
 */
export async function removeSetting(
  crm: Crm,
  operation: ItemOperation,
  call: Call,
  id: string,
  { isGone = ({ code }) => code === "INVALID_DATA", remaining = async () => [] }: Settling = {},
): Promise<SettingList> {
  const sent = await crm.send(operation, call).catch((error: unknown) => {
    if (error instanceof ZohoError && error.resent) return error;
    throw error;
  });
  const refusal = sent instanceof ZohoError ? sent : laterRefusal(crm, operation, sent);
  if (refusal && isGone(refusal)) {
    return settledBy(crm, refusal, async () => {
      const isThere = (await remaining()).some((row) => row.id === id);
      return isThere ? undefined : { [operation.items]: [goneOf(id)] };
    });
  }
  if (sent instanceof ZohoError) throw sent;
  return { [operation.items]: [expectItem(crm, sent, operation.items)] };
}

/** What a later try of a request was refused for, where an earlier one may have been carried out. */
function laterRefusal(crm: Crm, { items }: ItemOperation, answer: Answer): ZohoError | undefined {
  const [item] = objectsAt(answer.body, items);
  return answer.resent && item && !succeeded(item) ? itemError(crm, item, answer.status) : undefined;
}

const goneOf = (id: string): JsonObject => ({
  code: "SUCCESS",
  details: { id },
  message: "it is gone; an earlier try of this request may have removed it",
  status: "success",
});

/** What is not undefined, for bodies in which what is left out stays as it is. */
export const given = (values: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
