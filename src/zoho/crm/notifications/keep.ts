import { createHash, randomBytes } from "node:crypto";
import { objectsAt, textAt } from "../../core/json";
import { secondsOf, timeText } from "../../core/time";
import { ZohoError } from "../../http/errors";
import { dateOf } from "../changes/rows";
import type { Crm } from "../crm";
import { crmOperations } from "../operations";
import {
  type ChannelInput,
  disableNotification,
  enableNotification,
  expiryOf,
  replaceNotification,
} from "./channels";

/*
 * A channel that lives as long as its flow does. Zoho lets it live for a week at most, so that it is renewed before half of that is over.
 */

const HOUR = 3600;
const WEEK = 7 * 24 * HOUR;
const HALF = WEEK / 2;
/** What is asked for stays this much below a week, for Zoho's time goes on while the request is under way. */
const MARGIN = 600;

/** A token of chance, for Zoho to send along with each call. */
export const newToken = (): string => randomBytes(24).toString("base64url");

/** The id of a flow's channel: the same for a flow whenever it is deployed, and no other flow's. */
export function channelIdFor(...names: readonly string[]): string {
  const digest = createHash("sha256").update(names.join("\n")).digest();
  // 15 digits, so that a parser that knows doubles alone cannot change it.
  return String(10n ** 14n + (digest.readBigUInt64BE() % (9n * 10n ** 14n)));
}

/** Whether a channel that ends at a time is past half of its life. Both times in seconds since the epoch. */
export const isDue = (expiresAt: number, now: number): boolean => expiresAt - now < HALF;

/**
 * Sees to it that the channel is open as it is asked for and far from its end: it is made where Zoho does not have it, and renewed where it is past half of its
 * life or not as it should be; `always` renews it in any case. Returns when it ends, in seconds since the epoch.
 */
export async function keepChannel(crm: Crm, channel: ChannelInput, always = false): Promise<number> {
  const { body, headers } = await crm.send(crmOperations.getNotifications, {
    query: { channel_id: channel.channelId },
  });
  const rows = objectsAt(body, "watch").filter((row) => String(row.channel_id) === channel.channelId);
  const now = dateOf(headers) ?? Math.floor(crm.now() / 1000);
  const expiresAt = Math.min(...rows.map((row) => secondsOf(textAt(row, "channel_expiry"))));
  const events = rows.flatMap((row) => (Array.isArray(row.events) ? row.events : []));
  const isAsAsked =
    channel.events.every((event) => events.includes(event)) &&
    rows.every(
      (row) => row.notify_url === channel.notifyUrl && (row.token ?? channel.token) === channel.token,
    );
  if (rows.length > 0 && isAsAsked && !always && !isDue(expiresAt, now)) return expiresAt;

  const isFirst = rows.length === 0 || always;
  const first = isFirst ? secondsOf(channel.channelExpiry) : Number.NaN;
  const wanted = first > now ? first : now + WEEK - MARGIN;
  const given = await write(crm, channel, wanted, rows.length > 0);
  // Zoho makes an hour of what it finds too long, and so tells what time it is there.
  return given < wanted - HOUR ? write(crm, channel, given - HOUR + WEEK - MARGIN, true) : given;
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
