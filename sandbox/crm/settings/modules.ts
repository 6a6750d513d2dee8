import type { Route } from "../../http/route";
import { invalidModule, invalidParam, ok, refusal } from "../answers";
import { crmRoute, scope } from "../call";
import { listOf } from "../objects";
import { moduleDetailJson, moduleJson } from "./json/moduleJson";

const statuses = ["visible", "scheduled_for_deletion", "user_hidden", "system_hidden"];

const list = crmRoute(
  "crm.modules.list",
  ["GET", "/settings/modules"],
  ({ organization, request }) => {
    const asked = listOf(request.query.get("status"));
    if (asked.some((status) => !statuses.includes(status))) {
      return refusal(invalidParam("status", { supported_values: statuses }));
    }
    const modules = [...organization.schema.values()].map((module) => moduleJson(organization, module));
    return ok({
      modules: modules.filter(({ status }) => asked.length === 0 || asked.includes(String(status))),
    });
  },
  { scopes: scope("ZohoCRM.settings.modules.READ") },
);

const get = crmRoute(
  "crm.modules.get",
  ["GET", "/settings/modules/:name"],
  ({ organization, request }) => {
    const { name = "" } = request.params;
    const module =
      organization.schema.get(name) ?? [...organization.schema.values()].find(({ id }) => id === name);
    if (!module) return refusal(invalidModule({ resource_path_index: 2 }));
    return ok({ modules: [moduleDetailJson(organization, module)] });
  },
  { scopes: scope("ZohoCRM.settings.modules.READ") },
);

export const moduleRoutes: Route[] = [list, get];
