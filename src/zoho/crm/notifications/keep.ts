import { hash } from "node:crypto";
import { objectsAt, textAt } from "../../core/json";
import { secondsOf, timeText } from "../../core/time";
import { ZohoError } from "../../http/errors";
import { dateOf } from "../changes/rows";
import type { Crm } from "../crm";
import {
  type ChannelInput,
  disableNotification,
  enableNotification,
  expiryOf,
  notificationOperations,
  replaceNotification,
} from "./channels";
import { eachOf, modulesOf } from "./events";

/*
 * A channel that lives as long as its flow does. Zoho lets it live for a week at most, a day in its oldest
 * versions, so that it is renewed before half of that is over.
 */

const HOUR = 3600;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
/**
 * What is asked for stays this much below the longest life, for Zoho's time goes on while the request is
 * under way.
 */
const MARGIN = 600;

/** The longest life of a channel, in seconds. */
const lifeIn = (crm: Crm): number => (crm.version >= 4 ? WEEK : DAY);

/** The id of a flow's channel: the same for a flow whenever it is deployed, and no other flow's. */
export function channelIdFor(...names: readonly string[]): string {
  const digest = hash("sha256", names.join("\n"), "buffer");
  // 15 digits, so that a parser that knows doubles alone cannot change it.
  return String(10n ** 14n + (digest.readBigUInt64BE() % (9n * 10n ** 14n)));
}

/**
 * How long a channel lives: when it ends, and when half of the life that Zoho gave it is over; seconds since
 * the epoch.
 */
export interface ChannelLife {
  readonly expiresAt: number;
  readonly dueAt: number;
}

/** What Zoho knows of a channel. All times in seconds since the epoch. */
export interface FoundChannel extends ChannelLife {
  /** Zoho's time of the answer. */
  readonly now: number;
  /** Whether it is open. */
  readonly isOpen: boolean;
  readonly token?: string;
  readonly events: readonly string[];
  readonly notifyUrl?: string;
  readonly modules: readonly string[];
  /** When it was last opened or renewed at the earliest, for it cannot live longer than Zoho lets it. */
  readonly openedAt: number;
}

/**
 * Asks Zoho for a channel.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/notifications/get-details.html
 */
export async function findChannel(crm: Crm, channelId: string): Promise<FoundChannel> {
  const { body, headers } = await crm.send(notificationOperations.getNotifications, {
    query: { channel_id: channelId },
  });
  const rows = objectsAt(body, "watch").filter((row) => String(row.channel_id) === channelId);
  const events = eachOf(rows.flatMap((row) => (Array.isArray(row.events) ? row.events.map(String) : [])));
  const expiresAt = Math.min(...rows.map((row) => secondsOf(textAt(row, "channel_expiry"))));
  const urls = new Set(rows.map((row) => textAt(row, "notify_url")));
  const token = textAt(rows[0], "token");
  return {
    now: dateOf(headers) ?? Math.floor(crm.now() / 1000),
    isOpen: rows.length > 0,
    expiresAt,
    dueAt: expiresAt - lifeIn(crm) / 2,
    openedAt: expiresAt - lifeIn(crm),
    events,
    modules: modulesOf(events),
    ...(token !== undefined && { token }),
    ...(urls.size === 1 && { notifyUrl: [...urls][0] }),
  };
}

/**
 * Sees to it that the channel is open as it is asked for and far from its end: it is made where Zoho does not
 * have it, and renewed where half of its life is over, by what is known of it, or where it is not as it
 * should be; `always` renews it in any case.
 */
export async function keepChannel(
  crm: Crm,
  channel: ChannelInput,
  found: FoundChannel,
  { always = false, dueAt = found.dueAt }: { always?: boolean; dueAt?: number } = {},
): Promise<ChannelLife> {
  const { now, isOpen, expiresAt } = found;
  const isAsAsked =
    eachOf(channel.events).every((event) => found.events.includes(event)) &&
    found.notifyUrl === channel.notifyUrl &&
    (found.token ?? channel.token) === channel.token;
  if (isOpen && isAsAsked && !always && now < dueAt) return { expiresAt, dueAt };
  const first = isOpen && !always ? undefined : secondsOf(channel.channelExpiry);
  return open(crm, channel, found, first);
}

/**
 * Zoho makes an hour of what it finds too long, and so tells what time it is there: it is asked for as long
 * again by its own clock, then for less.
 */
async function open(
  crm: Crm,
  channel: ChannelInput,
  { now, isOpen }: FoundChannel,
  first: number | undefined,
): Promise<ChannelLife> {
  const lives = [...new Set([lifeIn(crm), DAY])];
  const wishes = [...lives.slice(0, 1), ...lives].map((life) => (clock: number) => clock + life - MARGIN);
  if (first !== undefined && first > now) wishes.unshift(() => first);
  let given = { exists: isOpen, clock: now, expiresAt: now };
  for (const wish of wishes) {
    const asked = wish(given.clock);
    const expiresAt = await write(crm, channel, asked, given.exists);
    given = { exists: true, clock: given.clock, expiresAt };
    if (expiresAt >= asked - HOUR) break;
    given.clock = expiresAt - HOUR;
  }
  const { expiresAt, clock } = given;
  if (expiresAt - clock < DAY / 2)
    crm.log.warn(`Zoho keeps the notification channel open until ${timeText(expiresAt)} only.`);
  return { expiresAt, dueAt: clock + (expiresAt - clock) / 2 };
}

/** Closes a flow's channel. That it is gone already is no failure. */
export async function closeChannel(crm: Crm, channelId: string): Promise<void> {
  try {
    await disableNotification(crm, { channelIds: [channelId] });
  } catch (error) {
    if (!isUnknown(error)) throw error;
  }
}

async function write(crm: Crm, channel: ChannelInput, expiry: number, exists: boolean): Promise<number> {
  const asked = { ...channel, channelExpiry: timeText(expiry) };
  const { watch } = exists ? await replaceOrEnable(crm, asked) : await enableNotification(crm, asked);
  const given = secondsOf(expiryOf(watch[0]));
  return Number.isNaN(given) ? expiry : given;
}

/** A channel may end between a look and a write. */
async function replaceOrEnable(crm: Crm, channel: ChannelInput) {
  try {
    return await replaceNotification(crm, channel);
  } catch (error) {
    if (isUnknown(error)) return enableNotification(crm, channel);
    throw error;
  }
}

const isUnknown = (error: unknown): boolean => error instanceof ZohoError && error.code === "NOT_SUBSCRIBED";
