import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { channelIds } from "../../../inputs/crm/notifications";
import { disabledExample } from "../../../outputs/crm/notifications";
import { writes } from "../../../outputs/output";
import { disableNotification } from "../../../zoho/crm/notifications/channels";

export const crmDisableNotification = action({
  display: {
    label: "CRM - Disable Notification",
    description: "Closes notification channels.",
  },
  inputs: { connection, channelIds },
  perform: (context, { connection, ...input }) =>
    onCrm(context, connection, (crm) => disableNotification(crm, input)),
  ...writes(disabledExample),
});
