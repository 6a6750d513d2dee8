import { type CoqlCatalog, type CoqlField, type CoqlModule, idField, type Row } from "../catalog";
import { Fault } from "../fault";
import { limitExceeded } from "./limits";
import { isReference, type ValueType, valueTypeOf } from "./valueTypes";

/** A column of a query, found in the catalog. */
export interface Column {
  /** As the query writes it. */
  name: string;
  field: CoqlField;
  type: ValueType;
  /** The lookups it goes through, outermost first: `["Account_Name", "Account_Name.Parent_Account"]`. */
  joins: string[];
  /** Its stored value in a row of the query's module; undefined where a lookup is empty. */
  read(row: Row): unknown;
}

/** A column that rows are ordered by. */
export interface OrderColumn {
  column: Column;
  descending: boolean;
  /** Its place among the selected columns, when it is named by an alias. */
  index?: number;
}

/** The most lookups a column may go through. */
const maximumRelations = 2;

const referenceId = (value: unknown): string | undefined =>
  typeof value === "object" && value !== null && "id" in value ? String(value.id) : undefined;

/** Goes on from a value, where there is one. */
const through = <From, To>(value: From | undefined, next: (value: From) => To): To | undefined =>
  value === undefined ? undefined : next(value);

/** What lies in the objects of a value itself, such as `module.api_name` of a lookup to several modules. */
function inside(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === "object" && at !== null ? Reflect.get(at, key) : undefined),
    value,
  );
}

function makeColumn(name: string, field: CoqlField, joins: string[], read: (row: Row) => unknown): Column {
  return { name, field, type: valueTypeOf(field), joins, read };
}

/**
 * Finds a column such as `Last_Name`, `Account_Name.Parent_Account.Account_Name`, `!Leads.Owner.role.id` or
 * `What_Id->Leads.Last_Name`.
 * @throws Fault INVALID_QUERY for a name the module does not have, LIMIT_EXCEEDED beyond two relations.
 */
export function resolveColumn(catalog: CoqlCatalog, module: CoqlModule, name: string): Column {
  const unknownColumn = new Fault("INVALID_QUERY", "column given seems to be invalid", { column_name: name });
  const path = name.replace(/^!\w+\./, "").split(".");
  if (path.length > maximumRelations + 1) throw limitExceeded("join", maximumRelations);

  const joins: string[] = [];
  let reach = (row: Row): Row | undefined => row;
  let at = module;
  for (const [index, segment] of path.entries()) {
    const [apiName = "", target] = segment.split("->");
    const field = at.fields.get(apiName) ?? (apiName === "id" ? idField : undefined);
    if (field === undefined) throw unknownColumn;
    const rest = path.slice(index + 1);
    const owner = reach;
    const cell = (row: Row) => row[apiName] ?? (field.dataType === "boolean" ? false : undefined);
    const value = index === 0 ? cell : (row: Row) => through(owner(row), cell);
    if (rest.length === 0) return makeColumn(name, field, joins, value);

    if (!isReference(field)) throw unknownColumn;
    if (target !== undefined && !field.lookupModules?.includes(target)) throw unknownColumn;
    const next = catalog.module(target ?? field.lookupModule ?? "");
    if (next === undefined) {
      const type = rest.at(-1) === "id" ? "bigint" : "text";
      return makeColumn(name, { ...field, dataType: type }, joins, (row) => inside(value(row), rest));
    }
    joins.push(path.slice(0, index + 1).join("."));
    reach = (row) => through(referenceId(value(row)), (id) => next.byId(id));
    at = next;
  }
  throw unknownColumn;
}
