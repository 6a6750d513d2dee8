import type { Route } from "../../http/route";
import { assignmentRuleRoutes } from "./assignmentRules";
import { customViewRoutes } from "./customViews";
import { fieldRoutes } from "./fields";
import { layoutRoutes } from "./layouts";
import { moduleRoutes } from "./modules";
import { picklistValueRoutes } from "./picklistValues";
import { pipelineRoutes } from "./pipelines";
import { relatedListRoutes } from "./relatedLists";

/** Everything about modules, fields, layouts and the like. */
export const settingsRoutes: Route[] = [
  ...moduleRoutes,
  ...fieldRoutes,
  ...layoutRoutes,
  ...relatedListRoutes,
  ...customViewRoutes,
  ...picklistValueRoutes,
  ...pipelineRoutes,
  ...assignmentRuleRoutes,
];
