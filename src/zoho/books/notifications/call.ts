import { isSameSecret, type Refused, refused, wrongToken } from "../../core/caller";
import { isObject, type JsonObject, parseJson, textAt } from "../../core/json";
import type { RecordType } from "../recordTypes";
import { type RuleEvent, ruleEvents, webhookHeaders } from "./webhooks";

/** What a webhook tells of a record. */
export interface WebhookCall {
  readonly event: RuleEvent;
  readonly id: string;
  /** What came of the record: all of it, or of a deleted one the id. */
  readonly record: JsonObject;
}

/** A call of Zoho's; without `call` it tells of nothing, as the one that tries a webhook as it is saved. */
type Checked = { readonly ok: true; readonly call?: WebhookCall } | Refused;

interface Received {
  readonly headers: Readonly<Record<string, unknown>>;
  /** The body as text, as its bytes, or read already. */
  readonly raw: unknown;
}

/**
 * Reads a call of a webhook. Zoho signs nothing: the token that the webhook bears as a header tells its calls
 * from others. The record stands under its key or by itself, as JSON or as the field `payload` of a form.
 */
export function readCall(
  { headers, raw }: Received,
  { type, token }: { type: RecordType; token: string },
): Checked {
  const body = bodyOf(raw);
  if (body === undefined) return { ok: true };
  if (!isSameSecret(headerOf(headers, webhookHeaders.token), token)) return wrongToken;
  const told = headerOf(headers, webhookHeaders.event);
  const event = ruleEvents.find((known) => known === told);
  if (!event) return refused(400, "its event is unknown");
  if (!isObject(body)) return refused(400, "it is no JSON object");
  const named = [body, ...Object.values(body)].filter(isObject);
  const record = named.find((each) => idIn(each, type) !== undefined);
  const id = record && idIn(record, type);
  if (!record || id === undefined) return refused(400, "it names no record");
  return { ok: true, call: { event, id, record } };
}

/** The id of a record; a number only where no digit of it can have been lost on the way. */
function idIn(record: JsonObject, { keys }: RecordType): string | undefined {
  const value = record[keys.id];
  const id = Number.isSafeInteger(value) ? String(value) : textAt(record, keys.id);
  return id !== undefined && /^\d{1,20}$/.test(id) ? id : undefined;
}

const headerOf = (headers: Received["headers"], wanted: string): string =>
  String(Object.entries(headers).find(([name]) => name.toLowerCase() === wanted.toLowerCase())?.[1] ?? "");

/** What was sent; undefined for nothing at all. */
function bodyOf(raw: unknown): unknown {
  const read = Buffer.isBuffer(raw)
    ? parsed(raw.toString("utf8"))
    : typeof raw === "string"
      ? parsed(raw)
      : raw;
  const body = isObject(read) && typeof read.payload === "string" ? parsed(read.payload) : read;
  return body === null || body === "" ? undefined : body;
}

/** JSON, or a form whose field `payload` is JSON; text that is neither stays text. */
function parsed(text: string): unknown {
  if (text.trim() === "") return undefined;
  try {
    return parseJson(text);
  } catch {
    const payload = new URLSearchParams(text).get("payload");
    return payload === null ? text : parsed(payload);
  }
}
