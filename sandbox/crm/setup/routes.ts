import type { Route } from "../../http/route";
import { automationRoutes } from "./automation";
import { currencyRoutes } from "./currencies";
import { groupRoutes } from "./groups";
import { recycleBinRoutes } from "./recycleBin";
import { referenceRoutes } from "./reference";
import { territoryRoutes } from "./territories";
import { userRoutes } from "./users";
import { variableRoutes } from "./variables";

/** What an administrator sets up for the organisation as a whole. */
export const setupRoutes: Route[] = [
  ...variableRoutes,
  ...currencyRoutes,
  ...recycleBinRoutes,
  ...userRoutes,
  ...territoryRoutes,
  ...groupRoutes,
  ...referenceRoutes,
  ...automationRoutes,
];
