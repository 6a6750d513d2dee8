import { activity, type RecordTypeRows, reminders } from "./row";

/**
 * Customers, vendors, and the people and addresses of them.
 * @see https://www.zoho.com/books/api/v3/contacts/
 */
export const contactTypes: RecordTypeRows = {
  contacts: {
    label: "Contacts",
    keys: { list: "contacts", item: "contact", id: "contact_id", name: "contact_name" },
    scope: "contacts",
    search:
      "contact_type contact_name company_name first_name last_name address email phone search_text zcrm_contact_id zcrm_account_id zcrm_vendor_id",
    sort: "contact_name first_name last_name email outstanding_receivable_amount created_time last_modified_time",
    timeField: "last_modified_time",
    entity: "customer",
    actions: {
      ...activity,
      ...reminders,
      enablePortal: "portal/enable",
      emailStatement: "statements/email",
      track1099: "track1099",
      untrack1099: "untrack1099",
    },
    upserts: true,
    emails: true,
  },
  contactpersons: {
    label: "Contact Persons",
    keys: { list: "contact_persons", item: "contact_person", id: "contact_person_id", name: "first_name" },
    scope: "contacts",
    parent: "contacts",
    parentField: "contact_id",
    paths: {
      create: "contacts/contactpersons",
      update: "contacts/contactpersons/{id}",
      remove: "contacts/contactpersons/{id}",
    },
    actions: { markPrimary: "/contacts/contactpersons/{id}/primary" },
  },
  "contacts/address": {
    label: "Contact Addresses",
    keys: { list: "addresses", item: "address_info", id: "address_id", name: "address" },
    scope: "contacts",
    parent: "contacts",
    can: "list create update remove",
  },
  "contacts/comments": {
    label: "Contact History",
    keys: { list: "contact_comments", item: "comment", id: "comment_id", name: "description" },
    scope: "contacts",
    parent: "contacts",
    can: "list",
  },
  "contacts/refunds": {
    label: "Refunds of a Contact",
    keys: {
      list: "creditnote_refunds",
      item: "creditnote_refund",
      id: "creditnote_refund_id",
      name: "creditnote_number",
    },
    scope: "contacts",
    parent: "contacts",
    can: "list",
  },
  "contacts/receivables/unusedretainerpayments": {
    label: "Unused Retainer Payments",
    keys: { list: "unused_credits_receivable", item: "payment", id: "payment_id", name: "payment_number" },
    scope: "contacts",
    parent: "contacts",
    can: "list",
    search: "currency_id",
  },
};
