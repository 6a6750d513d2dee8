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
    payment_mode: "banktransfer",
    amount: 450,
    exchange_rate: 1,
    date: "2026-03-31",
    reference_number: "REF-912300",
    customer_id: "903000000000099",
    customer_name: "Bowman Furniture",
    invoices: [
      {
        invoice_id: "90300000079426",
        invoice_number: "INV-384",
        date: "2026-03-01",
        invoice_amount: 450,
        amount_applied: 450,
        balance_amount: 0,
      },
    ],
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
});
