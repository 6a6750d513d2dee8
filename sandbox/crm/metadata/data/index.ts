import type { ModuleSpec } from "../types";
import { calls, events, tasks } from "./activities";
import { appointments, services } from "./appointments";
import { accounts, contacts } from "./contactsAccounts";
import { dealLinking, findings, inspections, properties, rowModules } from "./custom";
import { campaigns, dealHistory, deals } from "./deals";
import { inventoryItems, invoices, purchaseOrders, quotes, salesOrders } from "./inventory";
import { leads } from "./leads";
import { priceBooks, products, vendors } from "./products";
import { cases, solutions } from "./support";
import { activities, attachments, lockingInformation, notes, users } from "./system";

/** Every module of the organisation, in the order of its tabs. */
export const moduleSpecs: readonly ModuleSpec[] = [
  leads,
  contacts,
  accounts,
  deals,
  activities,
  tasks,
  events,
  calls,
  products,
  quotes,
  salesOrders,
  purchaseOrders,
  invoices,
  campaigns,
  vendors,
  priceBooks,
  cases,
  solutions,
  properties,
  inspections,
  notes,
  attachments,
  users,
  ...inventoryItems,
  ...rowModules,
  dealLinking,
  findings,
];

/** Modules that came later, with ids of their own. */
export const laterModules: readonly ModuleSpec[] = [services, appointments, lockingInformation, dealHistory];
