import { readdirSync } from "node:fs";
import path from "node:path";
import { isObject } from "../../src/zoho/core/json";
import type { Operation } from "../../src/zoho/http/operation";

const ZOHO = path.resolve(__dirname, "../../src/zoho");

/** Rows stand beside the functions that send them, in tables of such names as `leadOperations`. */
export const operationsTable = /^[a-z]\w*Operations$/;

const isOperation = (value: unknown): value is Operation =>
  isObject(value) && typeof value.method === "string" && typeof value.path === "string";

/** Every call to a product by its name, as the subjects that make them have it. */
export function operationsOf(product: "crm" | "books"): Readonly<Record<string, Operation>> {
  const files = readdirSync(path.join(ZOHO, product), { recursive: true, encoding: "utf8" });
  const subjects = files.filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts")).sort();
  const tables = subjects.flatMap((file) => {
    const exported: unknown = require(path.join(ZOHO, product, file));
    const named = isObject(exported) ? Object.entries(exported) : [];
    return named.flatMap(([name, table]) => (operationsTable.test(name) && isObject(table) ? [table] : []));
  });
  const rows = tables.flatMap((table) => Object.entries(table));
  return Object.fromEntries(rows.filter((row): row is [string, Operation] => isOperation(row[1])));
}
