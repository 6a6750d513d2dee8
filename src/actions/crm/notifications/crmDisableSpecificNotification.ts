import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { channelId, events, notifyOnRelatedAction } from "../../../inputs/crm/notifications";
import { droppedEventsExample } from "../../../outputs/crm/notifications";
import { writes } from "../../../outputs/output";
import { disableSpecificNotification } from "../../../zoho/crm/notifications/channels";

export const crmDisableSpecificNotification = action({
  display: {
    label: "CRM - Disable Specific Notification",
    description: "Stops some events of a notification channel while the others go on.",
  },
  inputs: { connection, channelId, events, notifyOnRelatedAction },
  perform: (context, { connection, ...input }) =>
    onCrm(context, connection, (crm) => disableSpecificNotification(crm, input)),
  ...writes(droppedEventsExample),
});
