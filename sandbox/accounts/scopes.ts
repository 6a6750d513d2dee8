/** A scope list as clients send it: with commas, with spaces, or with both. */
export function parseScopes(text: string): string[] {
  return [...new Set(text.split(/[\s,]+/).filter(Boolean))];
}

/** Whether a scope has a scope's form, such as `ZohoCRM.modules.leads.READ`. */
export function isScope(scope: string): boolean {
  return /^[A-Za-z]+(\.[A-Za-z0-9_]+){2,4}$/.test(scope);
}

/** The scopes a token holds, asked for one at a time. */
export class Scopes {
  private readonly held: ReadonlySet<string>;

  constructor(readonly names: readonly string[]) {
    this.held = new Set(names.map((name) => name.toLowerCase()));
  }

  /**
   * Whether an operation that needs `scope` is allowed: by the scope itself, by its `.ALL`, by a wider group's, and for
   * Books by `ZohoBooks.fullaccess.all`. Case plays no part.
   */
  hold(scope: string): boolean {
    return holdersOf(scope).some((holder) => this.held.has(holder));
  }
}

const holders = new Map<string, string[]>();

/** Every scope that allows what `scope` allows. Kept, because operations ask for the same few again and again. */
function holdersOf(scope: string): string[] {
  const known = holders.get(scope);
  if (known) return known;
  const parts = scope.toLowerCase().split(".");
  const operation = parts.pop() ?? "";
  const wider = operation === "create" || operation === "update" ? ["all", "write"] : ["all"];
  const found = [scope.toLowerCase()];
  for (let length = parts.length; length >= 2; length--) {
    const group = parts.slice(0, length).join(".");
    found.push(...[operation, ...wider].map((each) => `${group}.${each}`));
  }
  if (parts[0] === "zohobooks") found.push("zohobooks.fullaccess.all");
  holders.set(scope, found);
  return found;
}
