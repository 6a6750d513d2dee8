import { input } from "@prismatic-io/spectral";
import { objectList, optionalChoice, optionalId, optionalText, requiredId } from "../cleaners";

const oneOf = <const T extends string>(label: string, choices: Readonly<Record<T, string>>) => {
  const values = Object.keys(choices).filter((value): value is T => value in choices);
  const clean = optionalChoice(label, values);
  return {
    label,
    type: "string" as const,
    required: true,
    model: values.map((value) => ({ label: choices[value], value })),
    clean: (value: unknown): T => {
      const chosen = clean(value);
      if (chosen === undefined)
        throw new Error(`${label}: expected one of ${values.join(", ")}, got nothing.`);
      return chosen;
    },
  };
};

export const payableType = input({
  ...oneOf("Record Type", { invoices: "Invoices", retainerinvoices: "Retainer Invoices", bills: "Bills" }),
  comments: "What is paid: an invoice or retainer invoice by its customer, or a bill to its vendor.",
});

export const creditableType = input({
  ...oneOf("Record Type", { invoices: "Invoices", bills: "Bills" }),
  comments: "What the credits are applied to.",
});

export const amount = input({
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

export const date = input({
  label: "Date",
  type: "string",
  placeholder: "Enter a date",
  comments: "The day of the payment. Leave empty for today, in UTC.",
  example: "2026-03-31",
  clean: (value: unknown) => {
    const text = optionalText("Date")(value) ?? new Date().toISOString().slice(0, 10);
    if (/^\d{4}-\d{2}-\d{2}/.test(text)) return text;
    throw new Error(`Date: expected a date such as 2026-03-31, got ${JSON.stringify(text)}.`);
  },
});

export const paymentMode = input({
  label: "Payment Mode",
  type: "string",
  default: "cash",
  placeholder: "Enter a payment mode",
  comments: "How it was paid, such as cash, check, creditcard, banktransfer or bankremittance.",
  example: "banktransfer",
  clean: optionalText("Payment Mode"),
});

export const referenceNumber = input({
  label: "Reference Number",
  type: "string",
  placeholder: "Enter a reference",
  comments: "The reference that the payment bears, such as the number of the bank transfer.",
  example: "REF-912300",
  clean: optionalText("Reference Number"),
});

export const accountId = input({
  label: "Account ID",
  type: "string",
  dataSource: "selectAccount",
  placeholder: "Select an account",
  comments:
    "The unique identifier of the account that the money goes to, or for a bill comes from. Leave empty for Zoho's default.",
  example: "460000000000358",
  clean: optionalId("Account ID"),
});

export const credits = input({
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

export const crmModule = input({
  ...oneOf("CRM Module", {
    Accounts: "Accounts",
    Contacts: "Contacts",
    Vendors: "Vendors",
    Products: "Products",
  }),
  comments:
    "The CRM module of the record. Accounts, contacts and vendors become contacts, products become items.",
});

export const crmRecordId = input({
  label: "CRM Record ID",
  type: "string",
  required: true,
  placeholder: "Enter a record ID",
  comments: "The unique identifier of the record in Zoho CRM.",
  example: "5725767000000524001",
  clean: requiredId("CRM Record ID"),
});
