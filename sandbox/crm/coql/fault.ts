import { type Failure, failure } from "../answers";

/**
 * Something Zoho would refuse; thrown while a query is read and run, and caught once, where the answer is
 * made.
 */
export class Fault extends Error {
  readonly failure: Failure;

  constructor(code: string, message: string, details: Record<string, unknown> = {}) {
    super(message);
    this.failure = failure(code, message, details);
  }
}
