import { isObject, type JsonObject, objectsAt, textAt } from "../core/json";
import { inputError, type ZohoError } from "../http/errors";
import { kindOf } from "../http/judge";
import type { Crm } from "./crm";

/** Several calls in one. */
export const compositeOperations = {
  composite: {
    method: "POST",
    path: "/crm/{version}/__composite_requests",
    safety: "unsafe",
    class: "sub",
    scope: "ZohoCRM.composite_requests.CUSTOM",
    credits: 1,
    success: [200, 207],
    items: "__composite_requests",
  },
} as const;

/** One request of a composite request. */
export interface Part {
  /** A name by which other parts refer to its answer; its number from 1 when left out. */
  readonly id?: string;
  readonly method: string;
  /** Such as `Leads`, `Leads/5725767000000524001` or `/crm/v8/Leads`. */
  readonly path: string;
  readonly params?: JsonObject;
  readonly headers?: JsonObject;
  readonly body?: unknown;
}

const MAX_PARTS = 5;
/** Records that a part which reads gets at most, whatever it asks for. */
const MAX_ROWS = 25;
const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];
const idForm = /^[A-Za-z0-9]\w*$/;
const ownHeaders = ["authorization", "x-crm-org"];
const reference = /@\{([^:}]*):/g;

/** What Zoho wants of the parts; each is as it will be sent. */
export interface SentPart {
  readonly sub_request_id: string;
  readonly method: string;
  readonly uri: string;
  readonly params?: JsonObject;
  readonly headers?: JsonObject;
  readonly body?: unknown;
}

/**
 * The parts as Zoho takes them.
 * @param version of the API, such as `v8`, for paths that name none.
 * @throws ZohoError of kind `input` for what Zoho would refuse: over five parts, several records in one, a
 * delete by list, references that lead nowhere or round in a circle.
 */
export function partsToSend(parts: readonly Part[], version: string): SentPart[] {
  if (parts.length === 0 || parts.length > MAX_PARTS) {
    throw inputError("crm", `Parts: expected 1 to ${MAX_PARTS}, got ${parts.length}`);
  }
  const sent = parts.map((part, index) => partToSend(part, index, version));
  const ids = sent.map(({ sub_request_id: id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) < index);
  if (twice !== undefined) throw inputError("crm", `Parts: two of them have the id ${twice}`);
  const refersTo = new Map(sent.map((part) => [part.sub_request_id, referredIds(part)]));
  for (const [id, others] of refersTo) {
    const unknown = others.find((other) => !ids.includes(other));
    if (unknown !== undefined)
      throw refuse(id, `refers to ${unknown || "a part without an id"}, which is none of the parts`);
    if (leadsTo(id, id, refersTo)) throw refuse(id, "refers to itself, directly or through others");
  }
  return sent;
}

function partToSend(
  { id, method, path, params, headers, body }: Part,
  index: number,
  version: string,
): SentPart {
  const name = id ?? String(index + 1);
  if (!idForm.test(name))
    throw refuse(name, "has an id of other characters than letters, digits and underscores");
  const verb = method.toUpperCase();
  if (!methods.includes(verb)) throw refuse(name, `has a method that is none of ${methods.join(", ")}`);
  const uri = path.startsWith("/") ? path : `/crm/${version}/${path}`;
  if (!/^\/crm(\/.*)?\/v\d+(\.\d+)?\/./.test(uri)) throw refuse(name, "has a path that is not under /crm/");
  const forbidden = Object.keys(headers ?? {}).find((header) => ownHeaders.includes(header.toLowerCase()));
  if (forbidden) throw refuse(name, `sets the header ${forbidden}, which the connection sets`);
  if (isObject(body) && Array.isArray(body.data) && body.data.length > 1) {
    throw refuse(name, `has ${body.data.length} records, and Zoho takes one in a part`);
  }
  if (verb === "DELETE" && (params?.ids !== undefined || /[?&]ids=/.test(uri))) {
    throw refuse(name, "deletes by a list of ids, and Zoho takes one id in the path");
  }
  const rows = Number(params?.per_page ?? MAX_ROWS);
  if (rows > MAX_ROWS)
    throw refuse(name, `asks for ${rows} records a page, and Zoho gives ${MAX_ROWS} in a part`);
  return {
    sub_request_id: name,
    method: verb,
    uri,
    ...(params ? { params } : {}),
    ...(headers ? { headers } : {}),
    ...(body === undefined ? {} : { body }),
  };
}

const referredIds = (part: SentPart): string[] => [
  ...new Set([...JSON.stringify(part).matchAll(reference)].map(([, id = ""]) => id)),
];

function leadsTo(
  from: string,
  to: string,
  refersTo: ReadonlyMap<string, readonly string[]>,
  seen: ReadonlySet<string> = new Set(),
): boolean {
  return (refersTo.get(from) ?? []).some(
    (next) => next === to || (!seen.has(next) && leadsTo(next, to, refersTo, new Set([...seen, next]))),
  );
}

const refuse = (id: string, reason: string): ZohoError => inputError("crm", `Parts: part ${id} ${reason}`);

export interface CompositeInput {
  readonly parts: readonly Part[];
  /** Undo what was done when a part fails. */
  readonly rollbackOnFail?: boolean;
  /** Carry out the parts one after another, even those that do not refer to each other. */
  readonly sequential?: boolean;
  /** Return failed parts with their outcomes instead of throwing. */
  readonly allowFailedParts?: boolean;
}

/** What became of one part. */
export interface PartOutcome {
  readonly id: string;
  readonly status: "success" | "error";
  /** Zoho's code of the part's own answer where it has one, otherwise of the part. */
  readonly code: string;
  readonly message: string;
  /** The HTTP status of the part's own answer; undefined where the part was not carried out. */
  readonly status_code?: number;
  /** The part's own answer. */
  readonly body?: unknown;
  readonly details?: unknown;
}

export interface CompositeResult {
  /** In the order of the parts. */
  readonly data: readonly PartOutcome[];
  readonly summary: { readonly total: number; readonly succeeded: number; readonly failed: number };
}

/**
 * Sends up to five requests in one, for one credit. Parts may use what others answered, as
 * `@{id:$.data[0].details.id}`.
 * @throws ZohoError `PARTS_FAILED` when any part failed, unless `allowFailedParts` is set. Zoho calls a part
 * a success when it was carried out, whatever it answered: here it counts by its own answer. Zoho's own code
 * for a request of which it carried out no part.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/composite-api.html
 */
export async function compositeRequest(crm: Crm, input: CompositeInput): Promise<CompositeResult> {
  const { rollbackOnFail = false, sequential = false, allowFailedParts = false } = input;
  const parts = partsToSend(input.parts, `v${crm.version}`);
  const body = {
    rollback_on_fail: rollbackOnFail,
    parallel_execution: !rollbackOnFail && !sequential,
    __composite_requests: parts,
  };
  const answer = await crm.send(compositeOperations.composite, { body });
  const items = objectsAt(answer.body, "__composite_requests");
  const [told, ...others] = items;
  if (told && others.length === 0 && parts.length > 1 && isOfRequest(told))
    throw refusalOfAll(crm, parts, told);
  const data = parts.map(({ sub_request_id: id }, index) => outcomeOf(id, items[index]));
  const failures = data.filter(({ status }) => status === "error");
  const summary = { total: data.length, succeeded: data.length - failures.length, failed: failures.length };
  const [first] = failures;
  if (!first || allowFailedParts) return { data, summary };
  // Of several failures the first that was carried out is the cause of the others.
  const cause = failures.find(({ status_code }) => status_code !== undefined) ?? first;
  throw crm.error({
    kind: kindOf(Math.max(400, cause.status_code ?? 400), cause.code),
    code: "PARTS_FAILED",
    status: answer.status,
    message: `${failures.length} of ${data.length} parts failed; part ${cause.id}: ${cause.code}, ${cause.message}`,
    details: { data, summary },
    hint: rollbackOnFail ? "The others were undone." : "The others were carried out.",
  });
}

const partIn = /^\$\.__composite_requests\[(\d+)\]/;

/**
 * Whether an item tells of a mistake in how a part is written, for which Zoho carries none of them out. An
 * item that says less may be the outcome of one part.
 */
const isOfRequest = ({ status, details }: JsonObject): boolean =>
  status === "error" &&
  isObject(details) &&
  (details.sub_request_version !== undefined || partIn.test(String(details.json_path)));

function refusalOfAll(crm: Crm, parts: readonly SentPart[], { code: given, message, details }: JsonObject) {
  const code = typeof given === "string" ? given : "UNKNOWN";
  const [, place] = partIn.exec(textAt(details, "json_path") ?? "") ?? [];
  const id = parts[Number(place)]?.sub_request_id;
  const where = id === undefined ? "" : `part ${id}: `;
  return crm.error({
    kind: kindOf(400, code),
    code,
    status: 400,
    message: `${where}${String(message ?? "")}, so that no part was carried out`,
    details,
  });
}

function outcomeOf(id: string, item: JsonObject | undefined): PartOutcome {
  if (!item)
    return {
      id,
      status: "error",
      code: "OUTCOME_UNKNOWN",
      message: "Zoho's answer does not mention this part",
    };
  const details = isObject(item.details) ? item.details : {};
  const response = isObject(details.response) ? details.response : undefined;
  const told = { code: textAt(item, "code") ?? "UNKNOWN", message: textAt(item, "message") ?? "" };
  if (item.status !== "success" || !response) return { id, status: "error", ...told, details };
  const { body } = response;
  const status_code = typeof response.status_code === "number" ? response.status_code : 0;
  const refusal = refusalIn(body);
  const failed = refusal !== undefined || status_code >= 400;
  const code = textAt(refusal, "code") ?? (failed ? `HTTP_${status_code}` : told.code);
  const message = textAt(refusal, "message") ?? told.message;
  return { id, status: failed ? "error" : "success", code, message, status_code, body };
}

/** What says no in the answer of a part: the answer itself, or the first item of a list in it. */
function refusalIn(body: unknown): JsonObject | undefined {
  if (!isObject(body)) return undefined;
  if (body.status === "error") return body;
  const items = Object.values(body).find(Array.isArray) ?? [];
  return items.find((item: unknown) => isObject(item) && item.status === "error");
}
