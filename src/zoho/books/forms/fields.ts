import { type FormSchema, oneOf } from "../../core/form";
import type { Books } from "../books";
import { labelOf, listRecords } from "../choices";
import type { BooksRecordKey } from "../records/address";
import { findRecordType, wordsOf } from "../recordTypes";
import { knownCustomFields } from "../values/customFields";
import { fieldNames, kindOf } from "../values/fieldNames";

/** A field that a form of Books can ask for. */
export interface BooksField {
  readonly name: string;
  readonly label: string;
  readonly schema: FormSchema;
  readonly isCustom: boolean;
  readonly isRequired: boolean;
}

/** What a new record of a type needs, by all that is known; Zoho may want more. */
const required: Readonly<Record<string, string>> = {
  contacts: "contact_name",
  items: "name rate",
  estimates: "customer_id line_items",
  invoices: "customer_id line_items",
  salesorders: "customer_id line_items",
  creditnotes: "customer_id line_items",
  purchaseorders: "vendor_id line_items",
  bills: "vendor_id bill_number line_items",
  vendorcredits: "vendor_id",
  expenses: "account_id date amount",
  projects: "project_name customer_id billing_type",
};

/** The fields that a new record of a type needs, by all that is known. */
export const requiredOf = (type: string): string[] => wordsOf(required[type]);

/** The record types that fields name records of. */
const lookedUp: Readonly<Record<string, string>> = {
  customer_id: "contacts",
  vendor_id: "contacts",
  contact_id: "contacts",
  item_id: "items",
  account_id: "chartofaccounts",
  from_account_id: "chartofaccounts",
  paid_through_account_id: "chartofaccounts",
  currency_id: "settings/currencies",
  tax_id: "settings/taxes",
  project_id: "projects",
};

const lineItemNames = "item_id name description account_id quantity rate discount unit tax_id";

const ID = "^\\d{1,20}$";
/** Records that a lookup of a form offers. */
const MAX_OPTIONS = 200;
const MAX_MS = 15_000;

type Lookups = ReadonlyMap<string, FormSchema>;

/** The records that the fields of these names may name, read within 15 seconds; one request a record type. */
async function readLookups(books: Books, names: readonly string[]): Promise<Lookups> {
  const until = books.now() + MAX_MS;
  const lookups = new Map<string, FormSchema>();
  const types = names.map((name) => (Object.hasOwn(lookedUp, name) ? lookedUp[name] : undefined));
  for (const recordType of new Set(types.filter((type) => type !== undefined))) {
    if (books.now() >= until) break;
    try {
      const { choices, isCut } = await listRecords(books, { recordType, max: MAX_OPTIONS });
      const note = `The first ${choices.length} of more. Values takes the ID of any other.`;
      if (choices.length > 0)
        lookups.set(recordType, { ...oneOf(choices), ...(isCut ? { description: note } : {}) });
    } catch (error) {
      books.log.warn(
        `The records of ${recordType} cannot be listed; their IDs can be typed. ${String(error)}`,
      );
    }
  }
  return lookups;
}

/**
 * What a field is asked for by the kind that Books has for it; undefined for objects and lists that no form
 * knows.
 */
function schemaOf(name: string, lookups: Lookups): FormSchema | undefined {
  const kind = kindOf(name);
  if (name === "line_items") {
    const items = wordsOf(lineItemNames).map(
      (item) => [item, titled(item, schemaOf(item, lookups))] as const,
    );
    return { type: "array", items: { type: "object", properties: Object.fromEntries(items) } };
  }
  if (kind === "number") return { type: "number" };
  if (kind === "boolean") return { type: "boolean" };
  if (kind === "object" || kind === "objects" || kind === "list") return undefined;
  if (Object.hasOwn(lookedUp, name))
    return (
      lookups.get(lookedUp[name] ?? "") ?? { type: "string", pattern: ID, description: "The ID of a record." }
    );
  if (kind === undefined && (name === "date" || name.endsWith("_date")))
    return { type: "string", format: "date" };
  return { type: "string" };
}

const titled = (name: string, schema: FormSchema = { type: "string" }): FormSchema => ({
  title: labelOf(name),
  ...schema,
});

const numbers = ["decimal", "number", "amount", "percent", "currency"];

const schemaOfKind = (kind: string): FormSchema => {
  if (kind === "date") return { type: "string", format: "date" };
  if (kind === "check_box") return { type: "boolean" };
  if (kind === "multiselect") return { type: "string", description: "Values, separated by commas." };
  return { type: numbers.includes(kind) ? "number" : "string" };
};

/**
 * The fields of a record type that a form can ask for: Zoho's own by their kinds, with the records that some
 * may name, and the custom fields that the newest records have values in. Up to six requests for those, and
 * one for each type that is looked up.
 * @param isNew whether what a new record needs is required.
 */
export async function booksFields(books: Books, key: BooksRecordKey, isNew: boolean): Promise<BooksField[]> {
  const type = findRecordType(key.recordType, key.parentRecordType);
  const needed = requiredOf(type.key);
  const names = wordsOf(fieldNames[type.key]);
  const lookups = await readLookups(
    books,
    names.includes("line_items") ? [...names, ...wordsOf(lineItemNames)] : names,
  );
  const own = names.flatMap((name) => {
    const schema = schemaOf(name, lookups);
    const isRequired = isNew && needed.includes(name);
    return schema ? [{ name, label: labelOf(name), schema, isCustom: false, isRequired }] : [];
  });
  const custom = (await knownCustomFields(books, type)).map(({ name, label, kind }) => ({
    name,
    label,
    schema: schemaOfKind(kind),
    isCustom: true,
    isRequired: false,
  }));
  const inOrder = [...own].sort((left, right) => Number(right.isRequired) - Number(left.isRequired));
  return [...inOrder, ...custom];
}
