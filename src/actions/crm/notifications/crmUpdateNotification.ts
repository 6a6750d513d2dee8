import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import {
  channelExpiry,
  channelId,
  notificationCondition,
  optionalEvents,
  optionalNotifyUrl,
  token,
} from "../../../inputs/crm/notifications";
import { updatedChannelExample } from "../../../outputs/crm/notifications";
import { writes } from "../../../outputs/output";
import { updateNotification } from "../../../zoho/crm/notifications/channels";

export const crmUpdateNotification = action({
  display: {
    label: "CRM - Update Notification",
    description: "Changes what is given of a notification channel, such as when it ends.",
  },
  inputs: {
    connection,
    channelId,
    events: optionalEvents,
    notifyUrl: optionalNotifyUrl,
    token,
    channelExpiry,
    notificationCondition,
  },
  perform: (context, { connection, ...input }) =>
    onCrm(context, connection, (crm) => updateNotification(crm, input)),
  ...writes(updatedChannelExample),
});
