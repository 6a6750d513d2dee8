import type { Route } from "../../http/route";
import { variableRoutes } from "./variables";

/** What an administrator sets up for the organisation as a whole. */
export const setupRoutes: Route[] = [...variableRoutes];
