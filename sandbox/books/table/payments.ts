import { customerPayments, vendorPayments } from "../rules/payments";
import { refundRules } from "../rules/refunds";
import { fields } from "./fields";
import type { RecordType } from "./recordType";

const modes = `PaymentMode.All PaymentMode.Check PaymentMode.Cash PaymentMode.BankTransfer PaymentMode.Paypal
  PaymentMode.CreditCard PaymentMode.GoogleCheckout PaymentMode.Credit PaymentMode.Authorizenet
  PaymentMode.BankRemittance PaymentMode.Payflowpro PaymentMode.Others`;

export const paymentTypes: RecordType[] = [
  {
    path: "customerpayments",
    area: "customerpayments",
    keys: ["customerpayments", "payment", "payment_id"],
    noun: "Payment",
    messages: [
      "The payment from the customer has been recorded",
      "The details of the payment received from the customer have been updated",
      "The payment has been deleted.",
    ],
    required: "customer_id payment_mode amount date",
    fields: fields.customerPayments,
    filters: "customer_name reference_number date amount notes payment_mode customer_id",
    filterBy: `${modes} PaymentMode.Stripe PaymentMode.TwoCheckout PaymentMode.Braintree`,
    search: "reference_number customer_name description",
    number: { field: "payment_number", prefix: "", digits: 1, given: "free" },
    upsert: true,
    customFields: true,
    customFieldsAt: "customerpayment",
    bulkRemove: { parameter: "payment_id", message: "The selected customer payments have been deleted." },
    pdf: true,
    rules: customerPayments,
  },
  {
    path: "vendorpayments",
    area: "vendorpayments",
    keys: ["vendorpayments", "vendorpayment", "payment_id"],
    noun: "Payment",
    messages: [
      "The payment made to the vendor has been recorded",
      "The details of the payment made to the vendor have been updated",
      "The payment has been deleted.",
    ],
    required: "vendor_id amount",
    fields: fields.vendorPayments,
    filters: `vendor_name reference_number payment_number date amount payment_mode notes vendor_id last_modified_time
      bill_id description`,
    filterBy: modes,
    search: "reference_number vendor_name description",
    sort: "vendor_name date reference_number amount balance",
    number: { field: "payment_number", prefix: "", digits: 1, given: "free" },
    upsert: true,
    customFields: true,
    bulkRemove: { parameter: "vendorpayment_id", message: "The selected vendor payments have been deleted." },
    rules: vendorPayments,
  },
  {
    path: "creditnotes/refunds",
    area: "creditnotes",
    keys: ["creditnote_refunds", "creditnote_refund", "creditnote_refund_id"],
    noun: "Refund",
    messages: [
      "The credit note amount is refunded successfully.",
      "The credit note refund is updated successfully.",
      "The refund has been successfully deleted.",
    ],
    readMessages: [
      "The refunds of the existing credit note are displayed successfully.",
      "The refund of the credit note is displayed successfully.",
    ],
    required: "date amount",
    fields: fields.creditNoteRefunds,
    parent: { path: "creditnotes", id: "creditnote_id" },
    rules: refundRules("creditnotes", "creditnote_id", { creditnote_number: "creditnote_number" }),
  },
  {
    path: "customerpayments/refunds",
    area: "customerpayments",
    keys: ["payment_refunds", "payment_refunds", "payment_refund_id"],
    noun: "Refund",
    messages: [
      "The refund information for this payment has been saved.",
      "The refund information has been saved.",
      "The refund has been deleted.",
    ],
    readMessages: [
      "The list of refunds of the customer is displayed successfully.",
      "The details of the refund are displayed successfully.",
    ],
    required: "date amount from_account_id",
    fields: fields.paymentRefunds,
    parent: { path: "customerpayments", id: "payment_id" },
    rules: refundRules("customerpayments", "payment_id", { payment_number: "payment_number" }),
  },
  {
    path: "vendorpayments/refunds",
    area: "vendorpayments",
    keys: ["vendorpayment_refunds", "vendorpayment_refund", "vendorpayment_refund_id"],
    noun: "Refund",
    messages: [
      "Vendor Payment Refunded successfully",
      "The refund information has been saved.",
      "The refund has been deleted.",
    ],
    required: "date amount to_account_id",
    fields: fields.vendorPaymentRefunds,
    parent: { path: "vendorpayments", id: "payment_id" },
    rules: refundRules("vendorpayments", "payment_id", { payment_number: "payment_number" }),
  },
  {
    path: "vendorcredits/refunds",
    area: "debitnotes",
    keys: ["vendor_credit_refunds", "vendor_credit_refund", "vendor_credit_refund_id"],
    noun: "Refund",
    messages: [
      "The refund information for this vendor credit has been saved.",
      "The refund information has been saved.",
      "The refund has been successfully deleted.",
    ],
    required: "date amount account_id",
    fields: fields.vendorCreditRefunds,
    parent: { path: "vendorcredits", id: "vendor_credit_id" },
    rules: refundRules("vendorcredits", "vendor_credit_id", { vendor_credit_number: "vendor_credit_number" }),
  },
];
