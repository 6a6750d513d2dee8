import { input } from "@prismatic-io/spectral";
import { crmAction } from "../../define";
import { optionalApiName, optionalText, requiredText, textList } from "../../inputs/cleaners";
import { debugRequest } from "../../inputs/connection";
import {
  channelExpiry,
  channelId,
  channelText,
  eventList,
  events,
  notificationCondition,
  notifyOnRelatedAction,
  optionalChannelId,
  returnAffectedFieldValues,
  token,
} from "../../inputs/notifications";
import { fetchAll, numberedPage, perPage } from "../../inputs/paging";
import {
  disableNotification,
  disableSpecificNotification,
  enableNotification,
  getNotificationDetails,
  updateNotification,
} from "../../zoho/crm/notifications/channels";
import { numberedPageInfo } from "./exampleValues";

const channelIds = input({
  label: "Channel IDs",
  type: "string",
  required: true,
  placeholder: "Enter channel IDs",
  comments: "The unique identifiers of the channels to disable, separated by commas.",
  example: "1000000068001,1000000068002",
  clean: (value: unknown) =>
    textList("Channel IDs")(requiredText("Channel IDs")(Array.isArray(value) ? value.join() : value)).map(
      (id) => requiredText("Channel IDs")(channelText("Channel IDs")(id)),
    ),
});

const optionalEvents = input({
  ...events,
  required: false,
  comments: `${events.comments} Leave empty to keep the events.`,
  clean: eventList,
});

const notifyUrl = input({
  label: "Notify URL",
  type: "string",
  required: true,
  placeholder: "Enter a URL",
  comments: "The URL that Zoho calls with each event.",
  example: "https://hooks.example.com/zoho",
  clean: requiredText("Notify URL"),
});

const optionalNotifyUrl = input({
  ...notifyUrl,
  required: false,
  comments: "The URL that Zoho calls with each event. Leave empty to keep the URL.",
  clean: optionalText("Notify URL"),
});

const notificationModule = input({
  label: "Module",
  type: "string",
  placeholder: "Enter a module's API name",
  comments: "The API name of a module, to list its channels only. Leave empty for all modules.",
  example: "Leads",
  clean: optionalApiName("Module"),
});

/** Example answers of the notification actions, as Zoho documents them. */

const resource = {
  channel_expiry: "2026-03-08T08:50:00+01:00",
  resource_uri: "https://www.example.com/crm/v8/Leads",
  resource_id: "5725767000000002175",
  resource_name: "Leads",
  channel_id: "1000000068001",
};

const { channel_expiry: _, ...closed } = resource;

const { resource_name: __, ...ended } = closed;

const disabledExample = {
  watch: [
    {
      code: "SUCCESS",
      details: ended,
      message: "Successfully un-subscribed from actions-watch",
      status: "success",
    },
  ],
};

export const crmDisableNotification = crmAction({
  label: "CRM - Disable Notification",
  description: "Closes notification channels (webhooks).",
  inputs: { channelIds, debugRequest },
  call: disableNotification,
  writes: true,
  example: disabledExample,
});

const done = (message: string, events: unknown[]) => ({
  watch: [{ code: "SUCCESS", details: { events }, message, status: "success" }],
});

const droppedEventsExample = done("Successfully removed the subscribe details", [closed]);

export const crmDisableSpecificNotification = crmAction({
  label: "CRM - Disable Specific Notification",
  description: "Stops some events of a notification channel (webhook) while the others go on.",
  inputs: { channelId, events, notifyOnRelatedAction, debugRequest },
  call: disableSpecificNotification,
  writes: true,
  example: droppedEventsExample,
});

const enabledExample = done("Successfully subscribed for actions-watch of the given module", [resource]);

export const crmEnableNotification = crmAction({
  label: "CRM - Enable Notification",
  description: "Opens a channel (webhook) by which Zoho CRM calls a URL with what happens to records.",
  inputs: {
    channelId,
    events,
    notifyUrl,
    token,
    channelExpiry,
    returnAffectedFieldValues,
    notifyOnRelatedAction,
    notificationCondition,
    debugRequest,
  },
  call: enableNotification,
  writes: true,
  example: enabledExample,
});

const channelsExample = {
  watch: [
    {
      ...resource,
      notify_on_related_action: false,
      return_affected_field_values: false,
      notify_url: "https://hooks.example.com/zoho",
      fields: null,
      notification_condition: [
        {
          type: "field_selection",
          module: { api_name: "Leads" },
          field_selection: {
            group_operator: "or",
            group: [
              { field: { api_name: "Email" } },
              {
                group_operator: "and",
                group: [{ field: { api_name: "Lead_Status" } }, { field: { api_name: "Lead_Source" } }],
              },
            ],
          },
        },
      ],
      events: ["Leads.all"],
      token: "my_verification_token_123",
    },
  ],
  info: numberedPageInfo,
};

export const crmGetNotificationDetails = crmAction({
  label: "CRM - Get Notification Details",
  description:
    "Returns the notification channels (webhooks) that are open, or those of one channel or module.",
  inputs: {
    channelId: optionalChannelId,
    module: notificationModule,
    fetchAll,
    page: numberedPage,
    per_page: perPage,
    debugRequest,
  },
  call: getNotificationDetails,
  example: channelsExample,
});

const updatedChannelExample = done("Successfully updated the subscribe details", [resource]);

export const crmUpdateNotification = crmAction({
  label: "CRM - Update Notification",
  description: "Changes what is given of a notification channel (webhook), such as when it ends.",
  inputs: {
    channelId,
    events: optionalEvents,
    notifyUrl: optionalNotifyUrl,
    token,
    channelExpiry,
    notificationCondition,
    debugRequest,
  },
  call: updateNotification,
  writes: true,
  example: updatedChannelExample,
});
