import { isReserved } from "./reservedWords";

/*
 * The text of COQL queries. Nothing is ever pasted into a query but what is written here.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/COQL-Overview.html
 */

/**
 * A value as COQL writes it. Text is quoted, and its quotes are doubled, so that no value can change the
 * query; a backslash means nothing there.
 */
export function literal(value: string | number | boolean): string {
  return typeof value === "string" ? `'${value.replace(/'/g, "''")}'` : String(value);
}

export const literals = (values: readonly (string | number | boolean)[]): string =>
  `(${values.map(literal).join(", ")})`;

/** A module's API name; refused when it is none. */
export function moduleName(name: string): string {
  if (!/^[A-Za-z_]\w*$/.test(name)) throw new Error(`${JSON.stringify(name)} is no module name.`);
  return name;
}

/**
 * A column by its path, quoted where a part of it is a word of SQL, which changes nothing about the key it
 * has in the answer.
 */
export function column(path: string): string {
  if (!/^[A-Za-z_$]\w*(\.[A-Za-z_]\w*){0,2}$/.test(path))
    throw new Error(`${JSON.stringify(path)} is no field name.`);
  return path.split(".").some(isReserved) ? literal(path) : path;
}

/** Conditions joined as COQL wants them: in pairs, each in parentheses. */
export function joined(conditions: readonly string[], by: "and" | "or"): string {
  const [first = "id is not null", ...rest] = conditions;
  return rest.reduce((left, right) => `(${left} ${by} ${right})`, first);
}
