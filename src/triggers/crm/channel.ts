import { isObject, textAt } from "../../zoho/core/json";
import type { ChannelInput } from "../../zoho/crm/notifications/channels";
import {
  type NotificationMemory,
  notificationMemoryFrom,
  type Watched,
} from "../../zoho/crm/notifications/feed";
import { channelIdFor, newToken } from "../../zoho/crm/notifications/keep";

/*
 * What an instance keeps of a flow's channel. It stands in the cross-flow state under the flow's stable id, because the handlers that make and
 * remove the channel see no state of the flow.
 */

export interface KeptChannel {
  readonly channelId: string;
  readonly token: string;
  /** Seconds since the epoch. */
  readonly expiresAt: number;
  /** Where the feeds began, until the flow has a memory of its own. */
  readonly began: NotificationMemory;
}

/** The parts of the platform's context that tell one flow of one instance from all others. */
export interface FlowContext {
  readonly crossFlowState: Record<string, unknown>;
  readonly flow: { readonly name: string; readonly stableId: string };
  readonly instance: { readonly id: string };
  readonly webhookUrls: Record<string, string>;
}

const keyOf = ({ flow }: FlowContext): string => `zoho notifications ${flow.stableId}`;

export function keptChannel(context: FlowContext): KeptChannel | undefined {
  const kept = context.crossFlowState[keyOf(context)];
  const channelId = textAt(kept, "channelId");
  const token = textAt(kept, "token");
  if (!isObject(kept) || channelId === undefined || token === undefined) return undefined;
  const expiresAt = typeof kept.expiresAt === "number" ? kept.expiresAt : 0;
  return { channelId, token, expiresAt, began: notificationMemoryFrom(kept.began) };
}

export function keep(context: FlowContext, channel: KeptChannel): void {
  context.crossFlowState[keyOf(context)] = channel;
}

export function forget(context: FlowContext): void {
  delete context.crossFlowState[keyOf(context)];
}

/** What a builder says of the channel. */
export interface ChannelInputs extends Watched {
  readonly channelId?: string;
  readonly token?: string;
  readonly channelExpiry?: string;
  readonly returnAffectedFieldValues: boolean;
}

/** The channel that a flow has or will have: the same id whenever it is deployed, and the token that it was given first. */
export function channelOf(context: FlowContext, { channelId, token }: ChannelInputs): KeptChannel {
  const kept = keptChannel(context);
  return {
    channelId: channelId ?? channelIdFor(context.instance.id, context.flow.stableId),
    token: token ?? kept?.token ?? newToken(),
    expiresAt: kept?.expiresAt ?? 0,
    began: kept?.began ?? notificationMemoryFrom(undefined),
  };
}

/** The channel as Zoho is asked for it. */
export const wished = (
  context: FlowContext,
  { channelId, token }: KeptChannel,
  input: ChannelInputs,
): ChannelInput => ({
  ...input,
  channelId,
  token,
  notifyUrl: context.webhookUrls[context.flow.name] ?? "",
});
