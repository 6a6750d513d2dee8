import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { notificationModule, optionalChannelId } from "../../../inputs/crm/notifications";
import { fetchAll, page, perPage } from "../../../inputs/paging";
import { channelsExample } from "../../../outputs/crm/notifications";
import { reads } from "../../../outputs/output";
import { getNotificationDetails } from "../../../zoho/crm/notifications/channels";

export const crmGetNotificationDetails = action({
  display: {
    label: "CRM - Get Notification Details",
    description: "Returns the notification channels that are open, or those of one channel or module.",
  },
  inputs: {
    connection,
    channelId: optionalChannelId,
    module: notificationModule,
    fetchAll,
    page,
    per_page: perPage,
  },
  perform: (context, { connection, ...input }) =>
    onCrm(context, connection, (crm) => getNotificationDetails(crm, input)),
  ...reads(channelsExample),
});
