import { isObject, type JsonObject, objectsAt, textAt } from "../../core/json";
import { kindOf } from "../../http/answers/judge";
import type { Crm } from "../crm";
import { crmOperations } from "../operations";
import { type Part, partsToSend } from "./parts";

export interface CompositeInput {
  readonly parts: readonly Part[];
  /** Undo what was done when a part fails. */
  readonly rollbackOnFail?: boolean;
  /** Carry out the parts one after another, even those that do not refer to each other. */
  readonly sequential?: boolean;
  /** Return failed parts with their outcomes instead of throwing. */
  readonly allowFailedParts?: boolean;
}

/** What became of one part. */
export interface PartOutcome {
  readonly id: string;
  readonly status: "success" | "error";
  /** Zoho's code of the part's own answer where it has one, otherwise of the part. */
  readonly code: string;
  readonly message: string;
  /** The HTTP status of the part's own answer; undefined where the part was not carried out. */
  readonly status_code?: number;
  /** The part's own answer. */
  readonly body?: unknown;
  readonly details?: unknown;
}

export interface CompositeResult {
  /** In the order of the parts. */
  readonly data: readonly PartOutcome[];
  readonly summary: { readonly total: number; readonly succeeded: number; readonly failed: number };
}

/**
 * Sends up to five requests in one, for one credit. Parts may use what others answered, as `@{id:$.data[0].details.id}`.
 * @throws ZohoError `PARTS_FAILED` when any part failed, unless `allowFailedParts` is set. Zoho calls a part a success when it was carried out, whatever it answered: here it counts by
 * its own answer.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/composite-api.html
 */
export async function compositeRequest(crm: Crm, input: CompositeInput): Promise<CompositeResult> {
  const { rollbackOnFail = false, sequential = false, allowFailedParts = false } = input;
  const parts = partsToSend(input.parts, `v${crm.version}`);
  const body = {
    rollback_on_fail: rollbackOnFail,
    parallel_execution: !rollbackOnFail && !sequential,
    __composite_requests: parts,
  };
  const answer = await crm.send(crmOperations.composite, { body });
  const items = objectsAt(answer.body, "__composite_requests");
  const data = parts.map(({ sub_request_id: id }, index) => outcomeOf(id, items[index]));
  const failures = data.filter(({ status }) => status === "error");
  const summary = { total: data.length, succeeded: data.length - failures.length, failed: failures.length };
  const [first] = failures;
  if (!first || allowFailedParts) return { data, summary };
  // Of several failures the first that was carried out is the cause of the others.
  const cause = failures.find(({ status_code }) => status_code !== undefined) ?? first;
  throw crm.error({
    kind: kindOf(Math.max(400, cause.status_code ?? 400), cause.code),
    code: "PARTS_FAILED",
    status: answer.status,
    message: `${failures.length} of ${data.length} parts failed; part ${cause.id}: ${cause.code}, ${cause.message}`,
    details: { data, summary },
    hint: rollbackOnFail ? "The others were undone." : "The others were carried out.",
  });
}

function outcomeOf(id: string, item: JsonObject | undefined): PartOutcome {
  if (!item)
    return {
      id,
      status: "error",
      code: "OUTCOME_UNKNOWN",
      message: "Zoho's answer does not mention this part",
    };
  const details = isObject(item.details) ? item.details : {};
  const response = isObject(details.response) ? details.response : undefined;
  const told = { code: textAt(item, "code") ?? "UNKNOWN", message: textAt(item, "message") ?? "" };
  if (item.status !== "success" || !response) return { id, status: "error", ...told, details };
  const { body } = response;
  const status_code = typeof response.status_code === "number" ? response.status_code : 0;
  const refusal = refusalIn(body);
  const failed = refusal !== undefined || status_code >= 400;
  const code = textAt(refusal, "code") ?? (failed ? `HTTP_${status_code}` : told.code);
  const message = textAt(refusal, "message") ?? told.message;
  return { id, status: failed ? "error" : "success", code, message, status_code, body };
}

/** What says no in the answer of a part: the answer itself, or the first item of a list in it. */
function refusalIn(body: unknown): JsonObject | undefined {
  if (!isObject(body)) return undefined;
  if (body.status === "error") return body;
  const items = Object.values(body).find(Array.isArray) ?? [];
  return items.find((item: unknown) => isObject(item) && item.status === "error");
}
