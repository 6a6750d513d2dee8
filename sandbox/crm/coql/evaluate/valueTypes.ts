import type { Operator } from "../ast";
import type { CoqlField } from "../catalog";

/** A value made comparable: two of one type compare with `===`, `<` and `>`. */
export type Key = string | number | bigint | boolean;

/** How the values of a family of field types compare. */
export interface ValueType {
  /** What may stand in a condition; empty for types that no condition may name. */
  operators: ReadonlySet<Operator>;
  /** False for types that may not be selected either. */
  selectable: boolean;
  /** The key of a stored value; undefined for an empty one. */
  key(value: unknown): Key | undefined;
  /** The key of what is written in a query; undefined when it is not of the type. */
  parse(text: string): Key | undefined;
}

const presence: Operator[] = ["is null", "is not null"];
const equality: Operator[] = ["=", "!=", "in", "not in", ...presence];
const pattern: Operator[] = [...equality, "like", "not like"];
const order: Operator[] = [...equality, ">", ">=", "<", "<=", "between", "not between"];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** A stored value as the text that a person reads: names of references, parts joined by `;`. */
export function plainText(value: unknown): string {
  if (Array.isArray(value)) return value.map(plainText).join(";");
  if (isObject(value)) return String(value.name ?? value.id ?? "");
  return value === null || value === undefined ? "" : String(value);
}

function valueType(
  operators: readonly Operator[],
  parse: (text: string) => Key | undefined,
  read: (value: unknown) => string = plainText,
): ValueType {
  return {
    operators: new Set(operators),
    selectable: true,
    parse,
    key: (value) => (value === null || value === undefined ? undefined : parse(read(value))),
  };
}

const present = (text: string) => (text === "" ? undefined : text);
const isoDate = /^\d{4}-\d\d-\d\d$/;
/** Milliseconds have no place in a literal. */
const isoTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/;

function instant(text: string): number | undefined {
  const epochMs = isoTime.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(epochMs) ? undefined : epochMs;
}

function truth(text: string): boolean | undefined {
  const word = text.toLowerCase();
  return word === "true" || word === "false" ? word === "true" : undefined;
}

/** The families of field types. Text compares without regard to case, times by instant, references by id. */
const families = {
  text: {
    ...valueType(pattern, (text) => text.toLowerCase()),
    key: (value: unknown) => present(plainText(value).toLowerCase()),
  },
  choices: valueType(pattern, (text) => present(text.toLowerCase().split(";").sort().join(";"))),
  number: valueType(order, (text) =>
    /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : undefined,
  ),
  longInteger: valueType(order, (text) => (/^-?\d{1,20}$/.test(text) ? BigInt(text) : undefined)),
  date: valueType(order, (text) =>
    isoDate.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined,
  ),
  instant: valueType(order, instant),
  boolean: valueType(["="], truth),
  booleanFormula: valueType(["=", ...presence], truth),
  reference: valueType(
    equality,
    (text) => (/^\d+$/.test(text) ? text : undefined),
    (value) => String(isObject(value) ? value.id : value),
  ),
  encryptedText: valueType(presence, present),
  encryptedNumber: valueType(["=", "!=", ...presence], (text) =>
    Number.isNaN(Number(text)) ? undefined : Number(text),
  ),
  selectOnly: valueType([], present),
  hidden: { ...valueType([], present), selectable: false },
} satisfies Record<string, ValueType>;

type Family = keyof typeof families;

const familyOf: Readonly<Record<string, Family>> = {
  multiselectpicklist: "choices",
  integer: "number",
  currency: "number",
  double: "number",
  decimal: "number",
  percent: "number",
  rollup_summary: "number",
  bigint: "longInteger",
  date: "date",
  datetime: "instant",
  boolean: "boolean",
  lookup: "reference",
  ownerlookup: "reference",
  userlookup: "reference",
  multi_module_lookup: "reference",
  consent_lookup: "reference",
  layout: "reference",
  textarea: "selectOnly",
  territories: "selectOnly",
  RRULE: "selectOnly",
  ALARM: "selectOnly",
  event_reminder: "selectOnly",
  line_tax: "selectOnly",
  multiselectlookup: "hidden",
  multiuserlookup: "hidden",
  fileupload: "hidden",
  profileimage: "hidden",
  imageupload: "hidden",
  subform: "hidden",
};

const familyOfDataType = (dataType: string): Family => familyOf[dataType] ?? "text";

function familyOfField(field: CoqlField): Family {
  const computed = field.dataType === "formula" || field.dataType === "rollup_summary";
  const family = familyOfDataType(computed ? (field.returnType ?? field.dataType) : field.dataType);
  if (computed && family === "boolean") return "booleanFormula";
  if ("crypt" in field.metadata && field.metadata.crypt)
    return family === "number" ? "encryptedNumber" : "encryptedText";
  return family;
}

/** How a field's values compare, by its `data_type` or its formula's return type. */
export const valueTypeOf = (field: CoqlField): ValueType =>
  field.unselectable ? families.hidden : families[familyOfField(field)];

const isOneOf =
  (...names: Family[]) =>
  (field: CoqlField): boolean =>
    names.includes(familyOfField(field));

/** Whether the field points to another record, so that a dotted column may go on there. */
export const isReference = isOneOf("reference");

/** Whether SUM and AVG can add the field's values up. */
export const isNumeric = isOneOf("number", "encryptedNumber");

/** Whether MIN and MAX take the field. */
export const isOrdered = isOneOf("number", "encryptedNumber", "longInteger", "date", "instant");

/** Whether COUNT takes the field: Zoho counts numbers, lookups and picklists. */
export const isCountable = (field: CoqlField): boolean =>
  field.dataType === "picklist" || isOneOf("number", "encryptedNumber", "longInteger", "reference")(field);

/** Orders keys, empty ones first. */
export function compareKeys(left: Key | undefined, right: Key | undefined): number {
  if (left === right) return 0;
  if (left === undefined) return -1;
  if (right === undefined) return 1;
  return left < right ? -1 : 1;
}
