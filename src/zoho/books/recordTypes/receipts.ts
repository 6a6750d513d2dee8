import { approval, type RecordTypeRows } from "./row";

/**
 * What customers pay and are credited.
 * @see https://www.zoho.com/books/api/v3/customer-payments/
 */
export const receiptTypes: RecordTypeRows = {
  creditnotes: {
    label: "Credit Notes",
    keys: { list: "creditnotes", item: "creditnote", id: "creditnote_id", name: "creditnote_number" },
    scope: "creditnotes",
    search:
      "creditnote_number date status total reference_number customer_name item_name customer_id item_description item_id line_item_id tax_id search_text",
    sort: "customer_name creditnote_number balance total date created_time last_modified_time",
    timeField: "last_modified_time",
    actions: { void: "status/void", markDraft: "status/draft", markOpen: "status/open", ...approval },
    upserts: "invoices",
    emails: true,
    prints: true,
    comments: "list create remove",
    templates: true,
  },
  "creditnotes/invoices": {
    label: "Invoices Credited by a Credit Note",
    keys: { list: "invoices_credited", item: "invoice", id: "creditnote_invoice_id", name: "invoice_number" },
    scope: "creditnotes",
    parent: "creditnotes",
    can: "list create remove",
  },
  "creditnotes/refunds": {
    label: "Credit Note Refunds",
    keys: {
      list: "creditnote_refunds",
      item: "creditnote_refund",
      id: "creditnote_refund_id",
      name: "creditnote_number",
    },
    scope: "creditnotes",
    all: "creditnotes/refunds",
    parent: "creditnotes",
  },
  "creditnotes/emailhistory": {
    label: "Emails of a Credit Note",
    keys: { list: "email_history", item: "email", id: "mailhistory_id", name: "subject" },
    scope: "creditnotes",
    parent: "creditnotes",
    can: "list",
  },
  customerpayments: {
    label: "Customer Payments",
    keys: { list: "customerpayments", item: "payment", id: "payment_id", name: "payment_number" },
    scope: "customerpayments",
    search: "customer_name reference_number date amount notes payment_mode customer_id search_text",
    sort: "created_time",
    timeField: "last_modified_time",
    upserts: true,
    prints: true,
  },
  "customerpayments/refunds": {
    label: "Customer Payment Refunds",
    keys: {
      list: "payment_refunds",
      item: "payment_refunds",
      id: "payment_refund_id",
      name: "payment_number",
    },
    scope: "customerpayments",
    parent: "customerpayments",
  },
  "invoices/payments": {
    label: "Payments of an Invoice",
    keys: { list: "payments", item: "payment", id: "invoice_payment_id", name: "payment_number" },
    scope: "invoices",
    parent: "invoices",
    can: "list remove",
  },
  "invoices/creditsapplied": {
    label: "Credits Applied to an Invoice",
    keys: { list: "credits", item: "credit", id: "creditnotes_invoice_id", name: "creditnotes_number" },
    scope: "invoices",
    parent: "invoices",
    can: "list remove",
  },
};
