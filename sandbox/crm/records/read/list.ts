import type { Answer } from "../../../core/answer";
import { failure, missingParam, noContent, ok, refusal } from "../../answers";
import { type ModuleCall, moduleRoute, moduleScopes } from "../../call";
import { compareIds } from "../../coql/catalog";
import type { RecordData } from "../../metadata/types";
import { listOf } from "../../objects";
import type { View } from "../../store/moduleStore";
import { compareByModifiedTime, firstWhere, modifiedTime } from "../../store/sorted";
import { olderKeys } from "../olderKeys";
import { allListed, listed } from "../present";
import { type ListFilter, readFilter } from "./listFilter";
import type { PageStart } from "./pageTokens";
import { type Paging, readPaging } from "./paging";

const maxFields = 50;

/** `GET /{module}`: a page of a module's records. */
export const listRoute = moduleRoute("crm.records.list", ["GET", "/:module"], listRecords, {
  scopes: moduleScopes("READ"),
  credits: ({ query }) => (query.has("cvid") ? 3 : 1),
  subConcurrency: ({ query }) => query.has("cvid") || query.has("sort_by"),
});

function listRecords(call: ModuleCall): Answer {
  return listFrom(call, call.organization.view(call.module), listed);
}

/**
 * A page of any list of a module's records, by the parameters of "Get Records".
 * @param view The records of the list.
 * @param present A record with the fields that are asked for.
 */
export function listFrom(call: ModuleCall, view: View, present: typeof listed): Answer {
  const { request, module, version } = call;
  const names = listOf(request.query.get("fields"));
  if (names.length === 0 && version !== "v2") return refusal(missingParam("fields"));
  if (names.length > maxFields) {
    const details = { limit: maxFields, param_name: "fields" };
    return refusal(failure("LIMIT_EXCEEDED", "fields limit exceeded", details));
  }
  const paging = readPaging(call);
  if ("problem" in paging) return refusal(paging.problem);
  const filter = readFilter(call);
  if ("problem" in filter) return refusal(filter.problem);

  const page = takePage(view, paging, filter);
  if (page.records.length === 0) return filter.modifiedSince === undefined ? noContent : { status: 304 };
  const isAll = names.length === 0;
  const fields = isAll ? allListed(module) : names;
  return ok({
    data: page.records.map((record) => ({
      ...present(module, record, fields),
      ...(isAll ? olderKeys(call.version, module, record) : {}),
    })),
    info: infoOf(call, paging, page),
  });
}

interface Page {
  records: RecordData[];
  more: boolean;
}

/** Walks the records in order from where the page begins, until it is full. */
function takePage(view: View, paging: Paging, filter: ListFilter): Page {
  const rows = paging.sortBy === "Modified_Time" ? view.byModifiedTime() : view.byId();
  const descending = paging.sortOrder === "desc";
  const step = descending ? -1 : 1;
  const records: RecordData[] = [];
  let toSkip = paging.start.after ? 0 : paging.start.offset;
  for (let at = firstPosition(rows, paging, descending); at >= 0 && at < rows.length; at += step) {
    const record = rows[at];
    if (!record || !filter.matches(record)) continue;
    if (toSkip > 0) {
      toSkip -= 1;
      continue;
    }
    if (records.length === paging.perPage) return { records, more: true };
    records.push(record);
  }
  return { records, more: false };
}

function firstPosition(rows: readonly RecordData[], { start, sortBy }: Paging, descending: boolean): number {
  const { after } = start;
  if (!after) return descending ? rows.length - 1 : 0;
  const mark: RecordData = { id: after.id, Modified_Time: after.modifiedTime };
  const compare = (record: RecordData) =>
    sortBy === "Modified_Time" ? compareByModifiedTime(record, mark) : compareIds(record.id, mark.id);
  return descending
    ? firstWhere(rows, (record) => compare(record) >= 0) - 1
    : firstWhere(rows, (record) => compare(record) > 0);
}

function infoOf({ organization, version }: ModuleCall, paging: Paging, { records, more }: Page): object {
  const { perPage, start } = paging;
  const short = { per_page: perPage, count: records.length, page: start.page, more_records: more };
  if (version === "v2") return { ...short, sort_by: paging.sortBy, sort_order: paging.sortOrder };
  const last = records.at(-1);
  const next: PageStart | undefined =
    more && last
      ? {
          params: start.params,
          after: { id: last.id, modifiedTime: modifiedTime(last) },
          offset: start.offset + records.length,
          page: start.page + 1,
          previous: paging.token,
        }
      : undefined;
  const tokens = organization.pageTokens;
  const nextToken = next ? tokens.issue(next) : null;
  const anyToken = nextToken !== null || start.previous !== null;
  return {
    call: false,
    ...short,
    next_page_token: nextToken,
    sort_by: paging.sortBy,
    previous_page_token: start.previous,
    page_token_expiry: anyToken ? organization.timeText(tokens.expiry()) : null,
    sort_order: paging.sortOrder,
    email: false,
  };
}
