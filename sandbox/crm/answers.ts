import type { Answer } from "../core/answer";

/** An error as Zoho words it: `details` says where, `message` what. */
export interface Failure {
  code: string;
  details: Record<string, unknown>;
  message: string;
}

export const failure = (code: string, message: string, details: Record<string, unknown> = {}): Failure => ({
  code,
  details,
  message,
});

/** An error of a whole request: a flat object, with status 400 unless another is given. */
export const refusal = (problem: Failure, status = 400): Answer => ({
  status,
  body: { ...problem, status: "error" },
});

export const ok = (body: unknown, status = 200): Answer => ({ status, body });

/** Nothing found: 204 without a body. */
export const noContent: Answer = { status: 204 };

/** A list under its key with its paging block, or 204 when it is empty. */
export const listAnswer = (key: string, items: readonly unknown[], info?: object): Answer =>
  items.length === 0 ? noContent : ok(info ? { [key]: items, info } : { [key]: items });

/** A request without the body that it needs, whatever its query says. */
export const noBody: Failure = failure("INVALID_DATA", "body", { expected_data_type: "jsonobject" });

export const invalidModule = (details: Record<string, unknown>): Failure =>
  failure("INVALID_MODULE", "the module name given seems to be invalid", details);

export const missingParam = (name: string): Failure =>
  failure("REQUIRED_PARAM_MISSING", "One of the expected parameter is missing", { param_name: name });

export const invalidParam = (name: string, more: Record<string, unknown> = {}): Failure =>
  failure("INVALID_DATA", "invalid data", { param_name: name, ...more });

export const invalidId = (details: Record<string, unknown>): Failure =>
  failure("INVALID_DATA", "the id given seems to be invalid", details);
