import type { Route } from "../../http/route";
import { invalidId, listAnswer, refusal } from "../answers";
import { scope, settingsRoute } from "../call";
import { layoutsOf, pickListJson } from "./json/fieldJson";

/**
 * The values of a picklist field, each with the layouts that offer it: here, those on which the field stands.
 */
export const picklistValueRoutes: Route[] = [
  settingsRoute(
    "crm.picklistValues.list",
    ["GET", "/settings/fields/:id/pick_list_values"],
    ({ module, request }) => {
      const field = [...module.fields.values()].find(({ id }) => id === request.params.id);
      if (!field) return refusal(invalidId({ resource_path_index: 2 }));
      const layout_associations = layoutsOf(module, field);
      const values = pickListJson(module, field).map((value) => ({ ...value, layout_associations }));
      return listAnswer("pick_list_values", values);
    },
    { scopes: scope("ZohoCRM.settings.fields.READ") },
    {},
  ),
];
