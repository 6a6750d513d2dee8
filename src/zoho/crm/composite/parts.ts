import { isObject, type JsonObject } from "../../core/json";
import { inputError, type ZohoError } from "../../http/errors";

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
 * @throws ZohoError of kind `input` for what Zoho would refuse: over five parts, several records in one, a delete by list, references that lead nowhere or round in a circle.
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
