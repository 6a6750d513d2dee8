import { isHeld } from "../../../core/decimal";
import { isObject, type JsonObject, parseJson, textAt } from "../../../core/json";
import { inputError } from "../../../http/errors";
import type { Crm } from "../../crm";
import { fieldAt, getFields, nameOf } from "../../metadata/modules";
import { literalsFor } from "../../query/values";
import type { Condition, Operator } from "../../search/conditions";

/** A column of a bulk read: the name that its values have in a record, and how they are read. */
interface Column {
  readonly name: string;
  readonly read: (text: string) => unknown;
}

const number = (text: string): unknown => (isHeld(text) ? Number(text) : text);
const reference = (text: string): unknown => ({ id: text });
const truth = (text: string): boolean => text.toLowerCase() === "true";

/** A list as JSON where it is written so, else its parts. */
const list = (text: string): unknown => (/^\s*\[/.test(text) ? (json(text) ?? text) : text.split(";"));
const object = (text: string): unknown => (/^\s*\{/.test(text) ? (json(text) ?? text) : reference(text));

function json(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

const byJsonType: Readonly<Record<string, Column["read"]>> = {
  integer: number,
  double: number,
  boolean: truth,
  jsonobject: object,
  jsonarray: list,
};

/** How the values of a field are read. An empty one is null; an unset checkbox false. */
function readerOf(described: JsonObject | undefined): Column["read"] {
  const type = textAt(described, "json_type") ?? "string";
  const read = Object.hasOwn(byJsonType, type) ? byJsonType[type] : undefined;
  return (text) => (text === "" ? (type === "boolean" ? false : null) : (read?.(text) ?? text));
}

const userTypes = ["ownerlookup", "userlookup"];

/** The description of a column's field; none for the fields of users, which are text. */
async function describe(crm: Crm, recordType: string, path: string): Promise<JsonObject | undefined> {
  const [first = "", ...rest] = path.split(".");
  if (rest.length === 0) return (await getFields(crm, recordType)).find((field) => nameOf(field) === first);
  const own = await fieldAt(crm, recordType, first);
  const isUser = isObject(own) && userTypes.includes(textAt(own, "data_type") ?? "");
  return isUser ? undefined : fieldAt(crm, recordType, path);
}

/**
 * Reads rows of a CSV as the records that a list would give: values typed by the module's metadata, long
 * numbers whole, lookups as `{ id }`. The column that Zoho calls `Id` is `id`; the field of a lookup keeps
 * its path, such as `Account_Name.Industry`.
 */
export async function recordReader(
  crm: Crm,
  recordType: string,
  header: readonly string[],
): Promise<(row: readonly string[]) => JsonObject> {
  const columns: Column[] = [];
  for (const given of header) {
    const isId = given.toLowerCase() === "id";
    const described = isId ? undefined : await describe(crm, recordType, given);
    columns.push({ name: isId ? "id" : given, read: readerOf(described) });
  }
  return (row) => {
    const record: Record<string, unknown> = {};
    let index = 0;
    for (const { name, read } of columns) {
      record[name] = read(row[index] ?? "");
      index += 1;
    }
    return record;
  };
}

/** Conditions that Zoho takes in one job. */
const MOST_CONDITIONS = 25;
/** The most characters of a value. */
const MOST_CHARACTERS = 255;

type Form = "one" | "part" | "list" | "two" | "none";

/** Zoho's comparators, and what kind of value each wants. */
const comparators: Readonly<Record<Operator, readonly [comparator: string, form: Form]>> = {
  equals: ["equal", "one"],
  not_equals: ["not_equal", "one"],
  contains: ["contains", "part"],
  starts_with: ["starts_with", "part"],
  ends_with: ["ends_with", "part"],
  in: ["in", "list"],
  between: ["between", "two"],
  greater: ["greater_than", "one"],
  greater_or_equal: ["greater_equal", "one"],
  less: ["less_than", "one"],
  less_or_equal: ["less_equal", "one"],
  is_empty: ["equal", "none"],
  is_not_empty: ["not_equal", "none"],
};

/** What stands for no value, in Zoho's words. */
const EMPTY = ["$", "{EMPTY}"].join("");

const isBlank = (value: unknown): boolean => value === undefined || value === null || value === "";

function partsOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value !== "string") return isBlank(value) ? [] : [value];
  return value.split(",").flatMap((part) => part.trim() || []);
}

/**
 * The criteria that a list of conditions amounts to; undefined for none.
 * @throws ZohoError of kind `input`, before anything is sent, for what is no field, no value of its type, or
 * too much.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/bulk-read/create-job.html
 */
export async function criteriaOf(
  crm: Crm,
  recordType: string,
  conditions: readonly Condition[],
  match: "all" | "any",
): Promise<JsonObject | undefined> {
  if (conditions.length > MOST_CONDITIONS)
    throw inputError("crm", `Conditions: Zoho takes ${MOST_CONDITIONS} in one job, got ${conditions.length}`);
  const group: JsonObject[] = [];
  for (const condition of conditions) group.push(await criterionOf(crm, recordType, condition));
  if (group.length < 2) return group[0];
  return { group_operator: match === "all" ? "and" : "or", group };
}

async function criterionOf(crm: Crm, recordType: string, condition: Condition): Promise<JsonObject> {
  const { field, operator, value } = condition;
  const [comparator, form] = comparators[operator];
  const write = await valueWriter(crm, recordType, field);
  const refuse = (expected: string) =>
    inputError("crm", `Conditions: ${field} ${operator} expects ${expected}`, { api_name: field });
  const told = { field: { api_name: field }, comparator };
  if (form === "none") return { ...told, value: EMPTY };
  if (form === "list" || form === "two") {
    const parts = partsOf(value);
    if (form === "two" && parts.length !== 2) throw refuse("two values");
    if (parts.length === 0) throw refuse("a list of values");
    return { ...told, value: parts.map(write) };
  }
  if (isBlank(value)) throw refuse("a value; is_empty and is_not_empty ask for its absence");
  const written = form === "part" ? String(value) : write(value);
  if (written.length > MOST_CHARACTERS) throw refuse(`at most ${MOST_CHARACTERS} characters`);
  return { ...told, value: written };
}

/** Values as text, checked by the type of their field as a query's are. */
async function valueWriter(crm: Crm, recordType: string, field: string): Promise<(value: unknown) => string> {
  const write = await literalsFor(crm, recordType, field, "Conditions");
  return (value) => unquoted(write(value));
}

/** The text of a literal of COQL, which doubles quotes. */
const unquoted = (literal: string): string =>
  literal.startsWith("'") ? literal.slice(1, -1).replaceAll("''", "'") : literal;
