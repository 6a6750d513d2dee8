import { hash, randomBytes, timingSafeEqual } from "node:crypto";

/*
 * Who calls: Zoho signs none of its calls, so that a secret which it was given tells them from others.
 */

/** A call that is not taken, with the HTTP status of the answer. The reason says nothing of what was sent. */
export interface Refused {
  readonly ok: false;
  readonly status: 400 | 403 | 413;
  readonly reason: string;
}

/** A refusal, for a function that checks calls. */
export const refused = (status: Refused["status"], reason: string): Refused => ({
  ok: false,
  status,
  reason,
});

/** The refusal of a call whose secret is another. */
export const wrongToken: Refused = refused(403, "its token is wrong");

const digest = (text: string): Buffer => hash("sha256", text, "buffer");

/** Whether a secret is the expected one, which is not empty, in a time that tells nothing about either. */
export const isSameSecret = (given: string, expected: string): boolean =>
  expected !== "" && timingSafeEqual(digest(given), digest(expected));

/** A token of chance, for Zoho to send along with each call. */
export const newToken = (): string => randomBytes(24).toString("base64url");
