import { type Failure, failure, invalidId } from "../../answers";
import { fieldTypes } from "../../metadata/fieldTypes";
import type { DataType, Field } from "../../metadata/types";
import { isObject } from "../../objects";
import type { CrmOrganization } from "../../organization";
import { moduleReference } from "../../store/moduleReference";
import { formats } from "./formats";

/** Where a value stands and for whom it is checked. */
export interface Place {
  organization: CrmOrganization;
  version: string;
  /** The JSON path of the value, such as `$.data[0].Email`. */
  path: string;
  /** The API name of the field or key. */
  name: string;
}

/** A value as it is stored, or why it is refused. */
export type Checked = { value: unknown } | { failures: readonly [Failure, ...Failure[]] };

type Check = (value: unknown, field: Field, place: Place) => Checked;

/**
 * Checks a value that is neither null nor empty against its field's type, as Zoho's "Sample Attributes" have
 * it.
 */
export const checkValue: Check = (value, field, place) => checks[field.dataType](value, field, place);

export const refused = (problem: Failure): Checked => ({ failures: [problem] });

/** INVALID_DATA for a value, with what was expected of it. */
export const invalidData = (place: Place, expectation: Record<string, unknown> = {}): Failure =>
  failure("INVALID_DATA", "invalid data", { ...expectation, api_name: place.name, json_path: place.path });

const wrongType = (field: Field, place: Place): Checked =>
  refused(invalidData(place, { expected_data_type: expectedType(field) }));

const tooLong = (length: number, place: Place): Checked =>
  refused(invalidData(place, { maximum_length: length }));

/** A field whose JSON type is not its data type's, such as Participants, is known by its JSON type. */
const expectedType = (field: Field): string =>
  field.json === fieldTypes[field.dataType].json ? fieldTypes[field.dataType].expected : field.json;

const text: Check = (value, field, place) => {
  if (field.json === "jsonarray") return array(value, field, place);
  if (typeof value !== "string") return wrongType(field, place);
  return value.length > field.length ? tooLong(field.length, place) : { value };
};

/** A text of a certain form. */
const formatted =
  (hasForm: (value: string) => boolean): Check =>
  (value, field, place) => {
    const checked = text(value, field, place);
    if (!("value" in checked)) return checked;
    return typeof value === "string" && hasForm(value) ? checked : wrongType(field, place);
  };

const object: Check = (value, field, place) => (isObject(value) ? { value } : wrongType(field, place));

const array: Check = (value, field, place) => (Array.isArray(value) ? { value } : wrongType(field, place));

const picklist: Check = (value, field, place) => {
  const checked = text(value, field, place);
  const known = field.values.some((option) => option.display === value);
  if (!("value" in checked) || known || field.mapped) return checked;
  const { newPicklistValues } = place.organization.behaviours;
  const played = field.restricted ? "refused" : newPicklistValues;
  if (played !== "refused") return played === "emptied" ? { value: null } : checked;
  return refused(invalidData(place, { supported_values: field.values.map((option) => option.display) }));
};

const multiselect: Check = (value, field, place) => {
  if (!Array.isArray(value) || value.some((item) => typeof item !== "string")) return wrongType(field, place);
  const values: string[] = [...new Set(value)];
  const known = values.filter((item) => field.values.some((option) => option.display === item));
  const { newPicklistValues } = place.organization.behaviours;
  if (known.length === values.length || newPicklistValues === "accepted") return { value: values };
  if (newPicklistValues === "emptied") return { value: known };
  return refused(invalidData(place, { supported_values: field.values.map((option) => option.display) }));
};

const integer: Check = (value, field, place) => {
  if (typeof value !== "number" || !Number.isInteger(value)) return wrongType(field, place);
  return Math.abs(value) >= 10 ** field.length ? tooLong(field.length, place) : { value };
};

const decimalDigits = 9;

const decimal: Check = (value, field, place) => {
  if (typeof value !== "number") return wrongType(field, place);
  if (Math.abs(value) >= 10 ** field.length) return tooLong(field.length, place);
  return formats.decimals(value) > decimalDigits ? tooLong(decimalDigits, place) : { value };
};

const longInteger: Check = (value, field, place) => {
  if (typeof value !== "string" || !/^-?\d+$/.test(value)) return wrongType(field, place);
  return value.replace("-", "").length > field.length ? tooLong(field.length, place) : { value };
};

const checkbox: Check = (value, field, place) =>
  typeof value === "boolean" ? { value } : wrongType(field, place);

const datetime: Check = (value, field, place) => {
  const moment = typeof value === "string" ? formats.moment(value, place.organization.offset) : undefined;
  return moment === undefined ? wrongType(field, place) : { value: place.organization.timeText(moment) };
};

/** The id in a lookup's value. v2 also takes the bare id. */
function lookupId(
  value: unknown,
  field: Field,
  place: Place,
): { id: string } | { failures: readonly [Failure] } {
  if (place.version === "v2" && typeof value === "string") return { id: value };
  if (!isObject(value))
    return { failures: [invalidData(place, { expected_data_type: expectedType(field) })] };
  if (typeof value.id === "string") return { id: value.id };
  const at = { api_name: "id", json_path: `${place.path}.id` };
  return {
    failures: [
      value.id === undefined || value.id === null
        ? failure("MANDATORY_NOT_FOUND", "required field not found", at)
        : failure("INVALID_DATA", "invalid data", { ...at, expected_data_type: "bigint" }),
    ],
  };
}

const noSuchRecord = (place: Place): Checked =>
  refused(invalidId({ api_name: place.name, json_path: `${place.path}.id` }));

const lookup: Check = (value, field, place) => {
  const found = lookupId(value, field, place);
  if ("failures" in found) return found;
  const module = place.organization.schema.get(field.module ?? "");
  const reference = module && place.organization.store(module).reference(found.id);
  return reference ? { value: reference } : noSuchRecord(place);
};

const user: Check = (value, field, place) => {
  const found = lookupId(value, field, place);
  if ("failures" in found) return found;
  const person = place.organization.user(found.id);
  return person?.status === "active" ? { value: person.asOwner } : noSuchRecord(place);
};

/**
 * A record of one of several modules: `{ id, module: { api_name } }`; without a module it is sought in all of
 * them.
 */
const multiModuleLookup: Check = (value, field, place) => {
  const found = lookupId(value, field, place);
  if ("failures" in found) return found;
  const named = isObject(value) && isObject(value.module) ? value.module.api_name : undefined;
  const names = field.modules ?? [];
  if (typeof named === "string" && !names.includes(named)) {
    const at = { ...place, name: "api_name", path: `${place.path}.module.api_name` };
    return refused(invalidData(at, { supported_values: names }));
  }
  for (const name of typeof named === "string" ? [named] : names) {
    const module = place.organization.schema.get(name);
    const record = module && place.organization.store(module).get(found.id);
    const reference = module && record && place.organization.store(module).reference(found.id);
    if (reference) return { value: moduleReference(module, reference) };
  }
  return noSuchRecord(place);
};

const checks: Readonly<Record<DataType, Check>> = {
  text,
  textarea: text,
  autonumber: text,
  formula: text,
  rollup_summary: integer,
  profileimage: text,
  email: formatted(formats.isEmail),
  phone: formatted(formats.isPhone),
  website: formatted(formats.isWebsite),
  picklist,
  multiselectpicklist: multiselect,
  date: formatted(formats.isDate),
  datetime,
  integer,
  currency: decimal,
  double: decimal,
  percent: decimal,
  bigint: longInteger,
  boolean: checkbox,
  lookup,
  ownerlookup: user,
  userlookup: user,
  multi_module_lookup: multiModuleLookup,
  layout: object,
  RRULE: object,
  ALARM: object,
  event_reminder: array,
  line_tax: array,
  // The row types are merged with the rows that are there: see rows.ts.
  multiselectlookup: array,
  multiuserlookup: array,
  imageupload: array,
  fileupload: array,
  subform: array,
};
