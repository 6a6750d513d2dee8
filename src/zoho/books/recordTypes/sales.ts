import { approval, attachment, type RecordTypeRows, recurrence, reminders } from "./row";

/**
 * What is offered, ordered and billed to customers.
 * @see https://www.zoho.com/books/api/v3/invoices/
 */
export const salesTypes: RecordTypeRows = {
  estimates: {
    label: "Estimates",
    keys: { list: "estimates", item: "estimate", id: "estimate_id", name: "estimate_number" },
    scope: "estimates",
    search:
      "estimate_number reference_number customer_name total customer_id item_id item_name item_description custom_field expiry_date date status search_text zcrm_potential_id",
    sort: "customer_name estimate_number date total created_time last_modified_time",
    timeField: "last_modified_time",
    actions: {
      markSent: "status/sent",
      markAccepted: "status/accepted",
      markDeclined: "status/declined",
      ...approval,
    },
    upserts: true,
    emails: true,
    prints: true,
    comments: "list create update remove",
    templates: true,
  },
  salesorders: {
    label: "Sales Orders",
    keys: { list: "salesorders", item: "salesorder", id: "salesorder_id", name: "salesorder_number" },
    scope: "salesorders",
    search:
      "salesorder_number item_name item_id item_description reference_number customer_name total date shipment_date status customer_id salesperson_id salesorder_ids search_text zcrm_potential_id customview_id",
    sort: "customer_name salesorder_number shipment_date last_modified_time reference_number total date created_time",
    timeField: "last_modified_time",
    filtersByTime: true,
    actions: {
      markOpen: "status/open",
      void: "status/void",
      ...approval,
      createInvoice: { path: "/invoices/fromsalesorder", idAs: "salesorder_id" },
    },
    upserts: true,
    emails: true,
    prints: true,
    file: attachment,
    comments: "list create update remove",
    templates: true,
  },
  invoices: {
    label: "Invoices",
    keys: { list: "invoices", item: "invoice", id: "invoice_id", name: "invoice_number" },
    scope: "invoices",
    search:
      "invoice_number item_name item_id item_description reference_number customer_name recurring_invoice_id email total balance custom_field date due_date created_date status customer_id search_text zcrm_potential_id response_option",
    sort: "customer_name invoice_number date due_date total balance created_time last_modified_time",
    timeField: "last_modified_time",
    filtersByTime: true,
    actions: {
      markSent: "status/sent",
      void: "status/void",
      markDraft: "status/draft",
      ...approval,
      writeOff: "writeoff",
      cancelWriteOff: "writeoff/cancel",
      sendPaymentReminder: "paymentreminder",
      ...reminders,
    },
    upserts: true,
    emails: true,
    prints: true,
    file: attachment,
    comments: "list create update remove",
    templates: true,
  },
  debitnotes: {
    label: "Customer Debit Notes",
    keys: { list: "debit_notes", item: "invoice", id: "invoice_id", name: "invoice_number" },
    scope: "invoices",
    paths: {
      list: "invoices",
      get: "invoices/{id}",
      create: "invoices",
      update: "invoices/{id}",
      remove: "invoices/{id}",
    },
    fixed: { query: { filter_by: "Type.DebitNote" }, body: { type: "debit_note" } },
    search:
      "item_name item_id item_description customer_name email total balance custom_field date due_date created_date status customer_id search_text",
    sort: "customer_name debit_note_number date due_date total balance created_time last_modified_time",
    timeField: "last_modified_time",
    filtersByTime: true,
  },
  recurringinvoices: {
    label: "Recurring Invoices",
    keys: {
      list: "recurring_invoices",
      item: "recurring_invoice",
      id: "recurring_invoice_id",
      name: "recurrence_name",
    },
    scope: "invoices",
    search:
      "recurrence_name item_name item_description customer_name line_item_id item_id tax_id notes start_date end_date customer_id status search_text",
    sort: "created_time",
    actions: recurrence,
    upserts: true,
    comments: "list",
  },
  retainerinvoices: {
    label: "Retainer Invoices",
    keys: {
      list: "retainerinvoices",
      item: "retainerinvoice",
      id: "retainerinvoice_id",
      name: "retainerinvoice_number",
    },
    scope: "invoices",
    sort: "customer_name date due_date total balance created_time",
    timeField: "last_modified_time",
    actions: { markSent: "status/sent", void: "status/void", markDraft: "status/draft", ...approval },
    emails: true,
    file: attachment,
    comments: "list create update remove",
    templates: true,
  },
  salesreceipts: {
    label: "Sales Receipts",
    keys: { list: "salesreceipts", item: "salesreceipt", id: "sales_receipt_id", name: "receipt_number" },
    scope: "invoices",
    search: "receipt_number item_name customer_id date total",
    sort: "customer_name receipt_number date total created_time",
    timeField: "last_modified_time",
    emails: true,
    prints: true,
  },
  "invoices/documents": {
    label: "Documents of an Invoice",
    keys: { list: "documents", item: "document", id: "document_id", name: "file_name" },
    scope: "invoices",
    parent: "invoices",
    can: "get remove",
  },
  "retainerinvoices/documents": {
    label: "Documents of a Retainer Invoice",
    keys: { list: "documents", item: "document", id: "document_id", name: "file_name" },
    scope: "invoices",
    parent: "retainerinvoices",
    can: "remove",
  },
};

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
