import type { Schema } from "../../metadata/schema";
import type { Field, Module } from "../../metadata/types";

/** What only fields of certain types have to tell; the others have empty objects in its place. */
export function relatedField(schema: Schema, module: Module, field: Field): object {
  return {
    formula: {},
    rollup_summary: {},
    auto_number: {},
    multiselectlookup: {},
    multiuserlookup: {},
    ...special(schema, module, field),
  };
}

function special(schema: Schema, module: Module, field: Field): object {
  switch (field.dataType) {
    case "textarea":
      return { textarea: { type: field.textarea ?? "small" } };
    case "formula":
      return {
        formula: {
          return_type: field.formula?.returnType ?? "currency",
          expression: field.formula?.expression ?? null,
          dynamic: false,
          stop_compute_conditionally: false,
          assume_default: true,
        },
      };
    case "autonumber":
      return {
        auto_number: {
          prefix: field.autoNumber?.prefix ?? "",
          suffix: "",
          start_number: field.autoNumber?.start ?? 1,
        },
      };
    case "rollup_summary":
      return { rollup_summary: rollup(schema, field) };
    case "multiselectlookup":
      return {
        multiselectlookup: {
          ...linking(schema, module, field),
          connected_details: connected(schema, field),
        },
      };
    case "multiuserlookup":
      return { multiuserlookup: { ...linking(schema, module, field), record_access: false } };
    case "subform":
      return { subform: { module: field.rows, id: schema.get(field.rows ?? "")?.id ?? null } };
    default:
      return {};
  }
}

const named = (schema: Schema, apiName: string | undefined) => {
  const module = schema.get(apiName ?? "");
  return { plural_label: module?.plural ?? null, api_name: apiName ?? null, id: module?.id ?? null };
};

function linking(schema: Schema, module: Module, field: Field): object {
  const rows = schema.get(field.rows ?? "");
  const fieldOf = (name: string) => {
    const found = rows?.fields.get(name);
    return { api_name: name, field_label: found?.label ?? name, id: found?.id ?? null };
  };
  return {
    linking_details: {
      module: { visibility: 2, ...named(schema, field.rows) },
      lookup_field: fieldOf("Parent_Id"),
      connected_lookup_field: fieldOf(field.link ?? field.apiName),
    },
    linking_module: field.rows ?? null,
    lookup_apiname: "Parent_Id",
    connectedlookup_apiname: field.link ?? field.apiName,
    connected_module: field.module ?? "Users",
    connectedfield_apiname: `${module.apiName}_${field.apiName}`,
  };
}

const connected = (schema: Schema, field: Field) => ({
  module: named(schema, field.module),
  field: null,
  layouts: (schema.get(field.module ?? "")?.layouts ?? []).map(({ name, id }) => ({
    api_name: name,
    id,
  })),
});

function rollup(schema: Schema, { rollup: of }: Field): object {
  if (!of) return {};
  return {
    return_type: "integer",
    expression: { function_parameters: [{ api_name: "id" }], criteria: null, function: of.function },
    based_on_module: { api_name: of.module, id: schema.get(of.module)?.id ?? null },
    related_list: { api_name: of.module, id: null },
    rollup_based_on: "module",
  };
}
