import type { Route } from "../../../http/route";
import { creditNoteRoutes, vendorCreditRoutes } from "./sources";
import { billRoutes, invoiceRoutes } from "./targets";

/** Payments and credits set against invoices and bills, seen from either side. */
export const creditRoutes: Route[] = [
  ...invoiceRoutes,
  ...billRoutes,
  ...creditNoteRoutes,
  ...vendorCreditRoutes,
];
