import { isObject, type JsonObject, parseJson, textAt } from "../core/json";
import { durationText, timeText } from "../core/time";
import type { Failure, FailureKind } from "./errors";
import type { ExchangeOutcome } from "./exchange";
import type { Operation, Product } from "./operation";
import { type Certainty, parseRetryAfter, quotaOf } from "./pacing/retry";

/** A whole and good answer. `body` is parsed JSON, a Buffer for files, and undefined where Zoho sent none. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** True when an earlier try may have been carried out too. */
  readonly resent?: boolean;
}

export interface Refusal {
  readonly ok: false;
  readonly certainty: Certainty;
  readonly failure: Failure;
}

type Verdict = { readonly ok: true; readonly answer: Answer } | Refusal;

interface Question {
  readonly product: Product;
  readonly operation: Operation;
  /** The operation's scope with its module filled in. */
  readonly scope: string;
  readonly as: "json" | "bytes";
  readonly now: number;
}

/** What an outcome means. The status first, then the body, for a failure may hide inside a 2xx. */
export function judge(question: Question, outcome: ExchangeOutcome): Verdict {
  const { product, operation, as } = question;
  if (outcome.kind === "unsent") {
    const message = `Zoho could not be reached at ${outcome.host} (${outcome.reason}). Nothing was sent`;
    return refuse("unsent", { kind: "unavailable", product, code: "UNREACHABLE", message });
  }
  if (outcome.kind === "lost") {
    const message = `Zoho gave no whole answer (${outcome.reason})`;
    const code = outcome.timedOut ? "TIMED_OUT" : "NO_ANSWER";
    return refuse("unknown", { kind: "unavailable", product, code, message });
  }
  if (outcome.kind === "tooLarge") return tooLarge(question, outcome.what, outcome.maxMb);
  const { status, headers } = outcome;
  const expected = operation.success.includes(status);
  const accept = (body: unknown): Verdict => ({ ok: true, answer: { status, headers, body } });
  if (expected && outcome.savedTo !== undefined) return accept(outcome.savedTo);
  if (expected && as === "bytes" && outcome.body.length > 0 && !isRefusal(product, outcome))
    return accept(outcome.body);

  const body = readBody(outcome.body);
  if (status === 429) return throttled(question, body, headers);
  if (status < 500 && listsItems(body, operation.items)) return accept(fieldsOf(body));
  if (expected && (status === 204 || status === 304)) return accept(undefined);
  if (Math.floor(status / 100) !== 2 || saysNo(product, body)) return failed(question, status, body);
  if (body.kind === "empty" && expected && operation.method === "DELETE") return accept(undefined);
  const lacking = lacks(product, operation, body);
  if (lacking === undefined && body.kind === "json") return accept(body.value);
  return refuse("unknown", {
    kind: "answer",
    product,
    code: "UNREADABLE_ANSWER",
    status,
    message: `Zoho's answer ${lacking}`,
  });
}

/** Whether an answer is a file by its name; Zoho's own JSON comes under the name `response.json`. */
const isNamedFile = ({ "content-disposition": disposition }: Readonly<Record<string, string>>): boolean =>
  disposition !== undefined && !/filename="?response\.json/i.test(disposition);

/** A download that Zoho refuses may come as good JSON that says so; a file in JSON comes with its name. */
const isRefusal = (
  product: Product,
  { headers, body }: Extract<ExchangeOutcome, { kind: "answered" }>,
): boolean =>
  !isNamedFile(headers) && /json/.test(headers["content-type"] ?? "") && saysNo(product, readBody(body));

const refuse = (certainty: Certainty, failure: Failure): Verdict => ({ ok: false, certainty, failure });

/**
 * The same size comes again with another try, so there is none; a write whose answer is too large was carried
 * out perhaps.
 */
function tooLarge({ product, operation }: Question, what: "request" | "answer", maxMb: number): Verdict {
  const isRequest = what === "request";
  const message = `The ${what} is larger than ${maxMb} MB, which is the most that is ${isRequest ? "sent" : "read"} at once`;
  const code = isRequest ? "REQUEST_TOO_LARGE" : "ANSWER_TOO_LARGE";
  return refuse(isRequest || operation.safety === "safe" ? "refused" : "unknown", {
    kind: isRequest ? "input" : "answer",
    product,
    code,
    message,
  });
}

const isRedirect = (status: number): boolean => Math.floor(status / 100) === 3;

const spentForToday = /24.?hour|credit|daily/i;

function throttled({ product, now }: Question, body: Body, headers: Answer["headers"]): Verdict {
  const code = codeOf(body) ?? "TOO_MANY_REQUESTS";
  const message = messageOf(body) ?? "Too many requests";
  const failure = { product, code, status: 429, message, details: detailsOf(body) };
  const retryAfterMs = parseRetryAfter(headers["retry-after"], now);
  const spent =
    product === "books" ? code === "45" : spentForToday.test(message) && !/concurren/i.test(message);
  if (spent) {
    const resetMs = retryAfterMs ?? quotaOf(headers)?.resetMs;
    return refuse("refused", {
      ...failure,
      kind: "credits",
      hint: spentHint(product, now, resetMs),
      retryAfterMs: resetMs,
    });
  }
  // Books counts by the minute: once it says so, only the next minute helps.
  const waitMs = retryAfterMs ?? (code === "44" ? 61_000 : undefined);
  return refuse("throttled", { ...failure, kind: "throttled", retryAfterMs: waitMs });
}

function spentHint(product: Product, now: number, resetMs: number | undefined): string | undefined {
  if (product === "crm") return "Credits come back 24 hours after their use.";
  if (resetMs === undefined) return undefined;
  const at = timeText((now + resetMs) / 1000)
    .slice(0, 16)
    .replace("T", " ");
  return `The organization's requests of the day are spent. Zoho Books takes more in ${durationText(resetMs)}, at ${at} UTC.`;
}

function failed({ product, scope }: Question, status: number, body: Body): Verdict {
  const code = codeOf(body) ?? (isRedirect(status) ? "REDIRECTED" : `HTTP_${status}`);
  const blank = body.kind === "text" ? "Zoho answered with a page instead of data" : "Zoho gave no reason";
  return refuse(status >= 500 || status === 408 ? "unknown" : "refused", {
    kind: kindOf(status, code),
    product,
    code,
    status,
    message: messageOf(body) ?? blank,
    details: detailsOf(body),
    hint: scopeHint(code, scope),
  });
}

function scopeHint(code: string, scope: string): string | undefined {
  if (/^(OAUTH_SCOPE_MISMATCH|SCOPE_MISMATCH|INVALID_OAUTH_?SCOPE)$/.test(code))
    return `Add the scope ${scope} to the connection and reconnect.`;
  if (code !== "57") return undefined;
  return `The login has ended, or it lacks the scope ${scope}. Reconnect, and check the scopes of the connection.`;
}

const kindsByCode: Readonly<Record<string, FailureKind>> = {
  NO_PERMISSION: "permission",
  AUTHORIZATION_FAILED: "permission",
  PERMISSION_DENIED: "permission",
  // With 403 too, as for a module that has no shares, or an owner whose account is closed.
  NOT_ALLOWED: "input",
  CANNOT_ASSIGN: "input",
  // What nobody in the organization may, for want of a feature.
  CURRENCIES_NOT_ENABLED: "input",
  FEATURE_NOT_ENABLED: "input",
  FEATURE_NOT_SUPPORTED: "input",
  DUPLICATE_DATA: "conflict",
  CANNOT_PROCESS: "conflict",
  RECORD_LOCKED: "conflict",
  ALREADY_MODIFIED: "conflict",
  "14": "connection",
  "57": "connection",
  "1002": "notFound",
};

/** The kind of a definite refusal. */
export function kindOf(status: number, code: string): FailureKind {
  const byCode = Object.hasOwn(kindsByCode, code) ? kindsByCode[code] : undefined;
  if (byCode) return byCode;
  if (status === 401) return "connection";
  if (status === 403) return code === "INVALID_DATA" ? "input" : "permission";
  if (status === 404) return "notFound";
  if (status === 412) return "conflict";
  if (status >= 500) return "unavailable";
  return isRedirect(status) ? "answer" : "input";
}

/** The body of an answer, read as far as it can be. */
type Body = { kind: "empty" } | { kind: "json"; value: unknown } | { kind: "text" };

function readBody(bytes: Buffer): Body {
  const text = bytes.toString("utf8");
  if (text.trim() === "") return { kind: "empty" };
  try {
    return { kind: "json", value: parseJson(text) };
  } catch {
    return { kind: "text" };
  }
}

const fieldsOf = (body: Body) => (body.kind === "json" && isObject(body.value) ? body.value : {});

/**
 * What says no: the body itself, or the first failed item of a list in it. Projects says it in `error`, Desk
 * in `errorCode`, Mail in `status` and `data`.
 */
function reasonOf(body: Body): JsonObject {
  const fields = fieldsOf(body);
  const { code, errorCode, error, error_info, status, data } = fields;
  // As a 429 of the CRM was once written down: its code is the status over again.
  if (typeof error === "string" && typeof error_info === "string")
    return { ...fields, code: error, message: error_info };
  if (refusesWithin(fields, data)) return data;
  if (code !== undefined) return fields;
  const only = onlyRefusal(fields);
  if (only) return only;
  if (errorCode !== undefined) return { ...fields, code: errorCode };
  if (isObject(error)) return error;
  if (isObject(status))
    return {
      code: isObject(data) && data.errorCode !== undefined ? data.errorCode : status.code,
      message: status.description,
    };
  const items = Object.values(fields).find(Array.isArray) ?? [];
  return items.find((item) => isObject(item) && item.status === "error") ?? fields;
}

/** CRM writes a refusal of all as one object, in the place of the list of what became of each. */
const onlyRefusal = (fields: JsonObject): JsonObject | undefined =>
  Object.values(fields)
    .filter(isObject)
    .find(({ status, code }) => status === "error" && typeof code === "string");

/** Books says that all is well, and in `data` that it did not do what it was asked for. */
const refusesWithin = ({ code }: JsonObject, data: unknown): data is JsonObject =>
  String(code) === "0" &&
  isObject(data) &&
  data.code !== undefined &&
  String(data.code) !== "0" &&
  typeof data.message === "string";

function codeOf(body: Body): string | undefined {
  const { code } = reasonOf(body);
  return ["string", "number"].includes(typeof code) ? String(code) : undefined;
}

const messageOf = (body: Body): string | undefined => textAt(reasonOf(body), "message");

const detailsOf = (body: Body): unknown => reasonOf(body).details;

/**
 * Zoho's two ways of saying no inside a 2xx: CRM's `status: "error"`, and in Books a `code` other than 0. Of
 * the other products some have the one and some the other, with a message.
 */
function saysNo(product: Product, body: Body): boolean {
  const fields = fieldsOf(body);
  const { status, code, message, data } = fields;
  const isOther = code !== undefined && String(code) !== "0";
  switch (product) {
    case "crm":
      return status === "error" || onlyRefusal(fields) !== undefined;
    case "books":
      return isOther || refusesWithin(fields, data);
    case "zoho":
      if (status === "error" || status === "failure" || refusesWithin(fields, data)) return true;
      return isOther && typeof message === "string";
  }
}

/** Whether the answer lists one outcome a record under this key. */
const listsItems = (body: Body, key = ""): boolean => Array.isArray(fieldsOf(body)[key]);

const typeNameOf = (value: unknown): string =>
  Array.isArray(value) ? "a list" : value === null ? "null" : `a ${typeof value}`;

/**
 * What a body lacks to be a good answer of the operation; undefined where it is one. Zoho's maintenance and
 * proxies on the way answer 200 too.
 */
function lacks(
  product: Product,
  { anyAnswer, answers, items, tells }: Operation,
  body: Body,
): string | undefined {
  if (body.kind === "empty") return "is empty";
  if (body.kind === "text") return "is not whole JSON";
  if (anyAnswer) return undefined;
  const { value } = body;
  if (!isObject(value)) return `is ${typeNameOf(value)} instead of an object`;
  if (Object.keys(value).length === 0) return "is an empty object";
  const list = answers ?? items;
  if (list !== undefined) {
    const listed = value[list];
    // Books writes what is empty as an empty text, a list too.
    const isEmpty = product === "books" && listed === "";
    if (!Array.isArray(listed)) return isObject(listed) || isEmpty ? undefined : `has no ${list}`;
    return listed.includes(null) ? `has nothing in the place of one of its ${list}` : undefined;
  }
  const key = tells ?? (product === "books" ? "code" : undefined);
  return key === undefined || (value[key] ?? undefined) !== undefined ? undefined : `has no ${key}`;
}
