import type { JsonObject } from "../../core/json";

/*
 * The forms of texts that Zoho takes, after the patterns on its Insert Records page.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/insert-records.html
 */

const email =
  /^[+\-\p{L}\p{M}\p{N}_][\p{L}\p{M}\p{N}!#$%&'*+\-/=?^_`{|}~.]*@(?=.{4,256}$)(?:[\p{L}\p{N}\p{M}](?:[-_]*[\p{L}\p{M}\p{N}])*\.)+[\p{L}\p{M}]{2,22}$/u;
const phone = /^\+?\(?[\dA-Za-z][\dA-Za-z .\-();,#]*$/;
const website = /^(?:(?:https?|ftp):\/\/)?[^\s<>"'@/?]+\.[^\s<>"'@/?.]+(?:[/?]\S*)?$/i;

/** Whether Zoho takes a text for an e-mail address. */
export const isEmail = (text: string): boolean => email.test(text);
/** Whether Zoho takes a text for a phone number. */
export const isPhone = (text: string): boolean => phone.test(text);
/** Whether Zoho takes a text for the address of a website. */
export const isWebsite = (text: string): boolean => website.test(text);

/** What is wrong with a value, in the words that Zoho would answer with. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly details: JsonObject;
}

/** A value as Zoho wants it, or why it cannot be sent. */
export type Typed =
  | {
      readonly ok: true;
      readonly value: unknown;
      /** What a builder should know of it, in a sentence. */
      readonly warning?: string;
    }
  | { readonly ok: false; readonly problem: Problem };

/** A value that Zoho takes for the field's type. */
export const typed = (value: unknown): Typed => ({ ok: true, value });

/** A value that Zoho would refuse, and why. */
export const refused = (problem: Problem): Typed => ({ ok: false, problem });

/** INVALID_DATA for a field: what it wants, in words and as Zoho's details say it. */
export const invalid = (field: string, expected: string, details: JsonObject = {}): Problem => ({
  code: "INVALID_DATA",
  message: `${field}: expected ${expected}`,
  details: { ...details, api_name: field },
});

/** The problem of a field that has to have a value and has none. */
export const missing = (field: string, details: JsonObject = {}): Problem => ({
  code: "MANDATORY_NOT_FOUND",
  message: `required field not found: ${field}`,
  details: { ...details, api_name: field },
});

/** One problem as it is, several as Zoho's list of errors. */
export function combined([first, ...others]: readonly [Problem, ...Problem[]]): Problem {
  if (others.length === 0) return first;
  const errors = [first, ...others].map((problem) => ({ ...problem, status: "error" }));
  const message = errors.map((problem) => problem.message).join("; ");
  return { code: "MULTIPLE_OR_MULTI_ERRORS", message, details: { errors } };
}
