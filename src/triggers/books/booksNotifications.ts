import { type TriggerPayload, trigger } from "@prismatic-io/spectral";
import { run } from "../../client";
import { calledType } from "../../inputs/books";
import { connection, organizationId } from "../../inputs/connection";
import { showDeletedRecords as anyDeleted, returnIdsOnly, showNewRecords } from "../../inputs/triggers";
import { nextChanges } from "../../zoho/books/changes/changes";
import { readCall } from "../../zoho/books/notifications/call";
import { takeCall } from "../../zoho/books/notifications/take";
import { calledType as typeOf } from "../../zoho/books/notifications/webhooks";
import type { Change } from "../../zoho/changes/change";
import { answer, isScheduled, nothing, refuse } from "../called";
import { booksChangesExample } from "../examples";
import { foundIn, keepOf, keptOf, listResolver, pollFeed } from "../feed";
import { readingFrom } from "../rounds";
import { listedFields, shownIn, showUpdatedRecords } from "./booksRecordChanges";
import { beganAt, heal, tokenOf, webhookLife, zohosSeconds } from "./webhooks";

const showDeletedRecords = {
  ...anyDeleted,
  comments:
    "When true, deleted records are emitted as deleted, with their ids alone. Zoho tells of them by calls only, which no scheduled run can make up for.",
};

/** A deleted record is told by calls alone, at the time of the call; its id does not come again. */
const itemsOf = (changes: readonly Change[], input: Parameters<typeof shownIn>[1]) =>
  shownIn(changes, input).map((item) =>
    item.change === "deleted" ? { ...item, itemKey: `${item.module}/${item.id}/deleted` } : item,
  );

/** Where a call begins a feed of which nothing is kept: so many seconds before it. */
const BEFORE_CALL = 300;

export const booksNotifications = trigger({
  display: {
    label: "Books Notifications with Records",
    description:
      "Emits changes of records of a type of Zoho Books as they happen, by workflow rules and webhooks that are made when the instance is deployed and removed with it. On a schedule, it also finds what no call told.",
  },
  inputs: {
    connection,
    organizationId,
    recordType: calledType,
    showNewRecords,
    showUpdatedRecords,
    showDeletedRecords,
    selectedFields: listedFields,
    returnIdsOnly,
  },
  scheduleSupport: "valid",
  synchronousResponseSupport: "invalid",
  triggerResolverSupport: "valid",
  batchConfig: { batchSize: 100, concurrentBatchLimit: 1 },
  webhookLifecycleHandlers: webhookLife,
  perform: async (context, payload: TriggerPayload, { connection, ...input }) => {
    const {
      recordType,
      showNewRecords: created,
      showUpdatedRecords: updated,
      showDeletedRecords: deleted,
    } = input;
    const query = { recordType, created, updated, deleted };
    if (payload.paginationState || isScheduled(payload)) {
      const { items, cursor } = await run(context, connection, async (clients) => {
        const books = clients.books(input.organizationId);
        if (!payload.paginationState) await heal(context, books, { connection, ...input });
        return pollFeed(context, payload, (before, most) =>
          nextChanges(books, { ...query, most }, before, beganAt(context)),
        );
      });
      const told = foundIn(payload, itemsOf(items, input), items.length, cursor);
      return told.polledNoChanges ? nothing(payload) : told;
    }

    const { headers, body } = payload;
    const known = { type: typeOf(recordType), token: tokenOf(context, connection) };
    const checked = readCall({ headers, raw: body.data }, known);
    if (!checked.ok) return refuse(context, payload, checked);
    const response = answer(200, "received");
    const { call } = checked;
    if (!call) return { ...nothing(payload), response };
    const changes = await run(context, connection, async (clients) => {
      const books = clients.books(input.organizationId);
      const { feed, deleted: gone, ...kept } = keptOf(context);
      const reading = readingFrom(feed);
      const begin = beganAt(context) ?? zohosSeconds(books) - BEFORE_CALL;
      const told = await takeCall(books, query, { feed: reading.state, deleted: gone }, call, begin);
      keepOf(context, { ...kept, feed: { ...reading, state: told.state.feed }, deleted: told.state.deleted });
      return told.changes;
    });
    if (changes.length === 0) return { ...nothing(payload), response };
    const items = itemsOf(changes, input);
    return { ...foundIn(payload, items, items.length, null), response };
  },
  triggerResolver: listResolver,
  examplePayload: booksChangesExample,
});
