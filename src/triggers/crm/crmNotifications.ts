import { type TriggerPayload, trigger } from "@prismatic-io/spectral";
import { run } from "../../client";
import { connection } from "../../inputs/connection";
import {
  emitRelatedActions,
  events,
  firstChannelExpiry,
  notificationCondition,
  ownChannelId,
  ownToken,
  returnAffectedFieldValues,
} from "../../inputs/notifications";
import { notifiedFields, returnIdsOnly } from "../../inputs/triggers";
import {
  type NotificationState,
  notificationStateFrom,
  type Watched,
  watchedState,
} from "../../zoho/crm/notifications/feed";
import { findChannel } from "../../zoho/crm/notifications/keep";
import { closeGaps, takeCall } from "../../zoho/crm/notifications/take";
import { answer, type FlowContext, isScheduled, nothing, refuse } from "../called";
import { crmNotificationsExample } from "../examples";
import { batches, type FeedContext, foundIn, keepOf, keptOf, listResolver } from "../feed";
import { crmNames, itemOf } from "../items";
import { readingFrom, readRound } from "../rounds";
import { channelIdOf, keptChannel } from "./channel";
import { authentic, channelLife, renew, renewIfDue } from "./channelTrigger";

export const crmNotifications = trigger({
  display: {
    label: "CRM Notifications with Records",
    description:
      "Emits changes of records of Zoho CRM as they happen, by a notification channel (webhook) that is kept alive. On a schedule, it also finds what no notification told.",
  },
  inputs: {
    connection,
    events,
    selectedFields: notifiedFields,
    returnIdsOnly,
    notificationCondition,
    notifyOnRelatedAction: emitRelatedActions,
    returnAffectedFieldValues,
    channelId: ownChannelId,
    token: ownToken,
    channelExpiry: firstChannelExpiry,
  },
  scheduleSupport: "valid",
  synchronousResponseSupport: "invalid",
  triggerResolverSupport: "valid",
  batchConfig: { batchSize: 100, concurrentBatchLimit: 1 },
  webhookLifecycleHandlers: {
    create: (context, input) => channelLife.create(context, { ...input, fields: input.selectedFields }),
    delete: (context, input) => channelLife.delete(context, { ...input, fields: input.selectedFields }),
  },
  perform: async (context, payload: TriggerPayload, { selectedFields, returnIdsOnly, ...rest }) => {
    const input = { ...rest, fields: selectedFields };
    const shown = { names: crmNames, returnIdsOnly };
    if (payload.paginationState || isScheduled(payload)) {
      const { items, cursor } = await run(context, input.connection, async ({ crm }) => {
        const found = await findChannel(crm, channelIdOf(context, input));
        if (!payload.paginationState) await renew(context, crm, input, found);
        return readRoundOf(context, input, payload, (state, most) =>
          closeGaps(crm, input, state, { now: found.now, most }),
        );
      });
      const told = foundIn(
        payload,
        items.map((item) => itemOf(item, shown)),
        items.length,
        cursor,
      );
      return told.polledNoChanges ? nothing(payload) : told;
    }

    const checked = await authentic(context, input, payload);
    if (!checked.ok) return refuse(context, payload, checked);
    const changes = await run(context, input.connection, async ({ crm }) => {
      await renewIfDue(context, crm, input, checked.call);
      const kept = keptOf(context);
      const reading = readingFrom(kept.notifications);
      const told = await takeCall(crm, input, stateOf(context, input, reading.state), checked.call);
      keepOf(context, { ...kept, notifications: { ...reading, state: told.state } });
      return told.changes;
    });
    const response = answer(200, "received");
    if (changes.length === 0) return { ...nothing(payload), response };
    const items = changes.map((change) => itemOf(change, shown));
    return { ...foundIn(payload, items, items.length, null), response };
  },
  triggerResolver: listResolver,
  examplePayload: crmNotificationsExample,
});

/**
 * A state as it was kept, with where the channel began to tell of modules that were not read yet: the
 * earlier time that either state knows.
 */
const stateOf = (context: FlowContext, watched: Watched, kept: unknown): NotificationState => {
  const state = notificationStateFrom(kept);
  const began = Object.entries(keptChannel(context)?.began ?? {}).map(
    ([module, time]) => [module, Math.min(time, state.began?.[module] ?? time)] as const,
  );
  return watchedState(watched, { ...state, began: { ...state.began, ...Object.fromEntries(began) } });
};

/** One round of closing gaps, from what was kept. */
async function readRoundOf(
  context: FeedContext & FlowContext,
  watched: Watched,
  { paginationState }: TriggerPayload,
  read: (state: NotificationState, most?: number) => ReturnType<typeof closeGaps>,
) {
  const kept = keptOf(context);
  const { items, reading, cursor } = await readRound(
    batches(context),
    readingFrom(kept.notifications),
    paginationState,
    (before, most) => read(stateOf(context, watched, before), most),
  );
  keepOf(context, { ...kept, notifications: reading });
  return { items, cursor };
}
