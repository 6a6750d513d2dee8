import type { Answer } from "../../core/answer";
import type { Route } from "../../http/route";
import {
  type Failure,
  failure,
  invalidId,
  invalidParam,
  listAnswer,
  noContent,
  ok,
  refusal,
} from "../answers";
import { type ModuleCall, scope, settingsRoute } from "../call";
import { buildField } from "../metadata/schema";
import type { DataType, Field, FieldOptions, Module } from "../metadata/types";
import { isObject, numberOf, objectsOf, textOf } from "../objects";
import { failed, type ItemResult, itemsAnswer } from "../records/write/results";
import { fieldJson } from "./json/fieldJson";

/*
 * The fields of modules, and those that an administrator adds or changes. What is added takes values from
 * then on.
 */

type Values = Readonly<Record<string, unknown>>;

/** Types of fields that can be added. */
const addable: readonly DataType[] = [
  ...(["text", "textarea", "email", "phone", "website", "picklist", "multiselectpicklist", "date"] as const),
  ...(["datetime", "integer", "currency", "percent", "bigint", "double", "boolean", "lookup"] as const),
];
const limits = { fields: 5, customFields: 500, label: 25 };

const done = (id: string, message: string): ItemResult => ({
  code: "SUCCESS",
  details: { id },
  message,
  status: "success",
});
const itemsIn = ({ request: { body } }: ModuleCall): Values[] =>
  objectsOf(isObject(body) ? body.fields : undefined);

/** The API name that Zoho makes of a label. */
const nameOf = (label: string): string => label.trim().replace(/[^A-Za-z0-9]+/g, "_");

function wrongField(call: ModuleCall, values: Values, index: number): Failure | undefined {
  const { organization, module } = call;
  const at = (name: string) => ({ api_name: name, json_path: `$.fields[${index}].${name}` });
  const { field_label: label, data_type: type } = values;
  if (typeof label !== "string" || label === "")
    return failure("MANDATORY_NOT_FOUND", "required field not found", at("field_label"));
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
  const items = itemsIn(call);
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
const inPath = { resource_path_index: 2 };
const gone = refusal(invalidId(inPath));

/** Whether a value of a change is one that the field, or the change, has by another id. */
const isRepeated =
  ({ values }: Field) =>
  ({ id, display_value }: Values, place: number, all: Values[]): boolean =>
    all.findIndex((other) => other.display_value === display_value) !== place ||
    values.some((value) => value.display === display_value && value.id !== id);

/** `PATCH /settings/fields/{id}?module=`, and without an id in the path for those of the body. */
function updateFields(call: ModuleCall): Answer {
  const { organization, module, request } = call;
  const items = itemsIn(call);
  if (request.params.id !== undefined && !fieldOf(module, request.params.id)) return gone;
  const results = items.map((values, index): ItemResult => {
    const field = fieldOf(module, request.params.id ?? values.id);
    const at = (name: string) => ({ api_name: name, json_path: `$.fields[${index}].${name}` });
    if (!field) return failed(invalidId(at("id")));
    const { length, data_type: type } = values;
    if (type !== undefined && type !== field.dataType)
      return failed(failure("INVALID_DATA", "invalid data", at("data_type")));
    if (length !== undefined && (!field.custom || numberOf(length) < 1 || numberOf(length) > 50_000))
      return failed(failure("INVALID_DATA", "invalid data", at("length")));
    const repeated = objectsOf(values.pick_list_values).some(isRepeated(field));
    if (repeated) {
      const message = "Duplicate option found. Enter a unique option.";
      return failed(failure("DUPLICATE_DATA", message, at("pick_list_values")));
    }
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

/** Whether a custom view or a layout rule asks for the field. */
const isUsed = ({ organization, module }: ModuleCall, { apiName }: Field): boolean =>
  (organization.customViews.get(module.apiName) ?? []).some(
    ({ criterion }) => criterion?.field.apiName === apiName,
  ) || module.layoutRules.some(({ field, mandatory }) => [field, ...mandatory].includes(apiName));

/** `DELETE /settings/fields/{id}?module=`: a custom field, which its records lose. */
function removeField(call: ModuleCall): Answer {
  const { organization, module, request } = call;
  const field = fieldOf(module, request.params.id);
  if (!field) return gone;
  if (!field.custom) return refusal(failure("INVALID_DATA", "the field cannot be deleted", inPath));
  if (isUsed(call, field))
    return refusal(failure("NOT_ALLOWED", "The custom field has already used in other places", inPath));
  organization.setField(module.apiName, field, false);
  const store = organization.store(module);
  for (const { [field.apiName]: value, ...record } of store.byId())
    if (value !== undefined) store.put({ ...record, id: String(record.id) }, organization.writeMoment(store));
  return itemsAnswer("fields", [done(field.id, "field deleted")], 200);
}

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

const may = (operation: string) => ({ scopes: scope(`ZohoCRM.settings.fields.${operation}`) });
const [path, ownPath] = ["/settings/fields", "/settings/fields/:id"];

export const fieldRoutes: Route[] = [
  list,
  get,
  settingsRoute("crm.fields.create", ["POST", path], createFields, may("CREATE")),
  settingsRoute("crm.fields.updateMany", ["PATCH", path], updateFields, may("UPDATE")),
  settingsRoute("crm.fields.update", ["PATCH", ownPath], updateFields, may("UPDATE")),
  settingsRoute("crm.fields.delete", ["DELETE", ownPath], removeField, may("DELETE")),
];
