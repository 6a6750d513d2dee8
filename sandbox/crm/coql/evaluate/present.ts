import type { CoqlCatalog } from "../catalog";
import type { Column } from "./columns";

const named = new Set(["lookup", "ownerlookup", "userlookup"]);
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * A stored value as COQL answers it. Lookups are `{ name, id }` from v7 on and `{ id }` before; users go by
 * their last name; a lookup to several modules has its module and never a name.
 */
export function presentValue(
  catalog: CoqlCatalog,
  { field }: Column,
  value: unknown,
  lookupNames: boolean,
): unknown {
  if (!isObject(value) || !field.dataType.endsWith("lookup")) return value ?? null;
  const { id, name, module } = value;
  if (named.has(field.dataType) && lookupNames) {
    const user = field.lookupModule === "Users" ? catalog.module("Users")?.byId(String(id)) : undefined;
    return { name: user?.last_name ?? name ?? null, id };
  }
  return module === undefined || named.has(field.dataType) ? { id } : { module, id };
}
