import { batchTrigger, type TriggerPayload } from "@prismatic-io/spectral";
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
import { notifiedFields } from "../../inputs/triggers";
import { checkCall } from "../../zoho/crm/notifications/call";
import { modulesOf } from "../../zoho/crm/notifications/events";
import {
  beginFeeds,
  closeGaps,
  type NotificationMemory,
  notificationMemoryFrom,
  takeCall,
} from "../../zoho/crm/notifications/feed";
import { closeChannel, isDue, keepChannel } from "../../zoho/crm/notifications/keep";
import { notificationsExample } from "../examples";
import { readRound } from "../rounds";
import {
  type ChannelInputs,
  channelOf,
  type FlowContext,
  forget,
  keep,
  keptChannel,
  wished,
} from "./channel";

type Cursor = { memory: NotificationMemory };

export const notificationsTrigger = batchTrigger({
  display: {
    label: "CRM Notifications",
    description:
      "Emits changes of records of Zoho CRM as they happen, by a notification channel that is kept alive. On a schedule, it also finds what no notification told.",
  },
  inputs: {
    connection,
    events,
    fields: notifiedFields,
    notificationCondition,
    notifyOnRelatedAction: emitRelatedActions,
    returnAffectedFieldValues,
    channelId: ownChannelId,
    token: ownToken,
    channelExpiry: firstChannelExpiry,
  },
  scheduleSupport: "valid",
  batchConfig: { batchSize: 100, concurrentBatchLimit: 1 },
  webhookLifecycleHandlers: {
    create: (context, { connection, ...input }) =>
      run(context, connection, async ({ crm }) => {
        const channel = channelOf(context, input);
        const before = keptChannel(context)?.channelId ?? channel.channelId;
        // The feeds begin before the channel does, so that nothing can happen in between.
        const began = await beginFeeds(crm, input, channel.began);
        const expiresAt = await keepChannel(crm, wished(context, channel, input), true);
        if (before !== channel.channelId) await closeChannel(crm, before);
        keep(context, { ...channel, expiresAt, began });
      }),
    delete: async (context, { connection, ...input }) => {
      const { channelId } = keptChannel(context) ?? channelOf(context, input);
      try {
        await run(context, connection, ({ crm }) => closeChannel(crm, channelId));
      } catch (error) {
        context.logger.warn(`The notification channel was left to end by itself. ${messageOf(error)}`);
      }
      forget(context);
    },
  },
  perform: async (context, payload: TriggerPayload<Cursor>, { connection, ...input }) => {
    const state = notificationMemoryFrom(context.polling.getState().notifications);
    const kept = keptChannel(context);
    const memory = { ...state, feeds: { ...kept?.began.feeds, ...state.feeds } };

    if (payload.paginationState || payload.headers["prismatic-invoke-type"] === "Scheduled") {
      const { items, ...page } = await run(context, connection, async ({ crm }) => {
        if (!payload.paginationState) await renew(context, crm, input);
        return readRound(context.batch, payload.paginationState?.memory ?? memory, (before) =>
          closeGaps(crm, input, notificationMemoryFrom(before)),
        );
      });
      context.polling.setState({ notifications: page.memory });
      const paginationState = page.more ? { memory: page.memory } : null;
      return { items, paginationState, polledNoChanges: items.length === 0 && !page.more };
    }

    const checked = checkCall(payload.body.data, kept && { ...kept, modules: modulesOf(input.events) });
    if (!checked.ok) {
      context.logger.warn(`A call to the notification channel was refused: ${checked.reason}.`);
      return { items: [], polledNoChanges: true, response: answer(checked.status, "refused") };
    }
    const { call } = checked;
    const { changes, memory: after } = await run(context, connection, async ({ crm }) => {
      if (kept && isDue(kept.expiresAt, call.time)) await renewIfPossible(context, crm, input);
      return takeCall(crm, input, memory, call);
    });
    context.polling.setState({ notifications: after });
    return { items: changes, polledNoChanges: changes.length === 0, response: answer(200, "received") };
  },
  examplePayload: notificationsExample,
});

const answer = (statusCode: number, status: string) => ({
  statusCode,
  contentType: "application/json",
  body: JSON.stringify({ status }),
});

type Crm = Parameters<typeof keepChannel>[0];

/** Renews the channel where it is due, and makes it again where Zoho has lost it. */
async function renew(context: FlowContext, crm: Crm, input: ChannelInputs): Promise<void> {
  const channel = channelOf(context, input);
  keep(context, { ...channel, expiresAt: await keepChannel(crm, wished(context, channel, input)) });
}

/** A call is taken whether or not the channel can be renewed now. */
async function renewIfPossible(
  context: FlowContext & Logging,
  crm: Crm,
  input: ChannelInputs,
): Promise<void> {
  try {
    await renew(context, crm, input);
  } catch (error) {
    context.logger.warn(`The notification channel could not be renewed now. ${messageOf(error)}`);
  }
}

interface Logging {
  readonly logger: { warn(...args: unknown[]): void };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
