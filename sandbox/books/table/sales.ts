import {
  creditNotes,
  estimates,
  invoices,
  recurringInvoices,
  retainerInvoices,
  salesOrders,
  salesReceipts,
} from "../rules/sales";
import { fields } from "./fields";
import type { RecordType } from "./recordType";

const documentFilters =
  "item_name item_id item_description customer_name total custom_field date customer_id";
const invoiceFilters = `${documentFilters} reference_number recurring_invoice_id email balance due_date created_date
  last_modified_time zcrm_potential_id`;

/** @see https://www.zoho.com/books/api/v3/invoices/ */
const invoiceType: RecordType = {
  path: "invoices",
  area: "invoices",
  keys: ["invoices", "invoice", "invoice_id"],
  noun: "Invoice",
  messages: [
    "The invoice has been created.",
    "Invoice information has been updated.",
    "The invoice has been deleted.",
  ],
  required: "customer_id line_items",
  fields: fields.invoices,
  filters: `invoice_number ${invoiceFilters}`,
  filterBy: `Status.All Status.Sent Status.Draft Status.OverDue Status.Paid Status.Void Status.Unpaid
    Status.PartiallyPaid Status.Viewed Date.PaymentExpectedDate Type.DebitNote`,
  statuses: "sent draft overdue paid void unpaid partially_paid viewed",
  search: "invoice_number reference_number customer_name",
  sort: "customer_name invoice_number date due_date total balance created_time last_modified_time",
  number: { field: "invoice_number", prefix: "INV-", digits: 6, given: "flag" },
  upsert: true,
  customFields: true,
  customFieldsAt: "invoice",
  pdf: true,
  kind: { field: "type", value: "invoice" },
  rules: invoices,
};

/** @see https://www.zoho.com/books/api/v3/customer-debit-notes/ */
const debitNoteType: RecordType = {
  ...invoiceType,
  keys: ["debit_notes", "invoice", "invoice_id"],
  noun: "Debit note",
  messages: ["The debit note has been created.", "The debit note has been updated.", null],
  required: "customer_id line_items reference_invoice_id",
  filters: invoiceFilters,
  sort: "customer_name debit_note_number date due_date total balance created_time last_modified_time",
  number: { field: "invoice_number", prefix: "DN-", digits: 5, given: "flag" },
  kind: { field: "type", value: "debit_note" },
};

export const salesTypes: RecordType[] = [
  {
    ...invoiceType,
    variant: { name: "debitnotes", filterBy: "Type.DebitNote", type: debitNoteType },
  },
  {
    path: "estimates",
    area: "estimates",
    keys: ["estimates", "estimate", "estimate_id"],
    noun: "Estimate",
    reportName: "Quotes",
    messages: [
      "The quote has been created.",
      "Quote information has been updated.",
      "The quote has been deleted.",
    ],
    required: "customer_id line_items",
    fields: fields.estimates,
    filters: `estimate_number reference_number ${documentFilters} expiry_date zcrm_potential_id`,
    filterBy:
      "Status.All Status.Sent Status.Draft Status.Invoiced Status.Accepted Status.Declined Status.Expired",
    statuses: "draft sent invoiced accepted declined expired",
    search: "estimate_number reference_number customer_name",
    sort: "customer_name estimate_number date total created_time last_modified_time",
    number: { field: "estimate_number", prefix: "QT-", digits: 6, given: "flag" },
    upsert: true,
    customFields: true,
    customFieldsAt: "estimate",
    pdf: true,
    rules: estimates,
  },
  {
    path: "salesorders",
    area: "salesorders",
    keys: ["salesorders", "salesorder", "salesorder_id"],
    noun: "Sales Order",
    messages: [
      "Sales Order Created Successfully.",
      "Sales Order Updated Successfully.",
      "Sales Order Deleted Successfully.",
    ],
    required: "customer_id",
    fields: fields.salesOrders,
    filters: `salesorder_number reference_number ${documentFilters} shipment_date salesperson_id last_modified_time
      zcrm_potential_id`,
    filterBy: `Status.All Status.Open Status.Draft Status.OverDue Status.PartiallyInvoiced Status.Invoiced Status.Void
      Status.Closed`,
    statuses: "draft open invoiced partially_invoiced void overdue",
    search: "salesorder_number reference_number customer_name",
    sort: `customer_name salesorder_number shipment_date last_modified_time reference_number total date created_time`,
    number: { field: "salesorder_number", prefix: "SO-", digits: 5, given: "flag" },
    unique: {
      field: "salesorder_number",
      code: 36004,
      message: () => "This sales order number already exists.",
    },
    upsert: true,
    customFields: true,
    customFieldsAt: "salesorder",
    pdf: true,
    rules: salesOrders,
  },
  {
    path: "salesreceipts",
    area: "invoices",
    keys: ["salesreceipts", "salesreceipt", "sales_receipt_id"],
    noun: "Sales Receipt",
    messages: [
      "Sales Receipt Created Successfully.",
      "Sales Receipt Updated Successfully.",
      "Sales Receipt Deleted Successfully.",
    ],
    required: "customer_id payment_mode",
    fields: fields.salesReceipts,
    filters: "receipt_number item_name customer_id date total",
    filterBy: `Status.All ThisWeek ThisMonth ThisQuarter ThisYear PreviousDay PreviousWeek PreviousMonth PreviousQuarter
      PreviousYear Status.Draft Status.Sent`,
    sort: "customer_name receipt_number date total created_time",
    number: { field: "receipt_number", prefix: "SR-", digits: 5, given: "flag" },
    customFields: true,
    pdf: true,
    rules: salesReceipts,
  },
  {
    path: "recurringinvoices",
    area: "invoices",
    keys: ["recurring_invoices", "recurring_invoice", "recurring_invoice_id"],
    noun: "Recurring invoice",
    messages: [
      "The recurring invoice has been created.",
      "success",
      "The recurring invoice is deleted successfully.",
    ],
    readMessages: [
      "Details of a recurring invoice is displayed successfully.",
      "Details of a recurring invoice is displayed successfully.",
    ],
    required: "recurrence_name customer_id recurrence_frequency",
    fields: fields.recurringInvoices,
    filters: `recurrence_name item_name item_description customer_name line_item_id item_id tax_id notes start_date
      end_date customer_id`,
    filterBy: "Status.All Status.Active Status.Stopped Status.Expired",
    statuses: "active stopped expired",
    search: "recurrence_name customer_name",
    upsert: true,
    customFields: true,
    rules: recurringInvoices,
  },
  {
    path: "retainerinvoices",
    area: "invoices",
    keys: ["retainerinvoices", "retainerinvoice", "retainerinvoice_id"],
    noun: "Retainer invoice",
    messages: [
      "The retainer invoice has been created.",
      "Retainer Invoice information has been updated.",
      "The retainer invoice has been deleted.",
    ],
    required: "customer_id line_items",
    fields: fields.retainerInvoices,
    filterBy: `Status.All Status.Sent Status.Draft Status.OverDue Status.Paid Status.Void Status.Unpaid
      Status.PartiallyPaid Status.Viewed Date.PaymentExpectedDate`,
    sort: "customer_name retainerinvoice_number date due_date total balance created_time",
    number: { field: "retainerinvoice_number", prefix: "RET-", digits: 5, given: "flag" },
    customFields: true,
    rules: retainerInvoices,
  },
  {
    path: "creditnotes",
    area: "creditnotes",
    keys: ["creditnotes", "creditnote", "creditnote_id"],
    noun: "Credit note",
    messages: [
      "The credit note has been created.",
      "The credit note has been updated.",
      "The credit note has been deleted.",
    ],
    required: "customer_id date line_items",
    fields: fields.creditNotes,
    filters: `creditnote_number date total reference_number customer_name item_name customer_id item_description item_id
      line_item_id tax_id`,
    filterBy: "Status.All Status.Open Status.Draft Status.Closed Status.Void",
    statuses: "open closed void draft",
    search: "creditnote_number reference_number customer_name",
    sort: "customer_name creditnote_number balance total date created_time last_modified_time",
    number: { field: "creditnote_number", prefix: "CN-", digits: 5, given: "free" },
    upsert: "invoices.UPDATE",
    customFields: true,
    pdf: true,
    rules: creditNotes,
  },
];
