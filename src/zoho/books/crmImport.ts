import { isObject, type JsonObject } from "../core/json";
import type { Books } from "./books";

/** Records of CRM that come into Books. */
export const importOperations = {
  importFromCrm: {
    method: "POST",
    path: "/books/{version}/crm/{kind}/{id}/import",
    safety: "unsafe",
    class: "books",
    scope: "ZohoBooks.{module}.CREATE",
    credits: 1,
    success: [200, 201],
  },
} as const;

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
 * @returns Zoho's own body, `{ code, message, data }`. Zoho's pages name the contact's id `contact_id`, and
 * its answers `customer_id`: here it stands under both. A product's is `item_id`.
 */
export async function importFromCrm(
  books: Books,
  { crmModule, crmRecordId }: ImportInput,
): Promise<JsonObject> {
  const path = { ...kinds[crmModule], id: crmRecordId };
  const body = await books.ask(importOperations.importFromCrm, { path });
  const data = isObject(body.data) ? body.data : {};
  const contact = data.customer_id ?? data.contact_id ?? data.vendor_id;
  return contact === undefined
    ? body
    : { ...body, data: { ...data, contact_id: contact, customer_id: contact } };
}
