import { accountsRoutes } from "./accounts/routes";
import { booksRoutes } from "./books/routes";
import { crmRoutes } from "./crm/routes";
import type { Route } from "./http/route";
import { otherRoutes } from "./others";

/** Every operation of the emulated Zoho; coverage.json has a row for each. */
export const routes: readonly Route[] = [...accountsRoutes, ...crmRoutes, ...booksRoutes, ...otherRoutes];
