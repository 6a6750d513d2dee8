import { type JsonObject, objectsAt, textAt } from "../core/json";
import { ZohoError } from "../http/errors";
import { type Answer, kindOf } from "../http/judge";
import type { Operation } from "../http/operation";
import { settledBy } from "../http/outcome";
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

/**
 * The answer to a call about one thing, as Zoho documents it.
 * @throws ZohoError when the item says no, whatever the HTTP status said.
 */
export function expectItem(crm: Crm, answer: Judged & Pick<Answer, "body">, key = "data"): JsonObject {
  const [item] = objectsAt(answer.body, key);
  if (!item)
    throw crm.error({
      kind: "answer",
      code: "UNREADABLE_ANSWER",
      status: answer.status,
      message: `Zoho's answer lists no ${key}`,
    });
  if (!succeeded(item)) throw itemError(crm, item, answer);
  return item;
}

/** A row with the key under which its answers list what became of what was written. */
export type ItemOperation = Operation & { readonly items: string };

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
    return expectItem(crm, await crm.send(operation, call), operation.items);
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
