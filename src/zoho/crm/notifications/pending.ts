import { isObject, type JsonObject } from "../../core/json";
import type { NotificationCall } from "./call";

/** A call that is read again, as it is kept. */
export interface PendingCall {
  readonly module: string;
  readonly operation: NotificationCall["operation"];
  readonly ids: readonly string[];
  readonly time: number;
  readonly affected: readonly (readonly [
    string,
    { readonly fields: readonly string[]; readonly values?: JsonObject },
  ])[];
}

const MAX_PENDING = 200;
/** What a call tells is to be seen so many seconds after it at the latest. */
export const VISIBLE_AFTER = 60;

/** One that was read waits until what it tells is to be seen; one that was not is read by the next round. */
export const pendingOf = (
  { module, operation, ids, time, affected }: NotificationCall,
  wasRead: boolean,
): PendingCall => ({
  module,
  operation,
  ids,
  time: wasRead ? time : time - VISIBLE_AFTER,
  affected: [...affected],
});

export const callOf = (call: PendingCall): NotificationCall => ({
  ...call,
  affected: new Map(call.affected),
  key: "",
});

export const withPending = (pending: readonly PendingCall[] = [], call: PendingCall): PendingCall[] =>
  [...pending, call].slice(-MAX_PENDING);

/** Pending calls as they come back from where they were saved. */
export const pendingFrom = (value: unknown): PendingCall[] =>
  (Array.isArray(value) ? value.filter(isObject) : []).flatMap(callFrom);

function callFrom({ module, operation, ids, time, affected }: JsonObject): PendingCall[] {
  const known = (["insert", "update", "delete"] as const).find((name) => name === operation);
  if (typeof module !== "string" || !known || !Array.isArray(ids) || typeof time !== "number") return [];
  const named = (Array.isArray(affected) ? affected : []).flatMap((entry: unknown) => {
    const [id, told]: unknown[] = Array.isArray(entry) ? entry : [];
    if (typeof id !== "string" || !isObject(told) || !Array.isArray(told.fields)) return [];
    return [
      [
        id,
        { fields: told.fields.map(String), ...(isObject(told.values) && { values: told.values }) },
      ] as const,
    ];
  });
  return [{ module, operation: known, ids: ids.map(String), time, affected: named }];
}
