import { idOf } from "../../core/decimal";
import { isObject, type JsonObject } from "../../core/json";
import type { Field } from "./fields";
import { invalid, refused, type Typed, typed } from "./problem";
import type { Converter } from "./scalars";

const wrong = (field: Field, expected: string): Typed =>
  refused(invalid(field.name, expected, { expected_data_type: field.isList ? "jsonarray" : "jsonobject" }));

/**
 * `{ id }` from an id or from an object that has one; an object that names its record otherwise passes, Zoho
 * knows such forms.
 */
export const lookup: Converter = (value, field) => {
  if (!isObject(value)) {
    const id = idOf(value);
    return id.ok ? typed({ id: id.value }) : wrong(field, `the ID of a record, ${id.expected}`);
  }
  if (value.id === undefined || value.id === null) {
    return Object.keys(value).length > 0 ? typed(value) : wrong(field, "the ID of a record");
  }
  const id = idOf(value.id);
  return id.ok ? typed({ ...value, id: id.value }) : wrong(field, `an object with ${id.expected}`);
};

/** What a list may be written as: itself, one item, or text separated by semicolons or commas. */
export const itemsOf = (value: unknown): unknown[] => {
  if (Array.isArray(value)) return value;
  if (typeof value !== "string") return [value];
  return value
    .split(/[;,]/)
    .map((item) => item.trim())
    .filter((item) => item !== "");
};

const isRow = (item: unknown, ...keys: string[]): item is JsonObject =>
  isObject(item) && keys.some((key) => Object.hasOwn(item, key));

/** Each item converted; the first that cannot be decides. */
export function each<T>(items: readonly T[], convert: (item: T) => Typed): Typed {
  const results = items.map(convert);
  return results.find((result) => !result.ok) ?? typed(results.map((result) => result.ok && result.value));
}

/**
 * Rows of a multi-select or multi-user lookup: `{ <link field>: { id } }`, from ids or from rows as they
 * stand.
 */
export const linked: Converter = (value, field, how) =>
  each(itemsOf(value), (item) => {
    const key = field.linkField ?? field.name;
    if (isRow(item, key, "_delete")) return typed(item);
    const target = lookup(item, field, how);
    return target.ok ? typed({ [key]: target.value }) : target;
  });

/** Rows of a file or image upload field, from the encrypted ids that Upload File returns. */
export const uploaded: Converter = (value, field) =>
  each(itemsOf(value), (item) => {
    if (isRow(item, "File_Id__s", "_delete", "id")) return typed(item);
    return typeof item === "string"
      ? typed({ File_Id__s: item })
      : wrong(field, "the ID of an uploaded file");
  });

const MAX_TAG = 25;

/** Tags by name, each of at most 25 characters. */
export const tags: Converter = (value, field) =>
  each(itemsOf(value), (item) => {
    if (isRow(item, "id", "name")) return typed(item);
    if (typeof item !== "string") return wrong(field, "names of tags");
    if (item.length <= MAX_TAG) return typed({ name: item });
    return refused(invalid(field.name, `tags of at most ${MAX_TAG} characters`, { maximum_length: MAX_TAG }));
  });

/** The taxes of a line item: rows as Zoho has them, or text such as `Sales Tax: 10; VAT: 1.5`, in percent. */
export const taxes: Converter = (value, field) =>
  each(itemsOf(value), (item) => {
    if (isRow(item, "name", "percentage", "id")) return typed(item);
    const [, name, percentage] = /^(.+?)\s*[:-]\s*(\d+(?:\.\d+)?)\s*%?$/.exec(String(item)) ?? [];
    return name
      ? typed({ name, percentage: Number(percentage) })
      : wrong(field, "taxes such as Sales Tax: 10; VAT: 1.5");
  });
