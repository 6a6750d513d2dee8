import type { Route } from "../../http/route";
import { countRoute } from "./read/count";
import { getRoute } from "./read/get";
import { listRoute } from "./read/list";
import { deleteRoutes } from "./write/delete";
import { restoreRoutes } from "./write/restore";
import { upsertRoute } from "./write/upsert";
import { writeRoutes } from "./write/write";

/** Everything about the records of a module. */
export const recordRoutes: Route[] = [
  listRoute,
  getRoute,
  countRoute,
  ...restoreRoutes,
  ...writeRoutes,
  upsertRoute,
  ...deleteRoutes,
];
