import { newToken } from "../../zoho/core/caller";
import { isObject, textAt } from "../../zoho/core/json";
import type { ChannelInput } from "../../zoho/crm/notifications/channels";
import type { Watched } from "../../zoho/crm/notifications/feed";
import { type ChannelLife, channelIdFor, type FoundChannel } from "../../zoho/crm/notifications/keep";
import type { FlowContext } from "../called";

/*
 * What an instance keeps of a flow's channel. It stands in the cross-flow state under the flow's stable id,
 * because the handlers that make and remove the channel see no state of the flow. The platform writes that
 * state as a whole, so that another flow's write can wipe it: Zoho then says the same of the channel.
 */

export interface KeptChannel extends ChannelLife {
  readonly channelId: string;
  readonly token: string;
  /** When the channel began to tell of each module, in Zoho's seconds since the epoch. */
  readonly began: Readonly<Record<string, number>>;
}

const keyOf = ({ flow }: FlowContext): string => `zoho notifications ${flow.stableId}`;

/** The channel that a flow keeps; undefined where it has none, or the state was lost. */
export function keptChannel(context: FlowContext): KeptChannel | undefined {
  const kept = context.crossFlowState[keyOf(context)];
  const channelId = textAt(kept, "channelId");
  const token = textAt(kept, "token");
  if (!isObject(kept) || channelId === undefined || token === undefined) return undefined;
  const time = (name: string) => (typeof kept[name] === "number" ? kept[name] : 0);
  const began = Object.entries(isObject(kept.began) ? kept.began : {}).filter(hasTime);
  return {
    channelId,
    token,
    expiresAt: time("expiresAt"),
    dueAt: time("dueAt"),
    began: Object.fromEntries(began),
  };
}

const hasTime = (entry: [string, unknown]): entry is [string, number] => typeof entry[1] === "number";

/** Keeps a channel in the state that all flows of the instance share. */
export function keep(context: FlowContext, channel: KeptChannel): void {
  context.crossFlowState[keyOf(context)] = channel;
}

/** Forgets the channel of a flow. */
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

/** The id of the channel that a flow has or will have: the same whenever it is deployed. */
export const channelIdOf = (context: FlowContext, { channelId }: Pick<ChannelInputs, "channelId">): string =>
  channelId ?? channelIdFor(context.instance.id, context.flow.stableId);

/** The token of a flow's channel: the one that it was given first, which Zoho knows too. */
export const tokenOf = (context: FlowContext, { token }: ChannelInputs, found?: FoundChannel): string =>
  token ?? keptChannel(context)?.token ?? found?.token ?? newToken();

/** The clock of Zoho's answers may be so many seconds ahead of that of its records. */
const BEFORE = 5;

/** When the channel began to tell of each module: as is kept, as Zoho's channel tells, or now. */
export function beganAt(
  context: FlowContext,
  modules: readonly string[],
  { modules: watched, isOpen, openedAt, now }: FoundChannel,
): Record<string, number> {
  const kept = keptChannel(context)?.began ?? {};
  const since = (module: string) => (isOpen && watched.includes(module) ? openedAt : now - BEFORE);
  return Object.fromEntries(modules.map((module) => [module, kept[module] ?? since(module)]));
}

/** The channel as Zoho is asked for it. */
export const wished = (
  context: FlowContext,
  { channelId, token }: Pick<KeptChannel, "channelId" | "token">,
  input: ChannelInputs,
): ChannelInput => ({
  ...input,
  channelId,
  token,
  notifyUrl: context.webhookUrls[context.flow.name] ?? "",
});
