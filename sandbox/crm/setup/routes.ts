import type { Route } from "../../http/route";
import { currencyRoutes } from "./currencies";
import { recycleBinRoutes } from "./recycleBin";
import { variableRoutes } from "./variables";

/** What an administrator sets up for the organisation as a whole. */
export const setupRoutes: Route[] = [...variableRoutes, ...currencyRoutes, ...recycleBinRoutes];
