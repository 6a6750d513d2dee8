import type { Route } from "../../http/route";
import { territoryRecordRoutes } from "../territories/records";
import { territoryListRoutes } from "../territories/territories";
import { territoryUserRoutes } from "../territories/users";
import { automationRoutes } from "./automation";
import { currencyRoutes } from "./currencies";
import { globalPicklistRoutes } from "./globalPicklists";
import { groupRoutes } from "./groups";
import { recycleBinRoutes } from "./recycleBin";
import { referenceRoutes } from "./reference";
import { transferRoutes } from "./transfer";
import { unavailabilityRoutes } from "./unavailability";
import { userRoutes } from "./users";
import { variableRoutes } from "./variables";

/** What an administrator sets up for the organisation as a whole. */
export const setupRoutes: Route[] = [
  ...variableRoutes,
  ...currencyRoutes,
  ...recycleBinRoutes,
  ...userRoutes,
  ...transferRoutes,
  ...territoryListRoutes,
  ...territoryUserRoutes,
  ...territoryRecordRoutes,
  ...groupRoutes,
  ...unavailabilityRoutes,
  ...globalPicklistRoutes,
  ...referenceRoutes,
  ...automationRoutes,
];
