import { approval, attachment, type RecordTypeRows, recurrence } from "./row";

/**
 * What is ordered from vendors and spent.
 * @see https://www.zoho.com/books/api/v3/bills/
 */
export const purchaseTypes: RecordTypeRows = {
  expenses: {
    label: "Expenses",
    keys: { list: "expenses", item: "expense", id: "expense_id", name: "description" },
    scope: "expenses",
    search:
      "description reference_number date status amount account_name customer_name vendor_name customer_id vendor_id recurring_expense_id paid_through_account_id search_text",
    sort: "date account_name total bcy_total reference_number customer_name created_time",
    timeField: "last_modified_time",
    upserts: true,
    file: { path: "receipt", can: "get create" },
    comments: "list",
  },
  recurringexpenses: {
    label: "Recurring Expenses",
    keys: {
      list: "recurring_expenses",
      item: "recurring_expense",
      id: "recurring_expense_id",
      name: "recurrence_name",
    },
    scope: "expenses",
    search:
      "recurrence_name last_created_date next_expense_date status account_id account_name amount customer_name customer_id paid_through_account_id search_text",
    sort: "next_expense_date account_name total last_created_date recurrence_name customer_name created_time",
    timeField: "last_modified_time",
    actions: recurrence,
    upserts: true,
    comments: "list",
  },
  "recurringexpenses/expenses": {
    label: "Expenses of a Recurring Expense",
    keys: { list: "expensehistory", item: "expense", id: "expense_id", name: "account_name" },
    scope: "expenses",
    parent: "recurringexpenses",
    can: "list",
    sort: "next_expense_date account_name total last_created_date recurrence_name customer_name created_time",
  },
  employees: {
    label: "Employees",
    keys: { list: "employees", item: "employee", id: "employee_id", name: "name" },
    scope: "expenses",
    can: "list get create remove",
    paths: { remove: "employee/{id}" },
  },
  purchaseorders: {
    label: "Purchase Orders",
    keys: {
      list: "purchaseorders",
      item: "purchaseorder",
      id: "purchaseorder_id",
      name: "purchaseorder_number",
    },
    scope: "purchaseorders",
    search:
      "purchaseorder_number reference_number date status item_description vendor_name total vendor_id item_id custom_field search_text",
    sort: "vendor_name purchaseorder_number date delivery_date total created_time",
    timeField: "last_modified_time",
    filtersByTime: true,
    actions: {
      markOpen: "status/open",
      markBilled: "status/billed",
      cancel: "status/cancelled",
      ...approval,
      reject: "reject",
    },
    upserts: true,
    emails: true,
    prints: true,
    file: attachment,
    comments: "list create update remove",
    templates: true,
  },
  bills: {
    label: "Bills",
    keys: { list: "bills", item: "bill", id: "bill_id", name: "bill_number" },
    scope: "bills",
    search:
      "bill_number reference_number date status description vendor_name total vendor_id item_id recurring_bill_id purchaseorder_id search_text",
    sort: "vendor_name bill_number date due_date total balance created_time last_modified_time",
    timeField: "last_modified_time",
    filtersByTime: true,
    actions: { void: "status/void", markOpen: "status/open", ...approval },
    upserts: true,
    file: attachment,
    comments: "list create remove",
  },
  recurringbills: {
    label: "Recurring Bills",
    keys: {
      list: "recurringbills",
      item: "recurring_bill",
      id: "recurring_bill_id",
      name: "recurrence_name",
    },
    scope: "bills",
    paths: { get: "recurring_bills/{id}", remove: "recurring_bills/{id}" },
    search: "vendor_id vendor_name status recurrence_name start_date end_date",
    timeField: "last_modified_time",
    filtersByTime: true,
    actions: recurrence,
    upserts: "settings",
    comments: "list",
  },
};

/**
 * What vendors are paid and credit.
 * @see https://www.zoho.com/books/api/v3/vendor-payments/
 */
export const payableTypes: RecordTypeRows = {
  vendorcredits: {
    label: "Vendor Credits",
    keys: {
      list: "vendor_credits",
      item: "vendor_credit",
      id: "vendor_credit_id",
      name: "vendor_credit_number",
    },
    scope: "debitnotes",
    search:
      "vendor_credit_number date status total reference_number customer_name item_name item_description notes custom_field customer_id line_item_id item_id tax_id search_text",
    sort: "vendor_name vendor_credit_number balance total date created_time last_modified_time reference_number",
    timeField: "last_modified_time",
    filtersByTime: true,
    actions: { markOpen: "status/open", void: "status/void", ...approval },
    prints: true,
    comments: "list create remove",
  },
  "vendorcredits/bills": {
    label: "Bills Credited by a Vendor Credit",
    keys: { list: "bills_credited", item: "bill", id: "vendor_credit_bill_id", name: "bill_number" },
    scope: "debitnotes",
    parent: "vendorcredits",
    can: "list create remove",
  },
  "vendorcredits/refunds": {
    label: "Vendor Credit Refunds",
    keys: {
      list: "vendor_credit_refunds",
      item: "vendor_credit_refund",
      id: "vendor_credit_refund_id",
      name: "vendor_credit_number",
    },
    scope: "debitnotes",
    all: "vendorcredits/refunds",
    parent: "vendorcredits",
  },
  vendorpayments: {
    label: "Vendor Payments",
    keys: { list: "vendorpayments", item: "vendorpayment", id: "payment_id", name: "payment_number" },
    scope: "vendorpayments",
    search:
      "vendor_name reference_number payment_number date amount payment_mode notes vendor_id bill_id description search_text",
    sort: "vendor_name date reference_number amount balance",
    timeField: "last_modified_time",
    filtersByTime: true,
    upserts: true,
    emails: true,
  },
  "vendorpayments/refunds": {
    label: "Vendor Payment Refunds",
    keys: {
      list: "vendorpayment_refunds",
      item: "vendorpayment_refund",
      id: "vendorpayment_refund_id",
      name: "reference_number",
    },
    scope: "vendorpayments",
    parent: "vendorpayments",
  },
  "bills/payments": {
    label: "Payments of a Bill",
    keys: { list: "payments", item: "payment", id: "bill_payment_id", name: "reference_number" },
    scope: "bills",
    parent: "bills",
    can: "list remove",
  },
};
