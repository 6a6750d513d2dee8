import { isDate } from "./dates";
import { displayDate, displayNumber } from "./display";
import type { BooksOrganization } from "./organization";
import { invalidValue } from "./refusal";
import { type CustomField, type Draft, isEmpty, objectsOf, type Row, textOf } from "./values";

/** The fields every organisation of the sandbox has added to every type that can have some. */
const standard: readonly Omit<CustomField, "customfield_id" | "index">[] = [
  { api_name: "cf_external_id", label: "External ID", data_type: "string", is_unique: true },
  { api_name: "cf_region", label: "Region", data_type: "dropdown", is_unique: false },
  { api_name: "cf_score", label: "Score", data_type: "decimal", is_unique: false },
  { api_name: "cf_signed_on", label: "Signed On", data_type: "date", is_unique: false },
];

export const standardCustomFields = (nextId: () => string): CustomField[] =>
  standard.map((field, position) => ({ ...field, customfield_id: nextId(), index: position + 1 }));

/** The field that an entry of `custom_fields` means: by its id, API name, label or index. */
function fieldFor(entry: Draft, fields: readonly CustomField[]): CustomField {
  const isMeant = ({ customfield_id, api_name, label, index }: CustomField): boolean => {
    const names = { customfield_id, custom_field_id: customfield_id, api_name, label, index: String(index) };
    const given = Object.entries(names).find(([key]) => !isEmpty(entry[key]));
    return given !== undefined && textOf(entry[given[0]]) === given[1];
  };
  const field = fields.find(isMeant);
  if (!field) throw invalidValue("custom_fields");
  return field;
}

function valueFor(field: CustomField, value: unknown): unknown {
  if (isEmpty(value)) return "";
  if (field.data_type === "date" && !isDate(textOf(value))) throw invalidValue(field.label);
  if (field.data_type !== "decimal") return textOf(value);
  const number = Number(value);
  if (Number.isNaN(number)) throw invalidValue(field.label);
  return number;
}

/** The values of a record's custom fields by API name, after the entries that were given. */
export function withCustomValues(before: unknown, given: unknown, fields: readonly CustomField[]): Draft {
  const values: Draft = Object.fromEntries(
    objectsOf(before).map((entry) => [textOf(entry.api_name), entry.value]),
  );
  for (const entry of objectsOf(given)) {
    const field = fieldFor(entry, fields);
    values[field.api_name] = valueFor(field, entry.value);
  }
  return values;
}

/**
 * How a record keeps its custom fields: the list, and each value once more under its API name, by which it is
 * found.
 */
export function customFieldParts(values: Draft, fields: readonly CustomField[]): Draft {
  const filled = fields.filter((field) => !isEmpty(values[field.api_name]));
  return {
    custom_fields: filled.map(({ is_unique, ...field }) => ({ ...field, value: values[field.api_name] })),
    ...Object.fromEntries(fields.map(({ api_name }) => [api_name, values[api_name] ?? ""])),
  };
}

const displayed = ({ data_type, value }: Draft, organization: BooksOrganization): string =>
  data_type === "date"
    ? displayDate(textOf(value), organization)
    : typeof value === "number"
      ? displayNumber(value, organization)
      : textOf(value);

/** Each value three times, as list rows and hashes have it: as people read it, that again, and as it is. */
const spellings = (row: Row, organization: BooksOrganization): Draft =>
  Object.fromEntries(
    objectsOf(row.custom_fields).flatMap((entry) => {
      const name = textOf(entry.api_name);
      const shown = displayed(entry, organization);
      return [
        [name, shown],
        [`${name}_formatted`, shown],
        [`${name}_unformatted`, entry.value],
      ];
    }),
  );

/** The custom fields of a record that stands alone: those that have a value, as a list and as a hash. */
export const customFieldsOf = (row: Row, organization: BooksOrganization): Draft => ({
  custom_fields: objectsOf(row.custom_fields).map((entry) => ({
    ...entry,
    value_formatted: displayed(entry, organization),
  })),
  custom_field_hash: spellings(row, organization),
});

/** The custom fields of a record in a list: flat, and only of few types as a list and a hash too. */
export const customFieldsInList = (
  row: Row,
  organization: BooksOrganization,
  alsoAsList: boolean,
): Draft => ({
  ...spellings(row, organization),
  ...(alsoAsList && customFieldsOf(row, organization)),
});

/** The unique field of a name, for upserts. */
export const uniqueField = (fields: readonly CustomField[], apiName: string): CustomField | undefined =>
  fields.find((field) => field.is_unique && field.api_name === apiName);
