import type { Change } from "../../changes/change";
import { textAt } from "../../core/json";
import { booksTime, secondsOf, timeText } from "../../core/time";
import type { Books } from "../books";
import { calledChange } from "../changes/called";
import type { BooksBegin } from "../changes/changes";
import type { BooksChangeQuery } from "../changes/rows";
import type { RecordType } from "../recordTypes";
import type { WebhookCall } from "./call";
import { calledType } from "./webhooks";

/** Which changes of a record type a flow wants to be called for. */
export interface CalledQuery extends BooksChangeQuery {
  readonly deleted: boolean;
}

/** So many deleted records are remembered: their ids are not used again. */
const MAX_DELETED = 1000;

/**
 * What a call tells, as a change. A record that was saved is looked up in its list, so that the change is the
 * one that the feed would find, and neither tells it again; a deleted one is told as the call has it, since
 * Zoho lists it nowhere.
 * @param remembered what earlier calls left, plain JSON: where the feed of the record type stands, and the
 * records that were told to be deleted last, since a call may come twice.
 * @param begin where the feed begins, if nothing is remembered of it.
 */
export async function takeCall(
  books: Books,
  query: CalledQuery,
  remembered: { readonly feed: unknown; readonly deleted: unknown },
  call: WebhookCall,
  begin: BooksBegin,
): Promise<{ changes: Change[]; state: { feed: unknown; deleted: readonly string[] } }> {
  const type = calledType(query.recordType);
  const { feed, deleted } = remembered;
  const gone = Array.isArray(deleted) ? deleted.map(String) : [];
  if (call.event === "delete") {
    const isNews = query.deleted && !gone.includes(call.id);
    const changes = isNews ? [deletedChange(books, type, call)] : [];
    return {
      changes,
      state: { feed, deleted: isNews ? [...gone, call.id].slice(-MAX_DELETED) : gone },
    };
  }
  const changedAt = secondsOf(textAt(call.record, type.timeField ?? ""));
  const named = { id: call.id, ...(!Number.isNaN(changedAt) && { changedAt }) };
  const { changes, state } = await calledChange(books, query, feed, named, begin);
  return { changes, state: { feed: state, deleted: gone } };
}

/** A deleted record bears the time at which the call came: Zoho names none. */
const deletedChange = (books: Books, type: RecordType, { id, record }: WebhookCall): Change => ({
  change: "deleted",
  id,
  module: type.key,
  modifiedTime: booksTime(timeText(Math.floor(books.now() / 1000))),
  record,
});
