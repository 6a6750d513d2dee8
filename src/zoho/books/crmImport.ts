import type { JsonObject } from "../core/json";
import type { Books } from "./books";
import { booksOperations } from "./operations";

/** What each module of CRM becomes in Books, and the scope that it takes. */
const kinds = {
  Accounts: { kind: "account", module: "contacts" },
  Contacts: { kind: "contact", module: "contacts" },
  Vendors: { kind: "vendor", module: "contacts" },
  Products: { kind: "item", module: "settings" },
} as const;

export interface ImportInput {
  readonly crmModule: keyof typeof kinds;
  readonly crmRecordId: string;
}

/**
 * Takes a record of Zoho CRM into Books: an account, contact or vendor becomes a contact, a product an item.
 * @see https://www.zoho.com/books/api/v3/zoho-crm-integration/
 * @returns Zoho's own body: `{ code, message, data: { contact_id } }`, for a product `item_id`.
 */
export async function importFromCrm(
  books: Books,
  { crmModule, crmRecordId }: ImportInput,
): Promise<JsonObject> {
  const path = { ...kinds[crmModule], id: crmRecordId };
  return books.ask(booksOperations.importFromCrm, { path });
}
