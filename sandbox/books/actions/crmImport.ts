import type { Route } from "../../http/route";
import { type BooksCall, booksRoute, done } from "../call";
import { doesNotExist } from "../core/refusal";
import { type Draft, isObject, type Row, textOf } from "../core/values";
import { createRecord, setFields, updateRecord } from "../engine/write";
import { typeAt } from "../table";

/**
 * A module of CRM that Books imports from: what becomes of a record, and the field that ties the two
 * together.
 */
interface Source {
  module: string;
  noun: string;
  path: "contacts" | "items";
  link: string;
  body: (record: Row) => Draft;
}

const named = (value: unknown): string => (isObject(value) ? textOf(value.name) : textOf(value));

const address = (record: Row, part: string): Draft => ({
  address: textOf(record[`${part}_Street`]),
  city: textOf(record[`${part}_City`]),
  state: textOf(record[`${part}_State`]),
  zip: textOf(record[`${part}_Code`] ?? record[`${part}_Zip`]),
  country: textOf(record[`${part}_Country`]),
});

const sources: Readonly<Record<string, Source>> = {
  account: {
    module: "Accounts",
    noun: "Account",
    path: "contacts",
    link: "zcrm_account_id",
    body: (record) => ({
      contact_name: record.Account_Name,
      company_name: record.Account_Name,
      contact_type: "customer",
      website: textOf(record.Website),
      billing_address: address(record, "Billing"),
      shipping_address: address(record, "Shipping"),
    }),
  },
  contact: {
    module: "Contacts",
    noun: "Contact",
    path: "contacts",
    link: "zcrm_contact_id",
    body: (record) => ({
      contact_name: [record.First_Name, record.Last_Name].map(textOf).filter(Boolean).join(" "),
      company_name: named(record.Account_Name),
      contact_type: "customer",
      billing_address: address(record, "Mailing"),
      shipping_address: address(record, "Other"),
      contact_persons: [
        {
          first_name: textOf(record.First_Name) || textOf(record.Last_Name),
          last_name: textOf(record.Last_Name),
          email: textOf(record.Email),
          phone: textOf(record.Phone),
          mobile: textOf(record.Mobile),
          is_primary_contact: true,
        },
      ],
    }),
  },
  vendor: {
    module: "Vendors",
    noun: "Vendor",
    path: "contacts",
    link: "zcrm_vendor_id",
    body: (record) => ({
      contact_name: record.Vendor_Name,
      company_name: record.Vendor_Name,
      contact_type: "vendor",
      website: textOf(record.Website),
      contact_persons: record.Email
        ? [{ first_name: textOf(record.Vendor_Name), email: textOf(record.Email) }]
        : [],
    }),
  },
  item: {
    module: "Products",
    noun: "Product",
    path: "items",
    link: "zcrm_product_id",
    body: (record) => ({
      name: record.Product_Name,
      rate: Number(record.Unit_Price ?? 0),
      sku: textOf(record.Product_Code),
      description: textOf(record.Description),
    }),
  },
};

/** Copies a record of CRM into Books, once: a second import brings the first one up to date. */
function importFrom(
  { organization, request, params }: BooksCall,
  { module, noun, path, link, body }: Source,
) {
  const id = params.crm_id ?? "";
  const record = request.world.crm.records(module).find((row) => row.id === id);
  if (!record) throw doesNotExist(noun);
  const type = typeAt(path);
  const [known] = organization.records(path).find(link, id);
  const row = known
    ? updateRecord(organization, type, known, body(record))
    : createRecord(organization, type, body(record));
  const linked = setFields(organization, type, row, { [link]: id, is_linked_with_zohocrm: true });
  // A contact comes back as a customer, as six codes in daily use read it.
  const key = path === "contacts" ? "customer_id" : type.keys[2];
  return done("success", { data: { [key]: linked[type.keys[2]] } });
}

/** @see https://www.zoho.com/books/api/v3/integration/ */
export const crmRoutes: Route[] = Object.entries(sources).map(([name, source]) =>
  booksRoute(
    `crm.${name}.import`,
    `POST crm/${name}/:crm_id/import`,
    source.path === "items" ? "settings" : "contacts",
    (call) => importFrom(call, source),
  ),
);
