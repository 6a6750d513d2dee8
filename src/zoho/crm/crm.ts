import { isObject, type JsonObject, objectsAt, textAt } from "../core/json";
import { ZohoError } from "../http/errors";
import { type Answer, kindOf } from "../http/judge";
import type { Operation } from "../http/operation";
import { settledBy, unknownOutcome } from "../http/outcome";
import { ProductClient } from "../http/productClient";
import type { Call } from "../http/request";

/** Whether Zoho did what was asked of one record, or has scheduled it. */
export const succeeded = ({ status }: JsonObject): boolean => status === "success" || status === "scheduled";

/** What an answer is judged by beside its body. */
type Judged = Pick<Answer, "status"> & Partial<Pick<Answer, "resent">>;

/** The error that a failed item of an answer amounts to. */
export function itemError(crm: Crm, item: JsonObject, { status, resent }: Judged) {
  const code = textAt(item, "code") ?? "UNKNOWN";
  const message = textAt(item, "message") ?? "Zoho gave no reason";
  return crm.error({
    kind: kindOf(Math.max(status, 400), code),
    code,
    status,
    message,
    details: item.details,
    ...(resent && { resent }),
  });
}

/** A row with the key under which its answers say what became of what was written, mostly in a list. */
export type ItemOperation = Operation & { readonly items: string };

/**
 * What Zoho says of the one thing that a call is about.
 * @throws ZohoError when the item says no, whatever the HTTP status said; as `unsaid` where it says neither
 * yes nor no.
 */
export function expectItem(
  crm: Crm,
  operation: ItemOperation,
  answer: Judged & Pick<Answer, "body">,
): JsonObject {
  const said = isObject(answer.body) ? answer.body[operation.items] : undefined;
  const [item = {}] = isObject(said) ? [said] : objectsAt(answer.body, operation.items);
  if (succeeded(item)) return item;
  const code = textAt(item, "code") ?? "SUCCESS";
  if (item.status === "error" || code !== "SUCCESS") throw itemError(crm, item, answer);
  throw unsaid(crm, operation, "Zoho's answer does not say what became of the request", answer.status);
}

/** Sends a call about one thing, and gives what Zoho says of it, as `expectItem` does. */
export const sendItem = async (crm: Crm, operation: ItemOperation, call: Call): Promise<JsonObject> =>
  expectItem(crm, operation, await crm.send(operation, call));

/**
 * The error for an answer that lacks what it is to say: of a write, nobody knows then whether it was done.
 */
export function unsaid(crm: Crm, { safety }: Operation, message: string, status?: number): ZohoError {
  const failure = { kind: "answer", code: "UNREADABLE_ANSWER", status, message } as const;
  return crm.error(safety === "safe" ? failure : unknownOutcome(failure, safety === "idempotent"));
}

/** How a removal is settled where an earlier try of its request may have been carried out. */
export interface Settling {
  /** Whether Zoho says that it is there no more; by `INVALID_DATA` of nothing else when left out. */
  readonly isGone?: (refusal: ZohoError) => boolean;
  /** What is there of the same place, where the refusal may be of the place instead. */
  readonly remaining?: () => Promise<readonly JsonObject[]>;
}

/** Whether a refusal is of the thing itself, by its id, and not of another value of the request. */
const isOfThing = ({ code, details }: ZohoError): boolean => {
  const named = textAt(details, "param_name") ?? textAt(details, "api_name") ?? "id";
  return code === "INVALID_DATA" && /^ids?$/.test(named);
};

/**
 * Removes one thing. Where an earlier try of the request may have removed it, one that is gone is removed.
 * @param id of what is removed.
 * @returns what Zoho says of it.
 */
export async function removeItem(
  crm: Crm,
  operation: ItemOperation,
  call: Call,
  id: string,
  { isGone = isOfThing, remaining = async () => [] }: Settling = {},
): Promise<JsonObject> {
  try {
    return await sendItem(crm, operation, call);
  } catch (error) {
    if (!(error instanceof ZohoError && error.resent && isGone(error))) throw error;
    return settledBy(crm, error, async () => {
      const isThere = (await remaining()).some((row) => row.id === id);
      return isThere ? undefined : doneBefore(id);
    });
  }
}

/** What is told of a thing that was as a request wants it when that was sent again. */
export const doneBefore = (id: string | undefined): JsonObject => ({
  code: "SUCCESS",
  details: { id },
  message: "an earlier try of this request may have done it",
  status: "success",
});

/** Zoho CRM as one organization sees it. */
export class Crm extends ProductClient {
  /** The API version in use, as a number: 8 for `v8`, 2.1 for `v2.1`. */
  get version(): number {
    return this.transport.version;
  }
}
