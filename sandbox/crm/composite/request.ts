import { type Failure, failure } from "../answers";
import { isObject } from "../objects";
import { referredIds } from "./references";

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];
const uriForm = /^\/crm(\/.*)?\/v([0-9]+(?:[.][0-9]+)?)\/.*/;
const idForm = /^[a-zA-Z0-9][a-zA-Z0-9_]*$/;
const restrictedHeaders = ["authorization", "x-crm-org"];
const maxParts = 5;

/** One request within a composite request. */
export interface Part {
  id: string;
  method: string;
  uri: string;
  params: Record<string, unknown>;
  headers: Record<string, unknown>;
  body: unknown;
  /** The parts whose answers it refers to. */
  refersTo: string[];
}

export interface CompositeRequest {
  rollback: boolean;
  parts: Part[];
}

type Read<T> = { value: T } | { problem: Failure };
const key = "__composite_requests";

/** Reads the body of a composite request; what is wrong with any part of it refuses it as a whole. */
export function readComposite(body: unknown, version: string): Read<CompositeRequest> {
  const {
    rollback_on_fail: rollback,
    parallel_execution: parallel,
    [key]: given,
  } = isObject(body) ? body : {};
  const at = { api_name: key, json_path: `$.${key}` };
  if (given === undefined) return refuse("MANDATORY_NOT_FOUND", "required field not found", at);
  if (!Array.isArray(given))
    return refuse("INVALID_DATA", "invalid data", { ...at, expected_data_type: "jsonarray" });
  if (given.length === 0 || given.length > maxParts) {
    return refuse("INVALID_DATA", "invalid data", { ...at, maximum_length: maxParts });
  }
  if (rollback === true && parallel === true) {
    const names = ["rollback_on_fail", "parallel_execution"];
    const ambiguity_due_to = names.map((name) => ({ api_name: name, json_path: `$.${name}` }));
    return refuse("AMBIGUITY_DURING_PROCESSING", "Ambiguity while processing the request", {
      ambiguity_due_to,
    });
  }
  const parts: Part[] = [];
  for (const [index, item] of given.entries()) {
    const part = readPart(item, index, version);
    if ("problem" in part) return part;
    parts.push(part.value);
  }
  const problem = wrongReferences(parts);
  return problem ? { problem } : { value: { rollback: rollback === true, parts } };
}

function readPart(item: unknown, index: number, version: string): Read<Part> {
  const path = `$.${key}[${index}]`;
  const at = (name: string) => ({ api_name: name, json_path: `${path}.${name}` });
  if (!isObject(item)) {
    return refuse("INVALID_DATA", "invalid data", {
      api_name: key,
      json_path: path,
      expected_data_type: "jsonobject",
    });
  }
  const { method, uri, sub_request_id: id = String(index + 1), params = {}, headers = {}, body } = item;
  for (const name of ["method", "uri"]) {
    if (item[name] === undefined) return refuse("MANDATORY_NOT_FOUND", "required field not found", at(name));
  }
  const wrong = (name: string, more: object) =>
    refuse("INVALID_DATA", "invalid data", { ...at(name), ...more });
  if (typeof method !== "string" || !methods.includes(method))
    return wrong("method", { regex: methods.join("|") });
  const [, , own = ""] = (typeof uri === "string" && uriForm.exec(uri)) || [];
  if (typeof uri !== "string" || own === "")
    return wrong("uri", { expected_data_type: "text", regex: "/crm(/.*)?/v[0-9]+([.][0-9]+)?/.*" });
  if (uri.includes("__composite_requests"))
    return refuse("NOT_SUPPORTED", "a sub request cannot be composite", at("uri"));
  const outer = version.slice(1);
  if (Number(own) > Number(outer)) {
    const details = { sub_request_version: Number(own), composite_request_version: Number(outer) };
    return refuse("NOT_SUPPORTED", "the version of the sub request is not supported", details);
  }
  if (typeof id !== "string" || !idForm.test(id))
    return wrong("sub_request_id", { regex: "[a-zA-Z0-9][a-zA-Z0-9_]*" });
  if (!isObject(params)) return wrong("params", { expected_data_type: "jsonobject" });
  if (!isObject(headers)) return wrong("headers", { expected_data_type: "jsonobject" });
  const restricted = Object.keys(headers).filter((name) => restrictedHeaders.includes(name.toLowerCase()));
  if (restricted.length > 0) return wrong("headers", { restricted_headers: restricted });
  if (isObject(body) && Array.isArray(body.data) && body.data.length > 1)
    return wrong("body", { maximum_length: 1 });
  const isByIds = method === "DELETE" && (params.ids !== undefined || /[?&]ids=/.test(uri));
  if (isByIds) return wrong("params", { restricted_params: ["ids"] });
  const refersTo = [...new Set(referredIds([uri, params, headers, body]))];
  return { value: { id, method, uri, params, headers, body, refersTo } };
}

/** Ids that are used twice, references to parts that are not there, and references in a circle. */
function wrongReferences(parts: readonly Part[]): Failure | undefined {
  const ids = parts.map(({ id }) => id);
  const twice = ids.findIndex((id, index) => ids.indexOf(id) < index);
  const at = (index: number) => ({
    api_name: "sub_request_id",
    json_path: `$.${key}[${index}].sub_request_id`,
  });
  if (twice >= 0) {
    return failure("DUPLICATE_DATA", "duplicate data", {
      ...at(twice),
      sub_request_indexes: [ids.indexOf(ids[twice] ?? ""), twice],
    });
  }
  for (const [index, { refersTo }] of parts.entries()) {
    const unknown = refersTo.find((id) => !ids.includes(id));
    if (unknown !== undefined) {
      const details = { api_name: key, json_path: `$.${key}[${index}]`, reference: unknown };
      return failure("INVALID_REFERENCE", "the reference given seems to be invalid", details);
    }
  }
  const left = parts.filter(({ id }) => !inOrder(parts).some((part) => part.id === id));
  if (left.length === 0) return undefined;
  const indexes = left.map(({ id }) => ids.indexOf(id));
  return failure("LOOPING_FOUND", "looping found in the references", {
    ...at(indexes[0] ?? 0),
    sub_request_indexes: indexes,
  });
}

/**
 * The parts in an order in which each comes after those that it refers to, without those for which there is
 * none.
 */
export function inOrder(parts: readonly Part[]): Part[] {
  const ordered: Part[] = [];
  for (let before = -1; before < ordered.length; ) {
    before = ordered.length;
    for (const part of parts) {
      const isReady = part.refersTo.every((id) => ordered.some((done) => done.id === id));
      if (isReady && !ordered.includes(part)) ordered.push(part);
    }
  }
  return ordered;
}

const refuse = (code: string, message: string, details: Record<string, unknown>): { problem: Failure } => ({
  problem: failure(code, message, details),
});
