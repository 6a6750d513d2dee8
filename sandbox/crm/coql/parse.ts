import { readFileSync } from "node:fs";
import { join } from "node:path";
import peggy from "peggy";
import { lazy } from "../../core/lazy";
import type { CoqlQuery } from "./ast";
import { Fault } from "./fault";
import { isReserved } from "./reserved";

const parser = lazy(() => peggy.generate(readFileSync(join(__dirname, "coql.peggy"), "utf8")));

/** Throws the syntax errors that the grammar itself knows. */
function fault(message: string, details: Record<string, unknown>): never {
  throw new Fault("SYNTAX_ERROR", message, details);
}

/** Zoho names the token at which it gave up, or the last one when the query just ends. */
function syntaxError(query: string, error: InstanceType<peggy.Parser["SyntaxError"]>): Fault {
  const { line, column, offset } = error.location.start;
  const near = query.slice(offset).match(/\w+|\S/)?.[0];
  if (near !== undefined) return new Fault("SYNTAX_ERROR", "unexpected token", { line, column, near });
  const last = query.match(/\w+|\S/g)?.at(-1);
  return new Fault("SYNTAX_ERROR", "error occured while parsing the query", { near: last ?? "" });
}

/**
 * Reads a COQL query as Zoho CRM v8 does. It knows no modules and no fields: only the form of a query.
 * @throws Fault with code SYNTAX_ERROR and Zoho's details.
 */
export function parseCoql(query: string): CoqlQuery {
  try {
    return parser().parse(query, { fault, isReserved });
  } catch (error) {
    throw error instanceof parser().SyntaxError ? syntaxError(query, error) : error;
  }
}
