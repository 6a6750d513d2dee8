import { type Failure, failure } from "../answers";
import type { CrmCall } from "../call";
import { isObject, textOf } from "../objects";
import { setupList } from "./setupList";

const groups = setupList({
  name: "variableGroups",
  key: "variable_groups",
  path: "/settings/variable_groups",
  scope: "ZohoCRM.settings.variable_groups",
  fields: {},
  most: 100,
  words: { created: "", updated: "", deleted: "" },
  createdStatus: 201,
  idsFrom: 100,
  mayRead: (_, group) =>
    group ? undefined : failure("INVALID_DATA", "Invalid ID", { resource_path_index: 2 }),
  stock: (_, nextId) =>
    ["General", "Integrations"].map((name, index) => ({
      rid: `6a1f0c52-4f0e-4c55-9d3b-00000000000${index}`,
      display_label: name,
      api_name: name,
      name,
      description: null,
      id: nextId(),
      source: "crm",
    })),
});

/** The values that a type of variables takes, all of them text. */
const types: Readonly<Record<string, RegExp>> = {
  text: /^[\s\S]*$/,
  integer: /^-?\d{1,9}$/,
  long: /^-?\d{1,18}$/,
  double: /^-?\d+(\.\d+)?$/,
  float: /^-?\d+(\.\d+)?$/,
  boolean: /^(true|false)$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  datetime: /^\d{4}-\d{2}-\d{2}T/,
  email: /^\S+@\S+\.\S+$/,
  phone: /^[+\d][\d\s()-]*$/,
  percent: /^-?\d+(\.\d+)?$/,
  currency: /^-?\d+(\.\d+)?$/,
  url: /^https?:\/\//,
  textarea: /^[\s\S]*$/,
};

const wrongValueOf = (type: unknown, value: unknown, message: string): Failure | undefined => {
  const pattern = types[textOf(type) ?? ""];
  if (value === undefined || value === null || pattern?.test(String(value))) return undefined;
  const at = { api_name: "value", json_path: "$.variables[0].value" };
  return failure("INVALID_DATA", message, { expected_data_type: type, ...at });
};

const groupOf = ({ organization }: CrmCall, given: unknown) =>
  [...groups.of(organization).values()].find(
    ({ id, name }) => isObject(given) && (given.id === id || given.name === name),
  );

const variables = setupList({
  name: "variables",
  key: "variables",
  path: "/settings/variables",
  scope: "ZohoCRM.settings.variables",
  fields: {
    api_name: { type: "text", required: true, most: 100, pattern: /^[A-Za-z]\w*$/ },
    name: { type: "text", required: true, most: 50 },
    type: { type: "text", required: true, values: Object.keys(types) },
    variable_group: { type: "object", required: true },
    description: { type: "text", most: 250 },
  },
  unique: "api_name",
  most: 200,
  words: {
    created: "variable added",
    updated: "variable updated",
    deleted: "variable deleted",
    unknown: "invalid data",
  },
  createdStatus: 201,
  idsFrom: 110,
  stock: (organization, nextId) => {
    const [group] = groups.of(organization).values();
    return [
      { api_name: "Last_Sync", name: "Last Sync", type: "text", value: "2026-03-01T08:00:00Z" },
      { api_name: "Sync_Size", name: "Sync Size", type: "integer", value: "200" },
    ].map((variable) => ({
      ...variable,
      read_only: false,
      description: null,
      source: "crm",
      variable_group: { api_name: group?.api_name, id: group?.id },
      id: nextId(),
    }));
  },
  fill: (call, { description = null, value, variable_group }) => {
    const group = groupOf(call, variable_group);
    const text = String(value ?? "");
    return {
      read_only: false,
      description,
      source: "crm",
      value: text,
      variable_group: { api_name: group?.api_name, id: group?.id },
    };
  },
  mayCreate: (call, { type, value, variable_group }) => {
    const at = { api_name: "id", json_path: "$.variables[0].variable_group.id" };
    if (!groupOf(call, variable_group))
      return failure("INVALID_DATA", "the id given seems to be invalid", at);
    return wrongValueOf(type, value, "Invalid data type");
  },
  mayChange: (_, { type }, { value }) => wrongValueOf(type, value, "invalid data"),
});

/** Variables of the organisation and their groups. */
export const variableRoutes = [
  groups.list,
  groups.get,
  variables.list,
  variables.create,
  variables.update,
  variables.remove,
];
