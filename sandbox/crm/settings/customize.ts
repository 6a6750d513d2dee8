import type { Answer } from "../../core/answer";
import type { Route } from "../../http/route";
import { type Failure, failure, refusal } from "../answers";
import { type CrmCall, crmRoute, type ModuleCall, scope, settingsRoute } from "../call";
import { buildField } from "../metadata/schema";
import type { DataType, Field, FieldOptions, Module } from "../metadata/types";
import { isObject, numberOf, objectsOf, textOf } from "../objects";
import { failed, type ItemResult, itemsAnswer } from "../records/write/results";

/*
 * Fields and modules that an administrator adds or changes. What is added takes records from then on.
 */

type Values = Readonly<Record<string, unknown>>;

/** Types of fields that can be added. */
const addable: readonly DataType[] = [
  ...(["text", "textarea", "email", "phone", "website", "picklist", "multiselectpicklist", "date"] as const),
  ...(["datetime", "integer", "currency", "percent", "bigint", "double", "boolean", "lookup"] as const),
];
const limits = { fields: 5, customFields: 500, label: 25, modules: 500 };

const done = (id: string, message: string): ItemResult => ({
  code: "SUCCESS",
  details: { id },
  message,
  status: "success",
});
const itemsIn = ({ request: { body } }: CrmCall, key: string): Values[] =>
  objectsOf(isObject(body) ? body[key] : undefined);

/** The API name that Zoho makes of a label. */
const nameOf = (label: string): string => label.trim().replace(/[^A-Za-z0-9]+/g, "_");

function wrongField(call: ModuleCall, values: Values, index: number): Failure | undefined {
  const { organization, module } = call;
  const at = (name: string) => ({ api_name: name, json_path: `$.fields[${index}].${name}` });
  const { field_label: label, data_type: type } = values;
  if (typeof label !== "string" || label === "")
    return failure("INVALID_DATA", "required field not found", at("field_label"));
  if (label.length > limits.label)
    return failure("INVALID_DATA", "invalid data", { ...at("field_label"), maximum_length: limits.label });
  if (!addable.some((known) => known === type))
    return failure("INVALID_DATA", "invalid data", { ...at("data_type"), supported_values: addable });
  if (module.fields.has(nameOf(label))) return failure("DUPLICATE_DATA", "duplicate data", at("field_label"));
  const isPicklist = type === "picklist" || type === "multiselectpicklist";
  if (isPicklist && objectsOf(values.pick_list_values).length === 0)
    return failure("DEPENDENT_FIELD_MISSING", "required field not found", {
      dependee: at("data_type"),
      ...at("pick_list_values"),
    });
  const target = isObject(values.lookup) && isObject(values.lookup.module) ? values.lookup.module : {};
  if (type === "lookup" && !organization.schema.has(String(target.api_name)))
    return failure("INVALID_DATA", "invalid data", {
      api_name: "api_name",
      json_path: `$.fields[${index}].lookup.module.api_name`,
    });
  return undefined;
}

/** What a field's values say of it besides its name and type. */
function optionsOf(values: Values): FieldOptions {
  const listed = objectsOf(values.pick_list_values);
  const { lookup, length, decimal_place, unique, textarea } = values;
  const kind = isObject(textarea) ? textarea.type : undefined;
  const target = isObject(lookup) && isObject(lookup.module) ? textOf(lookup.module.api_name) : undefined;
  return {
    label: textOf(values.field_label) ?? "",
    ...(typeof length === "number" && { length }),
    ...(typeof decimal_place === "number" && { decimals: decimal_place }),
    ...((unique === true || isObject(unique)) && { unique: true }),
    ...((kind === "small" || kind === "large" || kind === "rich_text") && { textarea: kind }),
    ...(target !== undefined && { module: target }),
    ...(listed.length > 0 && {
      values: listed.map(({ display_value, actual_value, reference_value }) => ({
        display: String(display_value),
        actual: String(actual_value ?? display_value),
        reference: String(reference_value ?? actual_value ?? display_value),
      })),
    }),
  };
}

/** `POST /settings/fields?module=`: up to five at a time. */
function createFields(call: ModuleCall): Answer {
  const { organization, module } = call;
  const items = itemsIn(call, "fields");
  const place = { api_name: "fields", json_path: "$.fields" };
  if (items.length === 0) return refusal(failure("INVALID_DATA", "required field not found", place));
  const isMany = items.length > limits.fields;
  const customs = [...module.fields.values()].filter(({ custom }) => custom).length;
  if (isMany || customs + items.length > limits.customFields)
    return refusal(
      failure("LIMIT_EXCEEDED", "limit exceeded", {
        limit: isMany ? limits.fields : limits.customFields,
        limit_due_to: [place],
      }),
    );
  const results = items.map((values, index) => {
    const problem = wrongField(call, values, index);
    if (problem) return failed(problem);
    const type = addable.find((known) => known === values.data_type) ?? "text";
    const row = [nameOf(textOf(values.field_label) ?? ""), type, optionsOf(values)] as const;
    const field = buildField(row, true, organization.ids);
    organization.setField(module.apiName, field, true);
    return done(field.id, "field created");
  });
  return itemsAnswer("fields", results, 201);
}

const fieldOf = (module: Module, id: unknown): Field | undefined =>
  [...module.fields.values()].find((field) => field.id === id);
const gone = refusal(failure("INVALID_DATA", "the id given seems to be invalid", { resource_path_index: 2 }));

/** `PATCH /settings/fields/{id}?module=`, and without an id in the path for those of the body. */
function updateFields(call: ModuleCall): Answer {
  const { organization, module, request } = call;
  const items = itemsIn(call, "fields");
  if (request.params.id !== undefined && !fieldOf(module, request.params.id)) return gone;
  const results = items.map((values, index): ItemResult => {
    const field = fieldOf(module, request.params.id ?? values.id);
    const at = (name: string) => ({ api_name: name, json_path: `$.fields[${index}].${name}` });
    if (!field) return failed(failure("INVALID_DATA", "the id given seems to be invalid", at("id")));
    const { length } = values;
    if (length !== undefined && (!field.custom || numberOf(length) < 1 || numberOf(length) > 50_000))
      return failed(failure("INVALID_DATA", "invalid data", at("length")));
    const changes = optionsOf({ ...values, field_label: values.field_label ?? field.label });
    field.label = changes.label ?? field.label;
    field.length = changes.length ?? field.length;
    if (changes.unique) field.unique = true;
    if (changes.values) {
      const given = objectsOf(values.pick_list_values);
      const known = field.values;
      field.values = changes.values.flatMap((value, position) =>
        typeof value === "string"
          ? []
          : {
              ...value,
              id: known.find(({ id }) => id === given[position]?.id)?.id ?? organization.ids.next(),
            },
      );
    }
    return done(field.id, "field updated");
  });
  return itemsAnswer("fields", results, 200);
}

/** `DELETE /settings/fields/{id}?module=`: a custom field, which its records lose. */
function removeField({ organization, module, request }: ModuleCall): Answer {
  const field = fieldOf(module, request.params.id);
  if (!field) return gone;
  if (!field.custom)
    return refusal(failure("INVALID_DATA", "the field cannot be deleted", { resource_path_index: 2 }));
  organization.setField(module.apiName, field, false);
  const store = organization.store(module);
  for (const { [field.apiName]: value, ...record } of store.byId())
    if (value !== undefined) store.put({ ...record, id: String(record.id) }, organization.writeMoment(store));
  return itemsAnswer("fields", [done(field.id, "field deleted")], 200);
}

/** Words that no module may have as its name. */
const reservedNames = ["Users", "Settings", "Org", "Files", "Functions", "Coql"];

const missingFrom = (name: string): string => `The required field '${name}' is missing from the request.`;
const takenAs: Readonly<Record<string, string>> = {
  api_name: "A module with the provided api_name already exists. Please use a unique api_name.",
  singular_label: "A module with this singular label already exists. Please use a unique singular_label.",
};

function wrongModule({ organization }: CrmCall, values: Values, own?: Module): Failure | undefined {
  const at = (name: string) => ({ api_name: name, json_path: `$.modules[0].${name}` });
  const all = [...organization.schema.values()].filter((module) => module.apiName !== own?.apiName);
  for (const name of own
    ? ["singular_label", "plural_label"]
    : ["singular_label", "plural_label", "api_name"]) {
    const value = values[name];
    if (value === undefined || value === "")
      return failure("MANDATORY_NOT_FOUND", missingFrom(name), at(name));
    if (typeof value !== "string")
      return failure("INVALID_DATA", `The field '${name}' expects a text value.`, {
        expected_data_type: "text",
        ...at(name),
      });
    const most = name === "api_name" ? 50 : 25;
    if (value.length > most)
      return failure(
        "INVALID_DATA",
        `The value for '${name}' exceeds the maximum allowed length of ${most} characters.`,
        { maximum_length: most, ...at(name) },
      );
    if (reservedNames.includes(value)) {
      const message = `The ${name} contains a reserved system keyword. Please choose a different name.`;
      return failure("RESERVED_KEYWORD_NOT_ALLOWED", message, at(name));
    }
    const taken = all.some(({ apiName, singular, plural }) => [apiName, singular, plural].includes(value));
    if (taken) return failure("DUPLICATE_DATA", takenAs[name] ?? "duplicate data", at(name));
  }
  const profiles = objectsOf(values.profiles);
  if (profiles.length === 0) return failure("MANDATORY_NOT_FOUND", missingFrom("profiles"), at("profiles"));
  const known = organization.staff.profiles;
  const unknown = profiles.findIndex(({ id }) => !known.some((profile) => profile.id === id));
  return unknown < 0
    ? undefined
    : failure("INVALID_DATA", "The provided profile ID is invalid or does not exist.", {
        api_name: "id",
        json_path: `$.modules[0].profiles[${unknown}].id`,
      });
}

function createModule(call: CrmCall): Answer {
  const { organization } = call;
  const [values = {}] = itemsIn(call, "modules");
  const problem = wrongModule(call, values);
  if (problem) return itemsAnswer("modules", [failed(problem)], 200);
  if (organization.schema.size >= limits.modules)
    return refusal(
      failure(
        "LIMIT_EXCEEDED",
        `The maximum number of custom modules (${limits.modules}) for your current edition has been reached.`,
        { limit: limits.modules },
      ),
    );
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
  return itemsAnswer("modules", [done(module.id, "module created successfully")], 201);
}

/** `PUT /settings/modules/{name or id}`: other labels. */
function updateModule(call: CrmCall): Answer {
  const { organization, request } = call;
  const [values = {}] = itemsIn(call, "modules");
  const named = request.params.name ?? textOf(values.id) ?? "";
  const module =
    organization.schema.get(named) ?? [...organization.schema.values()].find(({ id }) => id === named);
  if (!module)
    return request.params.name === undefined
      ? itemsAnswer(
          "modules",
          [failed(failure("INVALID_DATA", "invalid data", { api_name: "id", json_path: "$.modules[0].id" }))],
          200,
        )
      : refusal(
          failure("INVALID_MODULE", "the module name given seems to be invalid", { resource_path_index: 2 }),
        );
  const problem = wrongModule(call, values, module);
  if (problem) return itemsAnswer("modules", [failed(problem)], 200);
  module.singular = String(values.singular_label);
  module.plural = String(values.plural_label);
  return itemsAnswer("modules", [done(module.id, "module updated successfully")], 200);
}

const fields = (operation: string) => ({ scopes: scope(`ZohoCRM.settings.fields.${operation}`) });
const modules = (operation: string) => ({ scopes: scope(`ZohoCRM.settings.modules.${operation}`) });

/** What changes the fields of modules, and the modules. */
export const customizeRoutes: Route[] = [
  settingsRoute("crm.fields.create", ["POST", "/settings/fields"], createFields, fields("CREATE")),
  settingsRoute("crm.fields.updateMany", ["PATCH", "/settings/fields"], updateFields, fields("UPDATE")),
  settingsRoute("crm.fields.update", ["PATCH", "/settings/fields/:id"], updateFields, fields("UPDATE")),
  settingsRoute("crm.fields.delete", ["DELETE", "/settings/fields/:id"], removeField, fields("DELETE")),
  crmRoute("crm.modules.create", ["POST", "/settings/modules"], createModule, modules("CREATE")),
  crmRoute("crm.modules.updateNamed", ["PUT", "/settings/modules"], updateModule, modules("UPDATE")),
  crmRoute("crm.modules.update", ["PUT", "/settings/modules/:name"], updateModule, modules("UPDATE")),
];
