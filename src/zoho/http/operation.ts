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

/** The two products that have clients of their own; `zoho` stands for all others on the same login. */
export type Product = "crm" | "books" | "zoho";

/** How many credits a call costs: a number, or a rule over the `units` that the call names. */
export type Credits = number | "perTenRecords" | "perFiftyRecords" | "byRows";

/** The methods of Zoho's calls, and others that a builder's own requests may try. */
export type Method =
  | ("GET" | "POST" | "PUT" | "PATCH" | "DELETE")
  | ("HEAD" | "OPTIONS" | "LINK" | "PURGE" | "UNLINK");

/**
 * One call that Zoho offers, as data. Retry, limiter, ledger, scope errors and the documentation read these
 * rows; no request is made that has none.
 */
export interface Operation {
  readonly method: Method;
  /** `{name}` stands for a part that the call fills in, encoded; `{version}` is the client's. */
  readonly path: string;
  /**
   * What sending it does, in the words of RFC 9110. `safe`: it reads. `idempotent`: it writes, and twice does
   * no more than once. `unsafe`: it must not be sent again unless Zoho certainly did nothing, as with an
   * insert.
   */
  readonly safety: "safe" | "idempotent" | "unsafe";
  /** Zoho's concurrency class. Some calls enter the smaller one only when sorted, or above ten records. */
  readonly class: "standard" | "sub" | "subWhenSorted" | "subAboveTen" | "books";
  /** The OAuth scope that the call needs, `{module}` in Zoho's lower-case form. */
  readonly scope: string;
  readonly credits: Credits;
  readonly success: readonly number[];
  /** The key under which the answer lists one outcome a record, failed ones included, whatever the status. */
  readonly items?: string;
  /** The key under which every good answer has its list or object, where it is not the one of `items`. */
  readonly answers?: string;
  /** The key under which every good answer has a single value, where it has no list. */
  readonly tells?: string;
  /** Set where any JSON is a good answer: in requests of a builder's own making. */
  readonly anyAnswer?: true;
  /**
   * A code that Zoho answers without a cause where many such calls run at the same time: then it is asked
   * once more.
   */
  readonly spurious?: string;
  /** Set where the call goes to the upload host rather than the API host. */
  readonly host?: "upload";
}

/** What a call costs. `units` is the number of records, or for COQL the limit of rows; 1 when left out. */
export function creditsOf({ credits }: Operation, units = 1): number {
  switch (credits) {
    case "perTenRecords":
      return Math.max(1, Math.ceil(units / 10));
    case "perFiftyRecords":
      return Math.max(1, Math.ceil(units / 50));
    case "byRows":
      return units <= 200 ? 1 : units <= 1000 ? 2 : 3;
    default:
      return credits;
  }
}

/** Whether Zoho counts the call against its sub-concurrency of ten. */
export function isSubConcurrent(operation: Operation, units = 1, sorted = false): boolean {
  switch (operation.class) {
    case "sub":
      return true;
    case "subWhenSorted":
      return sorted;
    case "subAboveTen":
      return units > 10;
    default:
      return false;
  }
}
