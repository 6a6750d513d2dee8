import { input } from "@prismatic-io/spectral";
import { isObject, parseInput } from "../zoho/core/json";
import { flag, optionalText, optionalTime, requiredText, textList } from "./cleaners";

const CHANNEL = /^\d{1,19}$/;

/** The id of a channel: up to 19 digits; undefined when empty. */
export const channelText = (label: string) => (value: unknown) => {
  const text = optionalText(label)(value);
  if (text === undefined || CHANNEL.test(text)) return text;
  throw new Error(
    `${label}: expected a number of up to 19 digits, got ${JSON.stringify(text.slice(0, 40))}.`,
  );
};

export const channelId = input({
  label: "Channel ID",
  type: "string",
  required: true,
  dataSource: "selectNotificationChannel",
  placeholder: "Enter a channel ID",
  comments:
    "The unique identifier of the channel: a number of up to 19 digits, chosen when the channel is enabled.",
  example: "1000000068001",
  clean: (value: unknown) => requiredText("Channel ID")(channelText("Channel ID")(value)),
});

export const optionalChannelId = input({
  ...channelId,
  required: false,
  comments: "The unique identifier of a channel. Leave empty for all channels.",
  clean: channelText("Channel ID"),
});

export const ownChannelId = input({
  ...optionalChannelId,
  comments:
    "A number of up to 19 digits that names the channel. Leave empty for one of the flow's own, which is what suits unless the number matters elsewhere.",
});

const EVENT = /^[A-Za-z]\w*\.(create|edit|delete|all)$/;

/** The events of a channel, such as Leads.create, from any form in which a list comes. */
export function eventList(value: unknown): string[] {
  const list = textList("Events")(value);
  const wrong = list.find((event) => !EVENT.test(event));
  if (wrong === undefined) return list;
  throw new Error(
    `Events: expected a module and create, edit, delete or all, such as Leads.all, got ${JSON.stringify(wrong)}.`,
  );
}

export const events = input({
  label: "Events",
  type: "code",
  language: "json",
  required: true,
  comments:
    "What the channel tells, as a list of `{module}.{operation}`. The operations are create, edit, delete and all.",
  example: '["Leads.all", "Deals.edit"]',
  clean: (value: unknown) => {
    const list = eventList(value);
    if (list.length > 0) return list;
    throw new Error("Events: expected at least one event, such as Leads.all, got nothing.");
  },
});

const MAX_TOKEN = 50;

export const token = input({
  label: "Token",
  type: "string",
  placeholder: "Enter a token",
  comments:
    "A text that Zoho sends along with each call, to tell its calls from others. Maximum is 50 characters.",
  example: "my_verification_token_123",
  clean: (value: unknown) => {
    const text = optionalText("Token")(value);
    if (text === undefined || text.length <= MAX_TOKEN) return text;
    throw new Error(`Token: expected at most ${MAX_TOKEN} characters, got ${text.length}.`);
  },
});

export const ownToken = input({
  ...token,
  comments: `${token.comments} Leave empty for one of chance, which is kept in the state of the instance.`,
});

export const channelExpiry = input({
  label: "Channel Expiry",
  type: "string",
  placeholder: "Enter a date and time",
  comments:
    "When the channel ends, in ISO 8601. Maximum is one week from now; Zoho makes one hour of what is longer or left empty.",
  example: "2026-03-08T09:00:00Z",
  clean: optionalTime("Channel Expiry"),
});

export const firstChannelExpiry = input({
  ...channelExpiry,
  comments:
    "When the channel first ends, in ISO 8601, at most one week from the deployment. Leave empty for a week. The channel is renewed in any case.",
});

export const returnAffectedFieldValues = input({
  label: "Return Affected Field Values",
  type: "boolean",
  default: "false",
  comments: "When true, a call about an update names the fields that changed, with their values.",
  clean: flag("Return Affected Field Values"),
});

export const notifyOnRelatedAction = input({
  label: "Notify on Related Action",
  type: "boolean",
  default: "true",
  comments: "When true, actions on related records are told as updates of the record too.",
  clean: flag("Notify on Related Action"),
});

export const emitRelatedActions = input({
  ...notifyOnRelatedAction,
  default: "false",
  comments:
    "When true, actions on related records are emitted as updates of the record too. A call that comes late may then emit a record that has not changed.",
});

function fieldFilter(value: unknown): string[] | Record<string, unknown>[] {
  const parsed = typeof value === "string" && /^\s*[[{]/.test(value) ? parseInput(value) : value;
  if (isObject(parsed)) return Object.keys(parsed).length === 0 ? [] : [{ ...parsed }];
  const list = Array.isArray(parsed) ? parsed : textList("Notification Condition")(parsed);
  const texts = list.filter((item) => typeof item === "string");
  if (texts.length === list.length) return texts;
  const objects = list.filter(isObject);
  if (objects.length === list.length) return objects.map((item) => ({ ...item }));
  throw new Error("Notification Condition: expected field names, or conditions as JSON objects.");
}

export const notificationCondition = input({
  label: "Notification Condition",
  type: "code",
  language: "json",
  comments:
    "Tells an update only when one of these fields has changed: a list of API names, at most 10, with the module before a dot where they are of one module. Zoho's own [conditions](https://www.zoho.com/crm/developer/docs/api/v8/notifications/enable.html) are taken as they are.",
  example: '["Deals.Stage", "Deals.Amount"]',
  clean: fieldFilter,
});
