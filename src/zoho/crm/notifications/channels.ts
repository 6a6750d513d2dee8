import { byLabel, byTyping, type Choice, withCut } from "../../core/choice";
import { isObject, type JsonObject, objectsAt, textAt } from "../../core/json";
import type { Answer } from "../../http/judge";
import { type Crm, itemError, succeeded } from "../crm";
import { type PagingInput, readList } from "../paging";
import { conditionsOf, type FieldFilter } from "./events";

/** Notification channels. A channel's id is chosen by the caller, so that making it twice makes one. */
export const notificationOperations = {
  enableNotification: {
    method: "POST",
    path: "/crm/{version}/actions/watch",
    safety: "idempotent",
    class: "standard",
    scope: "ZohoCRM.notifications.CREATE",
    credits: 1,
    success: [200, 201, 202, 207],
    items: "watch",
  },
  replaceNotification: {
    method: "PUT",
    path: "/crm/{version}/actions/watch",
    safety: "idempotent",
    class: "standard",
    scope: "ZohoCRM.notifications.UPDATE",
    credits: 1,
    success: [200, 202, 207],
    items: "watch",
  },
  updateNotification: {
    method: "PATCH",
    path: "/crm/{version}/actions/watch",
    safety: "idempotent",
    class: "standard",
    scope: "ZohoCRM.notifications.UPDATE",
    credits: 1,
    success: [200, 202, 207],
    items: "watch",
  },
  getNotifications: {
    method: "GET",
    path: "/crm/{version}/actions/watch",
    safety: "safe",
    class: "standard",
    scope: "ZohoCRM.notifications.READ",
    credits: 1,
    success: [200, 204],
    answers: "watch",
  },
  disableNotifications: {
    method: "DELETE",
    path: "/crm/{version}/actions/watch",
    safety: "idempotent",
    class: "standard",
    scope: "ZohoCRM.notifications.DELETE",
    credits: 1,
    success: [200, 202, 207],
    items: "watch",
  },
} as const;

/** A notification channel. Its id is the caller's choice: a number of up to 19 digits. */
export interface ChannelInput {
  readonly channelId: string;
  /** Such as `Leads.all`, `Deals.edit`; the operations are create, edit, delete and all. */
  readonly events: readonly string[];
  readonly notifyUrl: string;
  /** At most 50 characters; Zoho sends it along with each call. */
  readonly token?: string;
  /** ISO 8601 with an offset. Zoho takes at most a week, and makes an hour of what is longer or missing. */
  readonly channelExpiry?: string;
  readonly returnAffectedFieldValues?: boolean;
  readonly notifyOnRelatedAction?: boolean;
  readonly notificationCondition?: FieldFilter;
}

export interface Watch {
  readonly watch: JsonObject[];
}

/**
 * Opens a channel.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/notifications/enable.html
 */
export const enableNotification = async (crm: Crm, channel: ChannelInput): Promise<Watch> =>
  expectWatch(
    crm,
    await crm.send(notificationOperations.enableNotification, { body: { watch: [watchOf(channel)] } }),
  );

/** Replaces everything that is known of a channel; what is left out is gone. */
export const replaceNotification = async (crm: Crm, channel: ChannelInput): Promise<Watch> =>
  expectWatch(
    crm,
    await crm.send(notificationOperations.replaceNotification, { body: { watch: [watchOf(channel)] } }),
  );

/**
 * Changes what is given of a channel.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/notifications/update-info.html
 */
export const updateNotification = async (
  crm: Crm,
  { events = [], ...channel }: Partial<ChannelInput> & { readonly channelId: string },
): Promise<Watch> => {
  const watch = [watchOf({ ...channel, events })];
  return expectWatch(crm, await crm.send(notificationOperations.updateNotification, { body: { watch } }));
};

/**
 * The channels that are open, one row a channel and module.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/notifications/get-details.html
 */
export async function getNotificationDetails(
  crm: Crm,
  { channelId, module, ...paging }: PagingInput & { readonly channelId?: string; readonly module?: string },
): Promise<Watch & { readonly info: JsonObject }> {
  const call = { query: { channel_id: channelId, module } };
  const { rows, info } = await readList(crm, notificationOperations.getNotifications, call, "watch", paging);
  return { watch: rows, info };
}

/**
 * Closes channels.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/notifications/disable.html
 */
export const disableNotification = async (
  crm: Crm,
  { channelIds }: { readonly channelIds: readonly string[] },
): Promise<Watch> =>
  expectWatch(
    crm,
    await crm.send(notificationOperations.disableNotifications, { query: { channel_ids: channelIds } }),
  );

/**
 * Stops some events of a channel; the others go on.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/notifications/update-info.html
 */
export async function disableSpecificNotification(
  crm: Crm,
  {
    channelId,
    events,
    notifyOnRelatedAction,
  }: Pick<ChannelInput, "channelId" | "events" | "notifyOnRelatedAction">,
): Promise<Watch> {
  const watch = {
    channel_id: channelId,
    events,
    notify_on_related_action: notifyOnRelatedAction,
    _delete_events: true,
  };
  return expectWatch(
    crm,
    await crm.send(notificationOperations.updateNotification, { body: { watch: [watch] } }),
  );
}

/** The open channels, by number, with what they tell. */
export async function channelChoices(crm: Crm): Promise<Choice[]> {
  const { watch, info } = await getNotificationDetails(crm, { per_page: 200 });
  const events = new Map<string, string[]>();
  for (const row of watch) {
    const id = String(row.channel_id);
    const named = Array.isArray(row.events) ? row.events.map(String) : [];
    events.set(id, [...(events.get(id) ?? []), ...named]);
  }
  const choices = byLabel(
    [...events].map(([key, names]) => ({ key, label: `${key} (${names.join(", ")})` })),
  );
  return withCut({ choices, isCut: info.more_records === true }, byTyping);
}

/** A channel in Zoho's words, without what is left out. */
function watchOf(channel: Omit<ChannelInput, "notifyUrl"> & { readonly notifyUrl?: string }): JsonObject {
  const { events, notificationCondition: filter = [] } = channel;
  return {
    channel_id: channel.channelId,
    ...(events.length > 0 && { events }),
    ...(channel.notifyUrl && { notify_url: channel.notifyUrl }),
    ...(channel.token && { token: channel.token }),
    ...(channel.channelExpiry && { channel_expiry: channel.channelExpiry }),
    return_affected_field_values: channel.returnAffectedFieldValues,
    notify_on_related_action: channel.notifyOnRelatedAction,
    ...(filter.length > 0 && { notification_condition: conditionsOf(filter, events) }),
  };
}

/** What Zoho did with each channel; a failure of one is a failure. */
function expectWatch(crm: Crm, answer: Answer): Watch {
  const watch = objectsAt(answer.body, "watch");
  const failed = watch.find((item) => !succeeded(item));
  if (failed) throw itemError(crm, failed, answer);
  if (watch.length > 0) return { watch };
  throw crm.error({
    kind: "answer",
    code: "UNREADABLE_ANSWER",
    status: answer.status,
    message: "Zoho's answer lists no watch",
  });
}

/** When the first of a channel's subscriptions ends, in ISO 8601. */
export function expiryOf(item: JsonObject | undefined): string | undefined {
  const events = isObject(item?.details) ? objectsAt(item.details, "events") : [];
  const times = events.flatMap((event) => textAt(event, "channel_expiry") ?? []);
  return times.sort((left, right) => Date.parse(left) - Date.parse(right))[0];
}
