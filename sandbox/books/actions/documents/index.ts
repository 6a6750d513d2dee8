import type { Route } from "../../../http/route";
import { addressRoutes } from "./addresses";
import { attachmentRoutes } from "./attachments";
import { conversionRoutes } from "./conversions";
import { emailRoutes } from "./emails";
import { invoiceRoutes } from "./invoices";
import { printRoutes } from "./printing";
import { reminderRoutes } from "./reminders";

export const documentRoutes: Route[] = [
  ...addressRoutes,
  ...attachmentRoutes,
  ...conversionRoutes,
  ...emailRoutes,
  ...invoiceRoutes,
  ...printRoutes,
  ...reminderRoutes,
];
