import type { Route } from "../http/route";
import { accountingRoutes } from "./actions/accounting";
import { bankingRoutes } from "./actions/banking";
import { creditRoutes } from "./actions/credits";
import { crmRoutes } from "./actions/crmImport";
import { documentRoutes } from "./actions/documents";
import { moduleRoutes } from "./actions/modules";
import { peopleRoutes } from "./actions/people";
import { stateRoutes } from "./actions/states";
import { recordRoutes } from "./engine/routes";
import { organizationRoutes } from "./organizations";
import { recordTypes } from "./table";

/** Every operation of Books v3. */
export const booksRoutes: readonly Route[] = [
  ...organizationRoutes,
  ...[...recordTypes.values()].flatMap(recordRoutes),
  ...stateRoutes,
  ...creditRoutes,
  ...documentRoutes,
  ...bankingRoutes,
  ...accountingRoutes,
  ...peopleRoutes,
  ...crmRoutes,
  ...moduleRoutes,
];
