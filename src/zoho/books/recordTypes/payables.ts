import { approval, type RecordTypeRows } from "./row";

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
