import { hash } from "node:crypto";
import { type Refused, refused } from "../../core/caller";
import { isObject, type JsonObject, objectsAt, parseJson, textAt } from "../../core/json";

/** What Zoho tells of some records of a module when it calls. */
export interface NotificationCall {
  readonly module: string;
  readonly operation: "insert" | "update" | "delete";
  readonly ids: readonly string[];
  /** Zoho's time of the event, in seconds since the epoch. */
  readonly time: number;
  /** The fields that changed, and their values, by record; where the channel asks for them. */
  readonly affected: ReadonlyMap<
    string,
    { readonly fields: readonly string[]; readonly values?: JsonObject }
  >;
  /** The same for the same call, however often it comes. */
  readonly key: string;
}

type Checked = { readonly ok: true; readonly call: NotificationCall; readonly token: string } | Refused;

/** More than Zoho ever sends. */
const MAX_BYTES = 1024 * 1024;
const MAX_IDS = 1000;
const operations = ["insert", "update", "delete"] as const;

/** What a call has to name. */
interface Expected {
  readonly channelId: string;
  readonly modules: readonly string[];
}

/**
 * Reads a call to a channel. Zoho signs nothing: the channel's id and the token that it sends along, which
 * `hasToken` compares, are all that tells its calls from others. The reason for a refusal says nothing of
 * what was sent.
 */
export function readCall(raw: unknown, channel: Expected): Checked {
  const text = Buffer.isBuffer(raw)
    ? raw.toString("utf8")
    : typeof raw === "string"
      ? raw
      : JSON.stringify(raw ?? "");
  if (Buffer.byteLength(text) > MAX_BYTES) return refused(413, "it is larger than 1 MB");
  const body = parsed(text);
  if (!isObject(body)) return refused(400, "it is no JSON object");
  if (String(body.channel_id) !== channel.channelId) return refused(403, "it names another channel");
  const module = textAt(body, "module");
  if (module === undefined || !channel.modules.includes(module))
    return refused(400, "its module was not asked for");
  const operation = operations.find((known) => known === body.operation);
  if (!operation) return refused(400, "its operation is unknown");
  const ids = Array.isArray(body.ids) ? body.ids.map(String) : [];
  const areIds = ids.length > 0 && ids.length <= MAX_IDS && ids.every((id) => /^\d{1,20}$/.test(id));
  if (!areIds) return refused(400, "it names no records");
  const time = Math.floor(Number(body.server_time) / 1000);
  if (!Number.isFinite(time)) return refused(400, "it has no time");
  const told = [module, operation, String(body.server_time), ...ids].join(" ");
  const key = hash("sha256", told, "base64url").slice(0, 12);
  return {
    ok: true,
    token: textAt(body, "token") ?? "",
    call: { module, operation, ids: [...new Set(ids)], time, affected: affectedOf(body), key },
  };
}

function parsed(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

/** `affected_fields` is a list of objects with an id as their key; `affected_values` has a row a record. */
function affectedOf(body: JsonObject): NotificationCall["affected"] {
  const values = new Map(
    objectsAt(body, "affected_values").map((row) => [
      String(row.record_id),
      isObject(row.values) ? row.values : undefined,
    ]),
  );
  const fields = objectsAt(body, "affected_fields").flatMap((row) => Object.entries(row));
  return new Map(
    fields.map(([id, names]) => [
      id,
      { fields: Array.isArray(names) ? names.map(String) : [], values: values.get(id) },
    ]),
  );
}

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

/** A kept call as a call; the key that it came under is not kept. */
export const callOf = (call: PendingCall): NotificationCall => ({
  ...call,
  affected: new Map(call.affected),
  key: "",
});

/** The kept calls and one more; of more than 200, the newest. */
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
