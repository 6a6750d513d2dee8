import type { Route } from "../../http/route";
import { invalidId, invalidParam, listAnswer, noContent, ok, refusal } from "../answers";
import { scope, settingsRoute } from "../call";
import { fieldJson } from "./json/fieldJson";

const types = ["all", "used", "unused"];
const scopes = scope("ZohoCRM.settings.fields.READ");

const list = settingsRoute(
  "crm.fields.list",
  ["GET", "/settings/fields"],
  ({ organization, module, version, request }) => {
    const type = request.query.get("type") ?? "used";
    if (!types.includes(type)) return refusal(invalidParam("type", { supported_values: types }));
    if (module.kind === "custom" && organization.behaviours.fieldsOfCustomModules === "204") return noContent;
    const fields = type === "unused" ? [] : [...module.fields.values()];
    return listAnswer(
      "fields",
      fields.map((field) => fieldJson(organization, module, field, version)),
    );
  },
  { scopes },
);

const get = settingsRoute(
  "crm.fields.get",
  ["GET", "/settings/fields/:id"],
  ({ organization, module, version, request }) => {
    const field = [...module.fields.values()].find(({ id }) => id === request.params.id);
    if (!field) return refusal(invalidId({ resource_path_index: 2 }));
    return ok({ fields: [fieldJson(organization, module, field, version)] });
  },
  { scopes },
);

export const fieldRoutes: Route[] = [list, get];
