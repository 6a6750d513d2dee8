import { crmDisableNotification } from "./crmDisableNotification";
import { crmDisableSpecificNotification } from "./crmDisableSpecificNotification";
import { crmEnableNotification } from "./crmEnableNotification";
import { crmGetNotificationDetails } from "./crmGetNotificationDetails";
import { crmUpdateNotification } from "./crmUpdateNotification";

export const notificationsActions = {
  crmEnableNotification,
  crmUpdateNotification,
  crmGetNotificationDetails,
  crmDisableNotification,
  crmDisableSpecificNotification,
};
