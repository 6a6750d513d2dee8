import { isObject, type JsonObject, textAt } from "./json";

/** From where in a record of another system a field gets its value. */
export interface MappedField {
  /** A key of that record, or a path to one with dots. */
  readonly source: string;
  /** The field's name. */
  readonly field: string;
  /** The record type that the field belongs to; of the one that is written where it is left out. */
  readonly recordType?: string;
}

const keyAt = (entry: JsonObject, name: string): string => textAt(entry[name], "key") ?? "";

/**
 * One entry of an object field map: the mapping that was chosen, or the default one where nobody has chosen
 * yet.
 */
function ofFieldMap(entry: JsonObject): MappedField {
  const [object, field] =
    entry.mappedField === undefined ? ["defaultObject", "defaultField"] : ["mappedObject", "mappedField"];
  const recordType = keyAt(entry, object);
  return {
    source: keyAt(entry, "field"),
    field: keyAt(entry, field),
    ...(recordType === "" ? {} : { recordType }),
  };
}

const ofRow = (row: JsonObject): MappedField => ({
  source: textAt(row, "source") ?? textAt(row, "key") ?? "",
  field: textAt(row, "field") ?? textAt(row, "value") ?? "",
});

const isPairOfTexts = (entry: [string, unknown]): entry is [string, string] => typeof entry[1] === "string";

/**
 * A mapping of fields in any form that has one: an object field map, the value of a mapping form, rows of
 * source and field or of key and value, or an object with the names of fields under the keys of the source.
 * Entries that map nothing are left out.
 * @returns undefined for what is no mapping.
 */
export function mappingOf(value: unknown): readonly MappedField[] | undefined {
  const list = isObject(value) ? (value.fields ?? value.mappings) : value;
  if (Array.isArray(list)) {
    if (!list.every(isObject)) return undefined;
    const read = isObject(value) && value.fields !== undefined ? ofFieldMap : ofRow;
    return list.map(read).filter(({ source, field }) => source !== "" && field !== "");
  }
  if (!isObject(value) || !Object.values(value).every((field) => typeof field === "string")) return undefined;
  return Object.entries(value)
    .filter(isPairOfTexts)
    .filter(([, field]) => field !== "")
    .map(([source, field]) => ({ source, field }));
}

/** What stands under a key, or under a path with dots where no key is spelled so. */
function valueAt(record: JsonObject, source: string): unknown {
  if (Object.hasOwn(record, source)) return record[source];
  return source
    .split(".")
    .reduce<unknown>(
      (inner, key) =>
        (isObject(inner) || Array.isArray(inner)) && Object.hasOwn(inner, key)
          ? Reflect.get(inner, key)
          : undefined,
      record,
    );
}

/**
 * A record of another system with its values under the names of fields. What the mapping does not name, and
 * what the record does not have, is left out. Of several sources of one field, the last that has a value
 * counts.
 */
export function mapRecord(
  mapping: readonly MappedField[],
  record: JsonObject,
  recordType: string,
): Record<string, unknown> {
  const mapped: Record<string, unknown> = {};
  for (const { source, field, recordType: owner = recordType } of mapping) {
    const value = owner === recordType ? valueAt(record, source) : undefined;
    if (value !== undefined) mapped[field] = value;
  }
  return mapped;
}

/**
 * A record as another system has it: the values of fields under the keys that the mapping takes them from,
 * paths with dots as objects within objects. What the mapping does not name is left out.
 */
export function mapBack(
  mapping: readonly MappedField[],
  record: JsonObject,
  recordType: string,
): Record<string, unknown> {
  const mapped: Record<string, unknown> = {};
  for (const { source, field, recordType: owner = recordType } of mapping) {
    if (owner !== recordType || record[field] === undefined) continue;
    const path = source.split(".");
    const last = path.pop() ?? source;
    let inner = mapped;
    for (const key of path) {
      const next = Object.hasOwn(inner, key) && isObject(inner[key]) ? { ...inner[key] } : {};
      define(inner, key, next);
      inner = next;
    }
    define(inner, last, record[field]);
  }
  return mapped;
}

/** A property whatever its name is. */
const define = (target: object, key: string, value: unknown): void => {
  Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
};

/** What becomes of one value. */
export interface PreviewedValue {
  readonly field: string;
  readonly given: unknown;
  /** What is sent; null where nothing is. */
  readonly value: unknown;
  readonly outcome: "unchanged" | "converted" | "leftOut" | "refused";
  /** Why it is left out or refused; empty otherwise. */
  readonly message: string;
}

export interface Preview {
  /** Whether the record would be sent. */
  readonly valid: boolean;
  /** The record as it would be sent; null where it would not. */
  readonly record: JsonObject | null;
  readonly values: readonly PreviewedValue[];
  readonly problems: readonly {
    readonly code: string;
    readonly message: string;
    readonly details: JsonObject;
  }[];
  readonly warnings: readonly string[];
}
