import { isHeld } from "../../../core/decimal";
import { isObject, type JsonObject, parseJson, textAt } from "../../../core/json";
import type { Crm } from "../../crm";
import { fieldAt, getFields, nameOf } from "../../metadata/modules";

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
  return (row) => Object.fromEntries(columns.map(({ name, read }, index) => [name, read(row[index] ?? "")]));
}
