import type { Operation } from "./operation";

/** The modules of CRM with scopes of their own, by their name in them; all others share those of `custom`. */
export const modulesWithScopes: ReadonlySet<string> = new Set([
  "accounts",
  "appointments",
  "attachments",
  "calls",
  "campaigns",
  "cases",
  "contacts",
  "deals",
  "emails",
  "events",
  "invoices",
  "leads",
  "notes",
  "pricebooks",
  "products",
  "purchaseorders",
  "quotes",
  "salesorders",
  "services",
  "solutions",
  "tasks",
  "vendors",
]);

/**
 * The scope of an operation on a module: `{module}` becomes Zoho's name for it, such as `pricebooks` for
 * Price_Books, or `custom` for a module of the organization's own; with Books the caller gives that name
 * itself.
 */
export function scopeOf({ scope }: Pick<Operation, "scope">, module = ""): string {
  return scope.replace("{module}", scope.startsWith("ZohoCRM.") ? scopeNameOf(module) : module);
}

function scopeNameOf(apiName: string): string {
  const name = apiName.replace(/__s$/, "").replaceAll("_", "").toLowerCase();
  return modulesWithScopes.has(name) ? name : "custom";
}
