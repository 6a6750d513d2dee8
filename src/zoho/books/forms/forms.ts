import { type Choice, MAX_READING_MS, tellApart } from "../../core/choice";
import { control, type Form, type FormElement, mappingFormOf, vertical } from "../../core/form";
import type { Books } from "../books";
import { fieldChoices, labelOf, ownFieldChoices } from "../choices";
import type { BooksRecordKey } from "../records/address";
import { findRecordType, recordTypes, verbsOf, wordsOf } from "../recordTypes";
import { fieldNames } from "../values/fieldNames";
import { type BooksField, booksFields } from "./fields";

export interface BooksFormInput extends BooksRecordKey {
  readonly purpose: "create" | "update";
}

const group = (
  label: string,
  fields: readonly BooksField[],
  options?: Record<string, unknown>,
): FormElement[] =>
  fields.length > 0
    ? [{ type: "Group", label, elements: fields.map(({ name }) => control(name, options)) }]
    : [];

/**
 * A form for the values of a record of Books: its fields by kind, what is known to be required, the records
 * that fields may name, line items as rows, and custom fields in use. What it is filled with is a record for
 * the writes.
 */
export async function booksRecordForm(books: Books, { purpose, ...key }: BooksFormInput): Promise<Form> {
  const fields = await booksFields(books, key, purpose === "create");
  const required = fields.filter(({ isRequired }) => isRequired).map(({ name }) => name);
  const titles = tellApart(fields.map(({ name, label }) => ({ key: name, label })));
  const isRows = ({ schema }: BooksField): boolean => schema.type === "array";
  const own = fields.filter(({ isCustom }) => !isCustom);
  return {
    schema: {
      type: "object",
      properties: Object.fromEntries(
        fields.map(({ name, schema, isRequired }, index) => {
          const isText = schema.type === "string" && !schema.oneOf;
          const least = isRequired && schema.type === "array" ? { minItems: 1 } : {};
          return [
            name,
            {
              title: titles[index]?.label,
              ...schema,
              ...least,
              ...(isRequired && isText ? { minLength: 1 } : {}),
            },
          ];
        }),
      ),
      ...(required.length > 0 ? { required } : {}),
    },
    uiSchema: vertical(
      ...group(
        "Record",
        own.filter((field) => !isRows(field)),
      ),
      ...group("Line Items", own.filter(isRows)),
      ...group(
        "Custom Fields",
        fields.filter(({ isCustom }) => isCustom),
      ),
    ),
    data: {},
  };
}

/** A form that maps fields of another system to those of a record type of Books. */
export async function booksMappingForm(
  books: Books,
  {
    purpose,
    sourceFields,
    ...key
  }: BooksFormInput & { readonly sourceFields: Readonly<Record<string, unknown>> },
): Promise<Form> {
  const fields = await booksFields(books, key, purpose === "create");
  const targets = fields.map(({ name, label, isRequired }) => ({ key: name, label, isRequired }));
  const { id } = findRecordType(key.recordType, key.parentRecordType).keys;
  const own = { key: id, label: labelOf(id), isRequired: false };
  return mappingFormOf(sourceFields, purpose === "create" ? targets : [own, ...targets]);
}

interface Selectable {
  readonly object: Choice;
  readonly fields: Choice[];
}

/** What stands among the fields of a record type whose custom fields could not be read in time. */
const unread: Choice = {
  key: "",
  label: "Custom fields could not be read in time: select fewer record types",
};

/**
 * What a builder's fields can be mapped to: the fields of record types of Books, custom ones in use included,
 * and the record's own ID. A record type whose custom fields could not be read within 15 seconds says so.
 */
export async function mappableBooksTypes(
  books: Books,
  recordTypes: readonly string[],
): Promise<Selectable[]> {
  const until = books.now() + MAX_READING_MS;
  const mappable: Selectable[] = [];
  for (const recordType of recordTypes) {
    const type = findRecordType(recordType);
    const { key, label, keys } = type;
    const isInTime = books.now() < until;
    const fields = isInTime ? await fieldChoices(books, { recordType }) : [...ownFieldChoices(type), unread];
    const id = { key: keys.id, label: `${labelOf(keys.id)} (of the record to update)` };
    const others = fields.filter((field) => field.key !== keys.id);
    mappable.push({ object: { key, label }, fields: [...others, id] });
  }
  return mappable;
}

/**
 * The record types of Books that can be created and have fields that are known, by path or label; no request.
 */
export function selectableBooksTypes({
  recordTypeFilter,
  defaultSelectedRecordTypes,
}: {
  readonly recordTypeFilter: readonly string[];
  readonly defaultSelectedRecordTypes: readonly string[];
}): (Selectable & { readonly defaultSelected: boolean })[] {
  const isNamed = (type: Choice, names: readonly string[]): boolean =>
    names.some((name) => [type.key, type.label].some((own) => own.toLowerCase() === name.toLowerCase()));
  return [...recordTypes().values()]
    .filter((type) => verbsOf(type).includes("create") && wordsOf(fieldNames[type.key]).length > 0)
    .filter((type) => recordTypeFilter.length === 0 || isNamed(type, recordTypeFilter))
    .map((type) => ({
      object: { key: type.key, label: type.label },
      fields: ownFieldChoices(type),
      defaultSelected: isNamed(type, defaultSelectedRecordTypes),
    }))
    .sort((left, right) => left.object.label.localeCompare(right.object.label, "en"));
}
