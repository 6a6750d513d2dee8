import { util } from "@prismatic-io/spectral";
import { control, type Form, oneOf, vertical } from "../../src/zoho/core/form";

/*
 * What the platform shows by controls of its own, asked for as forms: a selection of record types, and where
 * each field of another system goes.
 */

type Chosen = Record<string, unknown>;

/** A box to check for each record type that is offered. */
export function selectionForm(offered: unknown): Form {
  const objects = util.types.toObjectSelection(offered);
  const properties = objects.map(({ object: { key, label } }) => [
    key,
    { title: label, type: "boolean" as const },
  ]);
  return {
    schema: { type: "object", properties: Object.fromEntries(properties) },
    uiSchema: vertical(...objects.map(({ object }) => control(object.key))),
    data: Object.fromEntries(objects.map(({ object, defaultSelected }) => [object.key, defaultSelected])),
  };
}

/** The record types whose boxes are checked, as the platform keeps them. */
export const selectionOf = (offered: unknown, value: unknown) =>
  util.types
    .toObjectSelection(offered)
    .filter(({ object }) => Reflect.get(Object(value), object.key) === true);

/** For each field of the other system, a choice among the fields of all record types. */
export function fieldMapForm(offered: unknown): Form {
  const { fields, options = [] } = util.types.toObjectFieldMap(offered);
  const targets = options.flatMap(({ object, fields: own = [] }) =>
    own.map((field) => ({ key: `${object.key} ${field.key}`, label: `${object.label}: ${field.label}` })),
  );
  const properties = fields.map(({ field: { key, label } }) => [key, { title: label, ...oneOf(targets) }]);
  return {
    schema: { type: "object", properties: Object.fromEntries(properties) },
    uiSchema: vertical(...fields.map(({ field }) => control(field.key))),
    data: {},
  };
}

/** The mapping that was chosen, as the platform keeps it. */
export function fieldMapOf(offered: unknown, value: unknown) {
  const { fields } = util.types.toObjectFieldMap(offered);
  const chosen: Chosen = Object(value);
  return {
    fields: fields.map(({ field }) => {
      const [object, mapped] = String(chosen[field.key]).split(" ");
      return { field, mappedObject: { key: object }, mappedField: { key: mapped } };
    }),
  };
}
