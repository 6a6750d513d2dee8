import { input } from "@prismatic-io/spectral";
import { booksAction } from "../../define";
import { dynamicValues, oneOf, recordId } from "../../inputs/books";
import { objectList, optionalDate, optionalId, optionalText } from "../../inputs/cleaners";
import { applyCredits, recordPayment } from "../../zoho/books/money";

const payableType = input({
  ...oneOf("Record Type", { invoices: "Invoices", retainerinvoices: "Retainer Invoices", bills: "Bills" }),
  comments: "What is paid: an invoice or retainer invoice by its customer, or a bill to its vendor.",
});

const creditableType = input({
  ...oneOf("Record Type", { invoices: "Invoices", bills: "Bills" }),
  comments: "What the credits are applied to.",
});

const amount = input({
  label: "Amount",
  type: "string",
  placeholder: "Enter an amount",
  comments:
    "The amount paid, in the currency of the record. Leave empty for the open balance. What exceeds the balance stays as a credit.",
  example: "541.82",
  clean: (value: unknown) => {
    const text = optionalText("Amount")(value);
    if (text === undefined || (/^\d+(\.\d+)?$/.test(text) && Number(text) > 0)) return text;
    throw new Error(`Amount: expected a number above 0 such as 541.82, got ${JSON.stringify(text)}.`);
  },
});

const date = input({
  label: "Date",
  type: "string",
  placeholder: "Enter a date",
  comments: "The day of the payment. Leave empty for today in the time zone of the organization.",
  example: "2026-03-31",
  clean: optionalDate("Date"),
});

const paymentMode = input({
  label: "Payment Mode",
  type: "string",
  default: "cash",
  placeholder: "Enter a payment mode",
  comments: "How it was paid, such as cash, check, creditcard, banktransfer or bankremittance.",
  example: "banktransfer",
  clean: optionalText("Payment Mode"),
});

const referenceNumber = input({
  label: "Reference Number",
  type: "string",
  placeholder: "Enter a reference",
  comments: "The reference that the payment bears, such as the number of the bank transfer.",
  example: "REF-912300",
  clean: optionalText("Reference Number"),
});

const accountId = input({
  label: "Account ID",
  type: "string",
  dataSource: "selectAccount",
  placeholder: "Select an account",
  comments:
    "The unique identifier of the account that the money goes to, or for a bill comes from. Leave empty for Zoho's default.",
  example: "460000000000358",
  clean: optionalId("Account ID"),
});

const credits = input({
  label: "Credits",
  type: "code",
  language: "json",
  required: true,
  comments:
    "What is applied, as a list of JSON objects. Each has amount_applied and one id: creditnote_id or payment_id for an invoice, vendor_credit_id or payment_id for a bill.",
  example: '[{ "creditnote_id": "982000000567134", "amount_applied": 12.2 }]',
  clean: (value: unknown) => {
    const list = objectList("Credits")(value);
    if (list.length === 0) throw new Error("Credits: expected at least one credit, got nothing.");
    return list;
  },
});

const creditsAppliedExample = {
  code: 0,
  message: "Credits have been applied to the invoice(s).",
};

export const booksApplyCredits = booksAction({
  label: "Books - Apply Credits",
  description: "Applies credit notes, vendor credits or excess payments to an invoice or a bill.",
  inputs: { recordType: creditableType, recordId, credits },
  call: applyCredits,
  writes: true,
  example: creditsAppliedExample,
});

const paymentExample = {
  code: 0,
  message: "The payment from the customer has been recorded",
  payment: {
    payment_id: "9030000079467",
    payment_number: "3",
    sales_channel: "",
    account_identifier: "",
    payment_link_id: "",
    created_by: "John David",
    created_time: "2026-03-31T02:17:40-0800",
    updated_time: "2026-03-31T02:17:40-0800",
    lock_details: { can_lock: false },
    locked_actions: [],
    payment_number_prefix: "",
    payment_number_suffix: "3",
    documents: [],
    beat_id: "",
    beat_number: "",
    journey_plan_id: "",
    sales_person_id: "",
    sales_person_name: "",
    customer_id: "903000000000099",
    customer_name: "Bowman Furniture",
    payment_mode: "banktransfer",
    card_type: "",
    date: "2026-03-31",
    offline_created_date_with_time: "",
    account_id: "982000000567091",
    account_name: "Undeposited Funds",
    account_type: "cash",
    customer_advance_account_id: "982000000567093",
    customer_advance_account_name: "Unearned Revenue",
    currency_id: "982000000567085",
    currency_symbol: "$",
    currency_code: "USD",
    exchange_rate: 1,
    amount: 450,
    unused_amount: 0,
    bank_charges: 0,
    bank_charges_account_id: "",
    bank_charges_account_name: "",
    tax_account_id: "",
    is_client_review_settings_enabled: false,
    tax_account_name: "",
    tax_amount_withheld: 0,
    discount_amount: 0,
    is_early_payment_discount_applicable: false,
    description: "",
    reference_number: "REF-912300",
    online_transaction_id: "",
    payment_gateway: "",
    settlement_status: "",
    is_ondc_channel: false,
    invoices: [
      {
        invoice_number: "INV-384",
        invoice_payment_id: "9030000079469",
        invoice_id: "90300000079426",
        invoice_customer_id: "",
        invoice_customer_name: "",
        amount_applied: 450,
        tax_amount_withheld: 0,
        discount_amount: 0,
        total: 450,
        balance: 0,
        date: "2026-03-01",
        due_date: "2026-03-31",
        price_precision: 2,
        apply_date: "2026-03-31",
        allow_partial_payments: "",
        is_early_payment_discount_applicable: false,
        invoice_installments: [],
        installments: [],
      },
    ],
    payment_status: "paid",
    tender_id: "",
    payment_refunds: [],
    deposit_details: [],
    last_four_digits: "",
    template_id: "982000000017001",
    template_name: "Elite Template",
    page_width: "8.27in",
    page_height: "11.69in",
    orientation: "portrait",
    template_type: "elite",
    attachment_name: "",
    can_send_in_mail: true,
    can_send_payment_sms: false,
    is_payment_details_required: true,
    custom_fields: [],
    custom_field_hash: {},
    imported_transactions: [],
    price_precision: 2,
    rounding_mode: "round_half_up",
    tags: [],
  },
};

export const booksRecordPayment = booksAction({
  label: "Books - Record Payment",
  description:
    "Records the payment of an invoice, a retainer invoice or a bill, at the record's exchange rate unless another is given.",
  inputs: {
    recordType: payableType,
    recordId,
    amount,
    date,
    paymentMode,
    referenceNumber,
    accountId,
    dynamicValues,
  },
  call: recordPayment,
  writes: true,
  example: paymentExample,
  exampleFor: ({ recordType, amount = paymentExample.payment.amount }) => {
    if (recordType !== "bills") return paymentExample;
    const { payment_id, date, payment_mode, reference_number } = paymentExample.payment;
    const vendorpayment = { payment_id, date, payment_mode, reference_number, amount: Number(amount) };
    return { code: 0, message: "The payment made to the vendor has been recorded", vendorpayment };
  },
});
