import { isObject, type JsonObject, textAt } from "../core/json";
import { hintFor } from "./hints";
import type { Product } from "./operation";

/**
 * What a failure is, by what the caller should do about it.
 * `input`: mend the data. `connection`: mend the login, region or scope. `permission`: the user may not.
 * `notFound`, `conflict`: look at the record. `throttled`: later. `credits`: tomorrow. `unavailable`: Zoho or
 * the way to it is down, nothing was done.
 * `unknown`: a write may or may not have happened. `answer`: an answer that cannot be read.
 */
export type FailureKind =
  | "input"
  | "connection"
  | "permission"
  | "notFound"
  | "conflict"
  | "throttled"
  | "credits"
  | "unavailable"
  | "unknown"
  | "answer";

export interface Failure {
  readonly kind: FailureKind;
  readonly product: Product;
  /** Zoho's own code, such as `MANDATORY_NOT_FOUND` or Books' `1002`; one of ours where Zoho gave none. */
  readonly code: string;
  readonly message: string;
  /** The HTTP status, where there was an answer. */
  readonly status?: number;
  readonly details?: unknown;
  readonly hint?: string;
  /** Milliseconds until another try makes sense, where that is known. */
  readonly retryAfterMs?: number;
  /** True for a refusal that came after an earlier try which may have been carried out. */
  readonly resent?: boolean;
}

const productNames: Record<Product, string> = { crm: "Zoho CRM", books: "Zoho Books", zoho: "Zoho" };

/** Every failure of a call to Zoho. The message says what happened, to which field, and what to do. */
export class ZohoError extends Error {
  override readonly name = "ZohoError";
  readonly kind: FailureKind;
  readonly product: Product;
  readonly code: string;
  readonly status: number | undefined;
  readonly details: unknown;
  readonly hint: string | undefined;
  readonly retryAfterMs: number | undefined;
  /** True for a refusal that came after an earlier try which may have been carried out. */
  readonly resent: boolean;
  /** What happened, without the product, the code and the hint. */
  readonly reason: string;

  constructor(failure: Failure) {
    const hint = failure.hint ?? hintFor(failure.product, failure.code, failure.details, failure.message);
    super(describe(failure, hint));
    this.kind = failure.kind;
    this.product = failure.product;
    this.code = failure.code;
    this.status = failure.status;
    this.details = failure.details;
    this.hint = hint;
    this.retryAfterMs = failure.retryAfterMs;
    this.resent = failure.resent ?? false;
    this.reason = failure.message;
  }
}

function describe({ product, code, status, details, ...failure }: Failure, hint: string | undefined): string {
  const message = withReason(failure.message, details);
  const said = message.toLowerCase().split(/[^\w$]/);
  const unsaid = [...new Set(subjectsOf(details))].filter((subject) => !said.includes(subject.toLowerCase()));
  const what = unsaid.length > 0 ? `${withoutStop(message)}: ${unsaid.join(", ")}` : message;
  const head = `${productNames[product]} ${code}${status ? ` (${status})` : ""}: ${what}`;
  return hint ? `${withoutStop(head)}. ${hint}` : head;
}

/** The message with the reason for a general one, which CRM writes into the details of a query. */
function withReason(message: string, details: unknown): string {
  const reason = textAt(details, "reason");
  const isSaid = reason === undefined || message.toLowerCase().includes(reason.toLowerCase());
  return isSaid ? message : `${withoutStop(message)} (${withoutStop(reason)})`;
}

const withoutStop = (text: string): string => text.replace(/[.\s]+$/, "");

/** The fields, parameters or permissions that Zoho's details name. */
function subjectsOf(details: unknown): string[] {
  if (!isObject(details)) return [];
  const [, place] = /^\$\.(ids\[\d+\])$/.exec(textAt(details, "json_path") ?? "") ?? [];
  const subject =
    place ??
    textAt(details, "api_name") ??
    textAt(details, "param_name") ??
    textAt(details, "param") ??
    textAt(details, "column_name") ??
    textAt(details, "column");
  if (subject) return [subject];
  const { expected_fields, ambiguity_due_to, limit_due_to, permissions, param_names } = details;
  const named = [expected_fields, ambiguity_due_to, limit_due_to].find(Array.isArray) ?? [];
  const names = [permissions, param_names].find(Array.isArray) ?? [];
  const errors = Array.isArray(details.errors) ? details.errors : [];
  return [
    ...names.filter((name) => typeof name === "string"),
    ...named.flatMap(subjectsOf),
    ...errors.flatMap((item) => subjectsOf(isObject(item) && item.details)),
  ];
}

/** An input that is refused before any request. */
export function inputError(product: Product, message: string, details?: JsonObject): ZohoError {
  return new ZohoError({ kind: "input", product, code: "INVALID_INPUT", message, details });
}
