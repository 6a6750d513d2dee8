import type { Product } from "../core/limits";
import groups from "./zohoScopes.json";

/** A scope list as clients send it: with commas, with spaces, or with both. */
export function parseScopes(text: string): string[] {
  return [...new Set(text.split(/[\s,]+/).filter(Boolean))];
}

const known = new Set(
  Object.entries(groups).flatMap(([group, operations]) =>
    operations.split(" ").map((operation) => `${group}.${operation}`.toLowerCase()),
  ),
);

/**
 * Whether Zoho knows a scope, such as `ZohoCRM.modules.leads.READ`. The table is a digest of the scopes of
 * Zoho's OpenAPI files and pages, of the samples of its SDKs, and of what its console lets a client choose
 * from; there is no `ZohoCRM.mass_update.ALL`.
 */
export function isScope(scope: string): boolean {
  return known.has(scope.toLowerCase());
}

/**
 * Whether scopes can be granted: one that Zoho does not know, or of a product that the organization does not
 * have, refuses them all.
 */
export function areGrantable(scopes: readonly string[], products: readonly Product[]): boolean {
  return scopes.length > 0 && scopes.every((scope) => isScope(scope) && products.includes(productOf(scope)));
}

/** Books has scopes of its own; all others come with CRM. */
const productOf = (scope: string): Product =>
  scope.toLowerCase().startsWith("zohobooks.") ? "books" : "crm";

/** The name of a module in its scopes: `pricebooks` of Price_Books, `appointments` of Appointments__s. */
export const scopeNameOf = (module: string): string =>
  module.replace(/__s$/, "").replaceAll("_", "").toLowerCase();

/** The scopes a token holds, asked for one at a time. */
export class Scopes {
  private readonly held: ReadonlySet<string>;

  constructor(readonly names: readonly string[]) {
    this.held = new Set(names.map((name) => name.toLowerCase()));
  }

  /**
   * Whether an operation that needs `scope` is allowed: by the scope itself, by its `.ALL`, by a wider
   * group's, and for other products by their full access, as `ZohoBooks.fullaccess.all`. Case plays no part.
   */
  hold(scope: string): boolean {
    return holdersOf(scope).some((holder) => this.held.has(holder));
  }
}

const holders = new Map<string, string[]>();

/**
 * Every scope that allows what `scope` allows. Kept, because operations ask for the same few again and again.
 */
function holdersOf(scope: string): string[] {
  const kept = holders.get(scope);
  if (kept) return kept;
  const parts = scope.toLowerCase().split(".");
  const operation = parts.pop() ?? "";
  const wider = operation === "create" || operation === "update" ? ["all", "write"] : ["all"];
  const found = [scope.toLowerCase()];
  for (let length = parts.length; length >= 2; length--) {
    const group = parts.slice(0, length).join(".");
    found.push(...[operation, ...wider].map((each) => `${group}.${each}`));
  }
  if (parts[0] !== "zohocrm") found.push(`${parts[0]}.fullaccess.all`);
  holders.set(scope, found);
  return found;
}
