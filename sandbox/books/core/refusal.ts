import type { Answer } from "../../core/answer";

/**
 * Why Books refuses a call: its own code and words, with the HTTP status. Thrown by rules, answered by the
 * route.
 */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: number,
    message: string,
  ) {
    super(message);
  }

  get answer(): Answer {
    return { status: this.status, body: { code: this.code, message: this.message } };
  }
}

/** A value that cannot be what it is given for: `Invalid value passed for {name}`. */
export const invalidValue = (name: string): Refusal =>
  new Refusal(400, 4, `Invalid value passed for ${name}`);

/** A value of a query parameter that is none of those the list knows. */
export const invalidParameter = (name: string): Refusal =>
  new Refusal(400, 2, `Invalid value passed for ${name}`);

export const tooLong = (name: string, limit: number): Refusal =>
  new Refusal(400, 15, `Please ensure that the "${name}" has less than ${limit} characters.`);

/** A record that is not there, by the noun Books has for its type. */
export const doesNotExist = (noun: string): Refusal => new Refusal(404, 1002, `${noun} does not exist.`);

/**
 * What the books do not allow. Which code and words Zoho has for it is not known: they are the sandbox's own.
 */
export const notAllowed = (message: string): Refusal => new Refusal(400, 1003, message);

export const unknownPath = new Refusal(404, 5, "Invalid URL Passed");
