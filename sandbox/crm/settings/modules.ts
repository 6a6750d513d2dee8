import type { Answer } from "../../core/answer";
import type { Route } from "../../http/route";
import { type Failure, failure, invalidModule, invalidParam, ok, refusal } from "../answers";
import { type CrmCall, crmRoute, scope } from "../call";
import type { Module } from "../metadata/types";
import { isObject, listOf, objectsOf, textOf } from "../objects";
import { failed, type ItemResult, itemsAnswer } from "../records/write/results";
import { moduleDetailJson, moduleJson } from "./json/moduleJson";

/*
 * Modules, and those that an administrator adds or changes. What is added takes records from then on.
 */

type Values = Readonly<Record<string, unknown>>;

const statuses = ["visible", "scheduled_for_deletion", "user_hidden", "system_hidden"];

function list({ organization, request }: CrmCall): Answer {
  const asked = listOf(request.query.get("status"));
  if (asked.some((status) => !statuses.includes(status))) {
    return refusal(invalidParam("status", { supported_values: statuses }));
  }
  const modules = [...organization.schema.values()].map((module) => moduleJson(organization, module));
  return ok({
    modules: modules.filter(({ status }) => asked.length === 0 || asked.includes(String(status))),
  });
}

/** The module of an API name or an id. */
const moduleOf = ({ organization: { schema } }: CrmCall, name: string): Module | undefined =>
  schema.get(name) ?? [...schema.values()].find(({ id }) => id === name);

const unknownModule = refusal(invalidModule({ resource_path_index: 2 }));

function get(call: CrmCall): Answer {
  const module = moduleOf(call, call.request.params.name ?? "");
  return module ? ok({ modules: [moduleDetailJson(call.organization, module)] }) : unknownModule;
}

const itemsIn = ({ request: { body } }: CrmCall): Values[] =>
  objectsOf(isObject(body) ? body.modules : undefined);
const at = (name: string, index = 0) => ({ api_name: name, json_path: `$.modules[${index}].${name}` });
const done = ({ id }: Module, message: string): ItemResult => ({
  code: "SUCCESS",
  details: { id },
  message,
  status: "success",
});

const labels = ["singular_label", "plural_label"];
const mostLabel = 25;
const mostModules = 500;
/** Words that no module may have as its name. */
const reservedNames = ["Users", "Settings", "Org", "Files", "Functions", "Coql"];

const missingFrom = (name: string): string => `The required field '${name}' is missing from the request.`;
const takenAs: Readonly<Record<string, string>> = {
  api_name: "A module with the provided api_name already exists. Please use a unique api_name.",
  singular_label: "A module with this singular label already exists. Please use a unique singular_label.",
};

const isTaken = ({ organization }: CrmCall, value: unknown, own?: Module): boolean =>
  [...organization.schema.values()].some(
    ({ apiName, singular, plural }) =>
      apiName !== own?.apiName && [apiName, singular, plural].includes(String(value)),
  );

/** What is wrong with one of the names of a new module. */
function wrongName(call: CrmCall, values: Values, name: string): Failure | undefined {
  const value = values[name];
  if (name === "api_name" && (value === null || value === "")) {
    const message = "The field 'api_name' cannot be null or empty. Please provide a valid api_name.";
    return failure("INVALID_DATA", message, at(name));
  }
  if (value === undefined || value === "") return failure("MANDATORY_NOT_FOUND", missingFrom(name), at(name));
  if (typeof value !== "string")
    return failure("INVALID_DATA", `The field '${name}' expects a text value.`, {
      expected_data_type: "text",
      ...at(name),
    });
  const most = name === "api_name" ? 50 : mostLabel;
  if (value.length > most) {
    const message = `The value for '${name}' exceeds the maximum allowed length of ${most} characters.`;
    return failure("INVALID_DATA", message, { maximum_length: most, ...at(name) });
  }
  if (reservedNames.includes(value)) {
    const message = `The ${name} contains a reserved system keyword. Please choose a different name.`;
    return failure("RESERVED_KEYWORD_NOT_ALLOWED", message, at(name));
  }
  if (name === "api_name" && !/^[A-Za-z]\w*$/.test(value)) {
    const message = "The api_name format is invalid. It must follow CRM naming conventions.";
    return failure("INVALID_DATA", message, at(name));
  }
  return isTaken(call, value)
    ? failure("DUPLICATE_DATA", takenAs[name] ?? "duplicate data", at(name))
    : undefined;
}

function wrongModule(call: CrmCall, values: Values): Failure | undefined {
  for (const name of [...labels, "api_name"]) {
    const problem = wrongName(call, values, name);
    if (problem) return problem;
  }
  const profiles = objectsOf(values.profiles);
  if (profiles.length === 0) return failure("MANDATORY_NOT_FOUND", missingFrom("profiles"), at("profiles"));
  for (const [index, { id }] of profiles.entries()) {
    const place = { api_name: "id", json_path: `$.modules[0].profiles[${index}].id` };
    if (id === undefined) {
      const message = "The required field 'id' is missing from the profile configuration.";
      return failure("MANDATORY_NOT_FOUND", message, place);
    }
    if (!isProfile(call, id))
      return failure("INVALID_DATA", "The provided profile ID is invalid or does not exist.", place);
  }
  return undefined;
}

const isProfile = ({ organization: { staff } }: CrmCall, id: unknown): boolean =>
  staff.profiles.some((profile) => profile.id === id);

function createModule(call: CrmCall): Answer {
  const { organization } = call;
  const [values = {}] = itemsIn(call);
  const problem = wrongModule(call, values);
  if (problem) return itemsAnswer("modules", [failed(problem)], 200);
  if (organization.schema.size >= mostModules) {
    const message = `The maximum number of custom modules (${mostModules}) for your current edition has been reached.`;
    return refusal(failure("LIMIT_EXCEEDED", message, { limit: mostModules }));
  }
  const [singular, plural] = [String(values.singular_label), String(values.plural_label)];
  const display = isObject(values.display_field) ? textOf(values.display_field.field_label) : undefined;
  const module = organization.addModule({
    apiName: String(values.api_name),
    singular,
    plural,
    display: "Name",
    duplicateCheck: "Name",
    kind: "custom",
    sections: [
      {
        name: `${singular} Information`,
        custom: true,
        fields: [
          ["Name", "text", { label: display ?? `${singular} Name`, length: 120, mandatory: true }],
          ["Owner", "ownerlookup", { label: `${singular} Owner` }],
          ["Email", "email"],
        ],
      },
    ],
  });
  const seenBy = new Set(objectsOf(values.profiles).map(({ id }) => id));
  for (const { id } of organization.staff.profiles) if (!seenBy.has(id)) module.hiddenFrom.add(id);
  return itemsAnswer("modules", [done(module, "module created successfully")], 201);
}

const mandatory = (name: string, index: number) =>
  failure("MANDATORY_NOT_FOUND", "required field not found", at(name, index));

/** What is wrong with a new label of a module. */
function wrongLabel(
  call: CrmCall,
  module: Module,
  name: string,
  value: unknown,
  index: number,
): Failure | undefined {
  const place = at(name, index);
  const which = name.replace("_label", "");
  if (typeof value !== "string")
    return failure("INVALID_DATA", "invalid data", { expected_data_type: "text", ...place });
  if (value === "" || value.length > mostLabel)
    return failure("INVALID_DATA", "invalid data", { maximum_length: mostLabel, ...place });
  if (!/^[\p{L}\p{N}_ ]+$/u.test(value))
    return failure("INVALID_DATA", `Special characters in module ${which} name`, place);
  return isTaken(call, value, module)
    ? failure("DUPLICATE_DATA", `Module ${which} name duplicate`, place)
    : undefined;
}

/** What is wrong with a change of a module. */
function wrongChange(call: CrmCall, module: Module, values: Values, index: number): Failure | undefined {
  if (values.api_name !== undefined && values.api_name !== module.apiName)
    return failure("NOT_ALLOWED", "Api name update not allowed", at("api_name", index));
  if (values.access_type !== undefined && values.access_type !== "org_based")
    return failure("NOT_ALLOWED", "access type update not allowed", at("access_type", index));
  for (const name of labels) {
    const problem =
      values[name] === undefined ? undefined : wrongLabel(call, module, name, values[name], index);
    if (problem) return problem;
  }
  const unknown = objectsOf(values.profiles).findIndex(({ id }) => !isProfile(call, id));
  if (unknown >= 0)
    return failure("INVALID_DATA", "Invalid profile id passed", {
      api_name: "id",
      json_path: `$.modules[${index}].profiles[${unknown}].id`,
    });
  const { staff } = call.organization;
  return hiddenAfter(module, values).size >= staff.profiles.length
    ? failure("MINIMUM_DATA_NOT_FOUND", "At least one profile needed", at("profiles", index))
    : undefined;
}

/** The profiles that do not see a module after a change, which names those that come and, marked so, go. */
function hiddenAfter({ hiddenFrom }: Module, values: Values): Set<string> {
  const hidden = new Set(hiddenFrom);
  for (const profile of objectsOf(values.profiles)) {
    if ("_delete" in profile) hidden.add(String(profile.id));
    else hidden.delete(String(profile.id));
  }
  return hidden;
}

function change(call: CrmCall, module: Module, values: Values, index: number): ItemResult {
  const problem = wrongChange(call, module, values, index);
  if (problem) return failed(problem);
  module.singular = textOf(values.singular_label) ?? module.singular;
  module.plural = textOf(values.plural_label) ?? module.plural;
  module.hiddenFrom = hiddenAfter(module, values);
  return done(module, "module updated successfully");
}

/** `PUT /settings/modules/{name or id}`: its labels and its profiles, all of them named. */
function updateModule(call: CrmCall): Answer {
  const [values = {}] = itemsIn(call);
  const module = moduleOf(call, call.request.params.name ?? "");
  if (!module) return unknownModule;
  const missing = [...labels, "profiles"].find((name) => values[name] === undefined);
  const result = missing ? failed(mandatory(missing, 0)) : change(call, module, values, 0);
  return itemsAnswer("modules", [result], 200);
}

/** `PUT /settings/modules`: what is named of modules that the body names by their ids. */
function updateModules(call: CrmCall): Answer {
  const results = itemsIn(call).map((values, index): ItemResult => {
    const id = textOf(values.id);
    if (id === undefined) return failed(mandatory("id", index));
    const module = moduleOf(call, id);
    return module
      ? change(call, module, values, index)
      : failed(failure("INVALID_DATA", "the module id given seems to be invalid", at("id", index)));
  });
  const none = failure("MANDATORY_NOT_FOUND", "required field not found", {
    api_name: "modules",
    json_path: "$.modules",
  });
  return results.length === 0 ? refusal(none) : itemsAnswer("modules", results, 200);
}

const may = (operation: string) => ({ scopes: scope(`ZohoCRM.settings.modules.${operation}`) });
const [path, ownPath] = ["/settings/modules", "/settings/modules/:name"];

export const moduleRoutes: Route[] = [
  crmRoute("crm.modules.list", ["GET", path], list, may("READ")),
  crmRoute("crm.modules.get", ["GET", ownPath], get, may("READ")),
  crmRoute("crm.modules.create", ["POST", path], createModule, may("CREATE")),
  crmRoute("crm.modules.updateNamed", ["PUT", path], updateModules, may("UPDATE")),
  crmRoute("crm.modules.update", ["PUT", ownPath], updateModule, may("UPDATE")),
];
