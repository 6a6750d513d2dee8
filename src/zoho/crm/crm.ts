import { type JsonObject, objectsAt, textAt } from "../core/json";
import { kindOf } from "../http/judge";
import { ProductClient } from "../http/productClient";

/** Whether Zoho did what was asked of one record, or has scheduled it. */
export const succeeded = ({ status }: JsonObject): boolean => status === "success" || status === "scheduled";

/** The error that a failed item of an answer amounts to. */
export function itemError(crm: Crm, item: JsonObject, status: number) {
  const code = textAt(item, "code") ?? "UNKNOWN";
  const message = textAt(item, "message") ?? "Zoho gave no reason";
  return crm.error({
    kind: kindOf(Math.max(status, 400), code),
    code,
    status,
    message,
    details: item.details,
  });
}

/**
 * The answer to a call about one thing, as Zoho documents it.
 * @throws ZohoError when the item says no, whatever the HTTP status said.
 */
export function expectItem(crm: Crm, answer: { status: number; body: unknown }, key = "data"): JsonObject {
  const [item] = objectsAt(answer.body, key);
  if (!item)
    throw crm.error({
      kind: "answer",
      code: "UNREADABLE_ANSWER",
      status: answer.status,
      message: `Zoho's answer lists no ${key}`,
    });
  if (!succeeded(item)) throw itemError(crm, item, answer.status);
  return item;
}

/** Zoho CRM as one organization sees it. */
export class Crm extends ProductClient {
  /** The API version in use, as a number: 8 for `v8`, 2.1 for `v2.1`. */
  get version(): number {
    return this.transport.version;
  }
}
