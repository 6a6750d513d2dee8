import type { Answer } from "../../core/answer";
import type { Route } from "../../http/route";
import { type Failure, failure, invalidModule, missingParam, noContent, ok, refusal } from "../answers";
import { type CrmCall, crmRoute, scope } from "../call";
import { isObject, objectsOf } from "../objects";
import { perOrganization } from "../perOrganization";

/*
 * What duplicates of new leads are looked for among: leads that were converted, or records of another module.
 */

type Preference = Readonly<Record<string, unknown>>;

const key = "duplicate_check_preference";
const types = ["converted_records", "mapped_module_records"];
const kept = perOrganization((): { value?: Preference } => ({}));

const done = (message: string): Answer =>
  ok({ [key]: { code: "SUCCESS", details: {}, message, status: "success" } });
const notEnabled = failure(
  "FEATURE_NOT_ENABLED",
  "The DuplicateCheckPreference for mapped_module_records feature is not yet enabled. Please enable it before doing this action.",
);

/** What is wrong with the module of a request; only leads are checked so. */
function wrongModule({ organization, request: { query, method } }: CrmCall): Failure | undefined {
  const name = query.get("module");
  if (!name) return missingParam("module");
  if (!organization.schema.has(name)) return invalidModule({ param_name: "module" });
  if (name === "Leads") return undefined;
  const place = { param_name: "module" };
  return method === "GET" || method === "DELETE"
    ? failure("NOT_SUPPORTED", "the given module is not supported for this api", place)
    : failure("NOT_SUPPORTED", "The feature not avilable in the given module.", {
        ...place,
        api_name: "module",
        json_path: "$.module",
      });
}

/** What is wrong with a preference that a body gives. */
function wrongPreference({ organization, request }: CrmCall): Failure | undefined {
  const given = isObject(request.body) ? request.body[key] : undefined;
  const missing = (name: string, json_path: string) =>
    failure("MANDATORY_NOT_FOUND", "required field not found", { api_name: name, json_path });
  if (!isObject(given)) return missing(key, `$.data[0].${key}`);
  if (!types.includes(String(given.type))) return missing("type", `$.${key}.type`);
  if (!Array.isArray(given.type_configurations))
    return missing("type_configurations", `$.${key}.type_configurations`);
  const leads = organization.schema.get("Leads");
  const mappings = objectsOf(given.type_configurations).flatMap((each) => objectsOf(each.field_mappings));
  for (const [index, { mapped_field, current_field }] of mappings.entries()) {
    const within = (name: string) => `$.${key}[0].type_configurations.field_mappings[${index}].${name}`;
    for (const [name, field] of Object.entries({ mapped_field, current_field }))
      if (!isObject(field) || (field.id === undefined && field.api_name === undefined))
        return failure("EXPECTED_FIELD_MISSING", "Specify at least one field.", {
          expected_fields: ["id", "api_name"].map((part) => ({
            api_name: part,
            json_path: within(`${name}.${part}`),
          })),
        });
    const current = isObject(current_field) ? leads?.fields.get(String(current_field.api_name)) : undefined;
    if (current && !current.unique) {
      const message = "the given current_field API name is not a unique field API name.";
      const place = { api_name: "api_name", json_path: within("current_field.api_name") };
      return failure("NOT_ALLOWED", message, place);
    }
  }
  return undefined;
}

function duplicateCheck(call: CrmCall): Answer {
  const { organization, request } = call;
  const problem = wrongModule(call);
  if (problem) return refusal(problem);
  const preference = kept(organization);
  if (request.method === "GET") return preference.value ? ok({ [key]: preference.value }) : noContent;
  if (request.method === "DELETE") {
    if (!preference.value) return refusal(notEnabled, 403);
    const { type } = preference.value;
    preference.value = undefined;
    return done(`Duplicate check disabled for ${type} successfully.`);
  }
  const isNew = request.method === "POST";
  if (isNew && preference.value) return refusal(failure("ALREADY_CONFIGURED", "already configured."));
  const wrong = wrongPreference(call);
  if (wrong) return refusal(wrong);
  if (!isNew && !preference.value)
    return { status: 403, body: { [key]: { ...notEnabled, status: "error" } } };
  preference.value = isObject(request.body) && isObject(request.body[key]) ? request.body[key] : {};
  const { type } = preference.value;
  return done(
    isNew
      ? `Duplicate check enabled for ${type} successfully.`
      : `Updated fieldMapping for ${type} successfully.`,
  );
}

const route = (verb: string, method: Route["method"], operation: string): Route =>
  crmRoute(`crm.duplicateCheck.${verb}`, [method, "/settings/duplicate_check_preference"], duplicateCheck, {
    scopes: scope(`ZohoCRM.settings.duplicate_check_preference.${operation}`),
  });

export const duplicateCheckRoutes: Route[] = [
  route("get", "GET", "READ"),
  route("create", "POST", "CREATE"),
  route("update", "PUT", "UPDATE"),
  route("delete", "DELETE", "DELETE"),
];
