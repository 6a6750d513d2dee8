import { isObject, textAt } from "../core/json";
import { inputError } from "./errors";
import { checkedCall, filledCall, type KnownCall } from "./knownCalls";
import { type Operation, scopeOf } from "./operation";
import { defaultRetry } from "./pacing/retry";
import type { Call } from "./request";
import type { Transport } from "./transport";

/** A call of the builder's own making, under the keys of the raw request actions. */
export interface RawInput {
  /**
   * A path of the product's own API, such as `/crm/v8/Leads`; never a URL. The operation's where left out.
   */
  readonly url?: string;
  /** The operation's where left out, or GET. */
  readonly method?: Operation["method"];
  /** A call of Zoho's files, such as `POST /Leads/{leadId}/actions/convert`, and the parts of its path. */
  readonly operation?: string;
  readonly pathValues?: Readonly<Record<string, unknown>>;
  /** Send a path that Zoho's files seem to refuse. */
  readonly skipPathCheck?: boolean;
  readonly data?: unknown;
  readonly formData?: Readonly<Record<string, unknown>>;
  readonly fileData?: Readonly<Record<string, unknown>>;
  readonly fileDataFileNames?: Readonly<Record<string, unknown>>;
  readonly queryParams?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly responseType?: "json" | "text" | "arraybuffer";
  /** Milliseconds for one try. */
  readonly timeout?: number;
  readonly maxRetries?: number;
  readonly retryDelayMS?: number;
  readonly useExponentialBackoff?: boolean;
  /** Repeat a write even when it may have been carried out. */
  readonly retryAllErrors?: boolean;
}

/** The table's rows for reading and for everything else, and where the product's paths begin. */
export interface RawRows {
  readonly read: Operation;
  readonly write: Operation;
  readonly prefix: string;
  /** The version that a short path goes to; the client's own where it is left out. */
  readonly version?: string;
  /** The product's own host, where it is not the client's. */
  readonly base?: string;
  /** The calls of Zoho's files, which are of one version of the API; none where the product has none here. */
  readonly known?: { readonly version: string; readonly calls: () => Promise<readonly KnownCall[]> };
}

/**
 * A call to any path of a product's API, under the rules of every other call: only Zoho's hosts, retries that
 * can do no harm, no secret in an error.
 * @returns the parsed body, a Buffer or text as asked for, null where Zoho sent none.
 */
export async function rawRequest(zoho: Transport, rows: RawRows, input: RawInput): Promise<unknown> {
  const { maxRetries, retryDelayMS, useExponentialBackoff = true, retryAllErrors = false } = input;
  const { method, url } = requested(zoho, input);
  const anyPath = checkedPath(zoho, url, rows);
  const row = reading.has(method) ? rows.read : rows.write;
  const known = await knownAs(zoho, rows, input, method, anyPath);
  const operation: Operation = {
    ...row,
    ...known,
    method,
    safety: retryAllErrors ? "idempotent" : row.safety,
  };
  const call: Call = {
    path: { anyPath },
    query: texts(input.queryParams),
    headers: checkedHeaders(zoho, texts(input.headers)),
    body: bodyOf(zoho, input),
    as: input.responseType === undefined || input.responseType === "json" ? "json" : "bytes",
    base: rows.base,
    timeoutMs: input.timeout,
    retry: {
      ...defaultRetry,
      attempts: (maxRetries ?? defaultRetry.attempts - 1) + 1,
      baseMs: retryDelayMS || defaultRetry.baseMs,
      factor: useExponentialBackoff ? defaultRetry.factor : 1,
    },
  };
  const { body } = await zoho.send(operation, call);
  return input.responseType === "text" && Buffer.isBuffer(body) ? body.toString("utf8") : (body ?? null);
}

/** The methods that read; those of none of Zoho's calls are not compared with its files. */
const reading: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);
const ofCalls: ReadonlySet<string> = new Set(["GET", "POST", "PUT", "PATCH", "DELETE"]);

/** The method and path that are asked for: written, or those of the operation that was picked. */
function requested(
  zoho: Transport,
  { url, method, operation, pathValues }: RawInput,
): { readonly method: Operation["method"]; readonly url: string } {
  if (operation === undefined) {
    if (url === undefined) throw inputError(zoho.product, "URL: expected a path, or an Operation");
    return { method: method ?? "GET", url };
  }
  if (url !== undefined)
    throw inputError(zoho.product, "URL: it cannot be combined with Operation, which has a path of its own");
  const chosen = filledCall(zoho.product, operation, pathValues);
  if (method !== undefined && method !== chosen.method)
    throw inputError(zoho.product, `Method: ${operation} is sent by ${chosen.method}, not by ${method}`);
  return { method: chosen.method, url: chosen.path.replace("{version}", `v${zoho.version}`) };
}

/**
 * What Zoho's files tell of a call: its scope, credits and host. They are of one version; what goes to
 * another is sent as it is.
 */
async function knownAs(
  zoho: Transport,
  { prefix, known }: RawRows,
  { headers = {}, skipPathCheck = false }: RawInput,
  method: Operation["method"],
  path: string,
): Promise<Partial<Operation>> {
  const [plain = ""] = path.split("?");
  const [, own = "", version, rest = ""] =
    /^(bulk\/|email\/)?v([\d.]+)(\/.*)$/.exec(plain.slice(prefix.length)) ?? [];
  if (known === undefined || version !== known.version || skipPathCheck || !ofCalls.has(method)) return {};
  const given = {
    method,
    path: own ? `/${own.slice(0, -1)}${rest}` : rest,
    byExternalId: Object.keys(headers).some((name) => /^x-external$/i.test(name)),
  };
  const call = checkedCall(zoho.product, await known.calls(), given);
  if (call === undefined) return {};
  const credits = Number(call.credits);
  return {
    scope: scopeOf(call, given.path.split("/")[1]),
    ...(Number.isFinite(credits) && { credits }),
    ...(call.path.endsWith("/upload") && { host: "upload" }),
  };
}

/**
 * The path as it goes out: it stays where it says, with no host, no way up and no fragment, under the
 * product's own prefix.
 */
function checkedPath(zoho: Transport, path: string, { prefix, version }: RawRows): string {
  const refuse = (reason: string): never => {
    throw inputError(zoho.product, `URL: expected a path such as ${prefix}…, ${reason}`);
  };
  if (/^[a-z][a-z0-9+.-]*:|^[\\/]{2}/i.test(path))
    refuse("not a full URL: the host comes from the connection");
  if (!/^[!"$-[\]-~]+$/.test(path)) refuse("without spaces, control characters, backslashes or a fragment");
  const full = inFull(path.startsWith("/") ? path : `/${path}`, prefix, version ?? `v${zoho.version}`);
  const [plain = ""] = full.split("?");
  if (/%(?![0-9a-f]{2})/i.test(plain)) refuse("with each % followed by two hexadecimal digits");
  const shown = decoded(plain);
  if (/%[0-9a-f]{2}/i.test(shown)) refuse("with nothing encoded twice");
  if (/[\\/]\.{0,2}(?=[\\/])|[\\/]\.{1,2}$/.test(shown)) refuse("without . or .. or empty parts in it");
  const { origin, pathname, search } = new URL(full, nowhere);
  if (origin !== nowhere || pathname !== plain || !pathname.startsWith(prefix))
    refuse(`beginning with ${prefix}`);
  return pathname + search;
}

/** Zoho's products, whose paths are not short for any of another. */
const products =
  /^\/(crm|books|inventory|invoice|expense|subscriptions|billing|bigin|recruit|api|restapi|oauth)(\/|$|\?)/i;

/**
 * A path that leaves out the product, or the product and its version, as the builder means it: `/Leads` is
 * `/crm/v8/Leads`.
 */
function inFull(path: string, prefix: string, version: string): string {
  if (products.test(path) || !/^\/\w[\w.]*(\/|$|\?)/.test(path)) return path;
  const isVersioned = /^\/v\d+(\.\d+)?(\/|$|\?)/.test(path);
  return `${prefix.slice(0, -1)}${isVersioned || version === "" ? "" : `/${version}`}${path}`;
}

const nowhere = "https://nowhere.invalid";

const decoded = (path: string): string =>
  path.replace(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

const texts = (values: Readonly<Record<string, unknown>> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)]));

/** The connector's own, and those that would change where or how a request goes. */
const ownHeaders =
  /^(authorization|host|cookie|content-length|transfer-encoding|connection|proxy-.*|x-forwarded-.*)$/i;

function checkedHeaders(zoho: Transport, headers: Record<string, string>): Record<string, string> {
  const own = Object.keys(headers).find((name) => ownHeaders.test(name.trim()));
  if (own) throw inputError(zoho.product, `Header: ${own} is set by the connector`);
  return headers;
}

function bodyOf(
  zoho: Transport,
  { data, formData = {}, fileData = {}, fileDataFileNames = {} }: RawInput,
): unknown {
  const parts = [...Object.entries(formData), ...Object.entries(fileData)];
  if (parts.length === 0) return typeof data === "string" ? jsonOf(zoho, data) : data;
  if (data !== undefined)
    throw inputError(zoho.product, "Data: it cannot be combined with Form Data or File Data");
  const form = new FormData();
  for (const [key, value] of Object.entries(formData)) form.append(key, String(value));
  for (const [key, value] of Object.entries(fileData)) {
    form.append(key, blobOf(value), String(fileDataFileNames[key] ?? key));
  }
  return form;
}

/** JSON as it was written, to the last digit. */
function jsonOf(zoho: Transport, text: string): Buffer {
  const json = text.replace(/^\uFEFF/, "");
  try {
    JSON.parse(json);
  } catch {
    throw inputError(zoho.product, "Data: expected valid JSON");
  }
  return Buffer.from(json);
}

function blobOf(value: unknown): Blob {
  const content = isObject(value) ? value.data : value;
  const type = textAt(value, "contentType");
  return new Blob([Buffer.isBuffer(content) ? new Uint8Array(content) : String(content)], { type });
}
