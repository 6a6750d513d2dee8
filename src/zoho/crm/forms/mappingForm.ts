import { control, type Form, type FormSchema, oneOf, vertical } from "../../core/form";
import { nearestOf } from "../../core/nearest";
import type { Crm } from "../crm";
import { labelOfField } from "../metadata/choices";
import { type FormField, type FormInput, formSections } from "./sections";

export interface MappingFormInput extends FormInput {
  /** The fields of the other system: their keys, and what people read. Any key can be typed when there are none. */
  readonly sourceFields: Readonly<Record<string, unknown>>;
}

const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, "");

/** The field that goes by a source's key or label, letters alone counting. */
const namesake = (names: readonly string[], fields: readonly FormField[]): FormField | undefined =>
  fields.find(({ field }) =>
    [field.name, field.label].some((own) => names.some((name) => plain(name) === plain(own))),
  );

/** Rows to begin with: each source that is named as a field, and each field that is required and has none, with the source nearest to it. */
function suggestions(
  sources: readonly { readonly key: string; readonly label: string }[],
  fields: readonly FormField[],
  isNew: boolean,
): Record<string, string>[] {
  const rows = sources.flatMap(({ key, label }) => {
    const found = namesake([key, label], fields);
    return found ? [{ source: key, field: found.field.name }] : [];
  });
  const once = rows.filter(({ field }, index) => rows.findIndex((row) => row.field === field) === index);
  const lacking = fields.filter(
    ({ required, field }) => isNew && required && !once.some((row) => row.field === field.name),
  );
  const guessed = lacking.map(({ field: { name, label } }) => {
    const source = nearestOf(
      label,
      sources.map(({ key }) => key),
    );
    return { field: name, ...(source === undefined ? {} : { source }) };
  });
  return [...once, ...guessed];
}

/**
 * A form that maps fields of another system to those of a module: rows of source and field, with what goes by the same name filled in, and a row wanted for
 * each field that the layout requires of new records. Its value is a Field Mapping for the writes. Two credits at most.
 */
export async function mappingForm(crm: Crm, { sourceFields, ...input }: MappingFormInput): Promise<Form> {
  const isNew = input.purpose !== "update";
  const fields = (await formSections(crm, input)).flatMap((section) => section.fields);
  const sources = Object.entries(sourceFields).map(([key, label]) => ({ key, label: String(label || key) }));
  const mark = (shown: FormField): string =>
    labelOfField({ ...shown.field, mandatory: isNew && shown.required });
  const targets = fields.map((shown) => ({ key: shown.field.name, label: mark(shown) }));
  if (!isNew) targets.unshift({ key: "id", label: "Record ID (of the record to update)" });
  const required = isNew ? fields.filter((shown) => shown.required) : [];
  const wanted = required.map(
    ({ field }): FormSchema => ({
      contains: { type: "object", properties: { field: { const: field.name } }, required: ["field"] },
    }),
  );
  const source: FormSchema = sources.length > 0 ? oneOf(sources) : { type: "string", minLength: 1 };
  return {
    schema: {
      type: "object",
      properties: {
        mappings: {
          type: "array",
          title: "Field Mapping",
          items: {
            type: "object",
            properties: {
              source: { title: "Source Field", ...source },
              field: { title: "Zoho Field", ...oneOf(targets) },
            },
            required: ["source", "field"],
          },
          ...(wanted.length > 0 ? { allOf: wanted } : {}),
        },
      },
      required: ["mappings"],
    },
    uiSchema: vertical(control("mappings")),
    data: { mappings: suggestions(sources, fields, isNew) },
  };
}
