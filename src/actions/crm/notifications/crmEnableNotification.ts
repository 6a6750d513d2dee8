import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import {
  channelExpiry,
  channelId,
  events,
  notificationCondition,
  notifyOnRelatedAction,
  notifyUrl,
  returnAffectedFieldValues,
  token,
} from "../../../inputs/crm/notifications";
import { enabledExample } from "../../../outputs/crm/notifications";
import { writes } from "../../../outputs/output";
import { enableNotification } from "../../../zoho/crm/notifications/channels";

export const crmEnableNotification = action({
  display: {
    label: "CRM - Enable Notification",
    description: "Opens a channel by which Zoho CRM calls a URL with what happens to records.",
  },
  inputs: {
    connection,
    channelId,
    events,
    notifyUrl,
    token,
    channelExpiry,
    returnAffectedFieldValues,
    notifyOnRelatedAction,
    notificationCondition,
  },
  perform: (context, { connection, ...input }) =>
    onCrm(context, connection, (crm) => enableNotification(crm, input)),
  ...writes(enabledExample),
});
