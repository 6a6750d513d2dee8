import type { Answer } from "../../core/answer";
import type { SandboxRequest } from "../../http/route";
import { type Failure, failure, refusal } from "../answers";
import type { CrmCall } from "../call";
import { isObject } from "../objects";
import { rememberChanges } from "../undo";
import { NoSuchValue, resolved, valueAt } from "./references";
import { inOrder, type Part, readComposite } from "./request";

/** What a composite request says of one part. */
type Item = { answer: Answer } | { problem: Failure };

const maxRows = 25;
const isDone = (item: Item | undefined): boolean =>
  item !== undefined && "answer" in item && item.answer.status < 400;

/**
 * `POST /__composite_requests`: up to five requests in one, each after those whose answers it refers to; with
 * `rollback_on_fail` all of them or none.
 */
export async function composite({ organization, version, request }: CrmCall): Promise<Answer> {
  const read = readComposite(request.body, version);
  if ("problem" in read) return refused(read.problem);
  const { parts, rollback } = read.value;
  const items = new Map<string, Item>();
  const changes = rememberChanges(organization);
  for (const part of inOrder(parts)) {
    const item = await carryOut(request, part, items);
    items.set(part.id, item);
    if (!rollback || isDone(item)) continue;
    changes.undo();
    undone(parts, items, part);
    break;
  }
  changes.stop();
  return answerOf(parts.map(({ id }) => items.get(id) ?? stopped));
}

/**
 * A mistake in a part stands in a list, as Zoho's example has it; what is wrong with all of it, by itself.
 */
function refused(problem: Failure): Answer {
  const { json_path: path, sub_request_version: version } = problem.details;
  const isOfPart = version !== undefined || String(path).startsWith("$.__composite_requests[");
  return isOfPart
    ? { status: 400, body: { __composite_requests: [itemJson({ problem })] } }
    : refusal(problem);
}

async function carryOut(
  request: SandboxRequest,
  part: Part,
  items: ReadonlyMap<string, Item>,
): Promise<Item> {
  const failed = part.refersTo.filter((id) => !isDone(items.get(id)));
  if (failed.length > 0) {
    const dependent_data = [{ sub_request_id: part.id, referred_sub_request_ids: failed }];
    return {
      problem: failure("PROCESSING_STOPPED", "the sub request refers to one that failed", { dependent_data }),
    };
  }
  try {
    const lookup = (id: string, path: string) => {
      const item = items.get(id);
      return item && "answer" in item ? valueAt(item.answer.body, path) : undefined;
    };
    const [path = "", query = ""] = String(resolved(part.uri, lookup)).split("?", 2);
    const params = new URLSearchParams(query);
    for (const [name, value] of entriesOf(resolved(part.params, lookup))) params.set(name, value);
    if (part.method === "GET")
      params.set("per_page", String(Math.min(maxRows, Number(params.get("per_page") ?? maxRows))));
    const headers = entriesOf(resolved(part.headers, lookup)).map(([name, value]) => [
      name.toLowerCase(),
      value,
    ]);
    const answer = await request.dispatch({
      method: part.method,
      path,
      query: params,
      headers: Object.fromEntries(headers),
      body: resolved(part.body, lookup),
    });
    return { answer };
  } catch (error) {
    if (!(error instanceof NoSuchValue)) throw error;
    const details = { api_name: "__composite_requests", json_path: "$", reference: error.reference };
    return { problem: failure("INVALID_REFERENCE", "the reference given seems to be invalid", details) };
  }
}

const entriesOf = (value: unknown): [string, string][] =>
  Object.entries(isObject(value) ? value : {}).map(([name, item]) => [name, String(item)]);

const stopped: Item = { problem: failure("PROCESSING_STOPPED", "the processing was stopped") };

/** Marks what was done before a part failed as rolled back. */
function undone(parts: readonly Part[], items: Map<string, Item>, failed: Part): void {
  const rollbacked_by_sub_request_index = parts.indexOf(failed);
  const problem = failure("ROLLBACK_PERFORMED", "rollback performed", { rollbacked_by_sub_request_index });
  for (const { id } of parts) if (id !== failed.id && items.has(id)) items.set(id, { problem });
}

/** 200 where every part was executed, however it ended; 207 where some were; 400 where none was. */
function answerOf(items: readonly Item[]): Answer {
  const executed = items.filter((item) => "answer" in item).length;
  const status = executed === items.length ? 200 : executed === 0 ? 400 : 207;
  return { status, body: { __composite_requests: items.map(itemJson) } };
}

function itemJson(item: Item): object {
  if ("problem" in item) return { ...item.problem, status: "error" };
  const { status, body, headers } = item.answer;
  const response = {
    headers: { "Content-Type": "application/json;charset=UTF-8", ...headers },
    status_code: status,
    body: body ?? {},
  };
  const message = "composite sub request executed successfully";
  return { code: "SUCCESS", details: { response }, message, status: "success" };
}
