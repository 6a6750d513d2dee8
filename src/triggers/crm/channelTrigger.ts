import type { Connection, TriggerPayload } from "@prismatic-io/spectral";
import { type ClientContext, run } from "../../client";
import { isSameSecret, type Refused, wrongToken } from "../../zoho/core/caller";
import type { Crm } from "../../zoho/crm/crm";
import { type NotificationCall, readCall } from "../../zoho/crm/notifications/call";
import { modulesOf } from "../../zoho/crm/notifications/events";
import { closeChannel, type FoundChannel, findChannel, keepChannel } from "../../zoho/crm/notifications/keep";
import { type FlowContext, inHandler, messageOf } from "../called";
import {
  beganAt,
  type ChannelInputs,
  channelIdOf,
  forget,
  keep,
  keptChannel,
  tokenOf,
  wished,
} from "./channel";

/*
 * What the triggers with a notification channel have in common: its life, and which calls are Zoho's.
 */

type Inputs = ChannelInputs & { readonly connection: Connection };
type Context = FlowContext & ClientContext;

/** The handlers that open the channel when a flow is deployed, and close it when it goes. */
export const channelLife = {
  create: (context: Context, { connection, ...input }: Inputs) =>
    run(inHandler(context), connection, async ({ crm }) => {
      const before = keptChannel(context)?.channelId;
      const channelId = channelIdOf(context, input);
      await renew(context, crm, input, await findChannel(crm, channelId), true);
      if (before !== undefined && before !== channelId) await closeChannel(crm, before);
    }),
  delete: async (context: Context, { connection, ...input }: Inputs) => {
    const channelId = keptChannel(context)?.channelId ?? channelIdOf(context, input);
    try {
      await run(inHandler(context), connection, ({ crm }) => closeChannel(crm, channelId));
    } catch (error) {
      context.logger.warn(`The notification channel was left to end by itself. ${messageOf(error)}`);
    }
    forget(context);
  },
};

/**
 * Renews the channel where it is due, makes it again where Zoho has lost it, and gives what Zoho knew of it
 * before.
 */
export async function renew(
  context: Context,
  crm: Crm,
  input: ChannelInputs,
  found: FoundChannel,
  always = false,
): Promise<void> {
  const kept = keptChannel(context);
  if (!always && !kept && !found.isOpen)
    context.logger.warn(
      "The notification channel and what was kept of it are gone. It is opened anew; where the flow remembers nothing either, it begins now.",
    );
  const channel = { channelId: channelIdOf(context, input), token: tokenOf(context, input, found) };
  const began = beganAt(context, modulesOf(input.events), found);
  const dueAt = kept?.expiresAt === found.expiresAt ? kept.dueAt : found.dueAt;
  const life = await keepChannel(crm, wished(context, channel, input), found, { always, dueAt });
  keep(context, { ...channel, ...life, began });
}

/** A call is taken whether or not the channel can be renewed now. */
export async function renewIfDue(
  context: Context,
  crm: Crm,
  input: ChannelInputs,
  { time }: NotificationCall,
): Promise<void> {
  const kept = keptChannel(context);
  if (kept && time < kept.dueAt) return;
  try {
    await renew(context, crm, input, await findChannel(crm, channelIdOf(context, input)));
  } catch (error) {
    context.logger.warn(`The notification channel could not be renewed now. ${messageOf(error)}`);
  }
}

/**
 * Reads a call, where it is one of Zoho's to this flow's channel. Where its token is not kept any more, it is
 * the one that was given, or Zoho is asked.
 */
export async function authentic(
  context: Context,
  { connection, ...input }: Inputs,
  { body }: TriggerPayload,
): Promise<{ readonly ok: true; readonly call: NotificationCall } | Refused> {
  const kept = keptChannel(context);
  const channelId = kept?.channelId ?? channelIdOf(context, input);
  const read = readCall(body.data, { channelId, modules: modulesOf(input.events) });
  if (!read.ok) return read;
  const token =
    kept?.token ??
    input.token ??
    (await run(context, connection, async ({ crm }) => (await findChannel(crm, channelId)).token)) ??
    "";
  return isSameSecret(read.token, token) ? read : wrongToken;
}
