import { companyNames, firstNames, lastNames } from "../../crm/seed/words";
import { type Draft, textOf } from "../core/values";
import type { Maker } from "./maker";

/** How many records of a type a new organisation has, and the body of each. `parent` is the id that the path would give. */
export interface Sample {
  count: number;
  body: (index: number, make: Maker) => Draft;
  parent?: (make: Maker) => string;
}

const things = [
  "Hard Drive",
  "Desk",
  "Monitor",
  "Keyboard",
  "Support Hour",
  "Licence",
  "Cable",
  "Router",
] as const;
const number = (index: number): string => String(index + 1).padStart(4, "0");

const person = (make: Maker): Draft => {
  const first_name = make.random.pick(firstNames);
  const last_name = make.random.pick(lastNames);
  const email = `${first_name}.${last_name}@example.com`.toLowerCase().replaceAll("'", "");
  return { first_name, last_name, email, phone: `+1-555-${number(make.random.below(9999))}` };
};

/** Every third contact is a vendor. */
const contact = (index: number, make: Maker): Draft => {
  const name = `${companyNames[index % companyNames.length]} ${number(index)}`;
  return {
    contact_name: name,
    company_name: name,
    contact_type: index % 3 === 2 ? "vendor" : "customer",
    payment_terms: make.random.pick([0, 15, 30]),
    billing_address: {
      address: "4900 Hopyard Rd",
      city: "Pleasanton",
      state: "CA",
      zip: "94588",
      country: "U.S.A",
    },
    contact_persons: [person(make)],
  };
};

const item = (index: number, make: Maker): Draft => ({
  name: `${things[index % things.length]} ${number(index)}`,
  rate: make.amount(400),
  description: "From the catalogue.",
  purchase_rate: make.amount(200),
  account_id: make.account("income"),
  purchase_account_id: make.account("cost_of_goods_sold"),
  tax_id: make.some("settings/taxes", "tax_id"),
});

const sale = (_: number, make: Maker): Draft => ({ customer_id: make.customer(), line_items: make.lines() });
const purchase = (_: number, make: Maker): Draft => ({ vendor_id: make.vendor(), line_items: make.lines() });
const recurs = (index: number, make: Maker): Draft => ({
  recurrence_name: `Monthly ${number(index)}`,
  recurrence_frequency: "months",
  repeat_every: 1,
  start_date: make.date(),
});

const cost = (make: Maker): Draft => ({
  account_id: make.account("expense"),
  paid_through_account_id: make.account("cash"),
  amount: make.amount(300),
});

const depreciation = (make: Maker): Draft => ({
  expense_account_id: make.account("expense"),
  depreciation_account_id: make.account("fixed_asset"),
  depreciation_method: "straight_line",
  depreciation_frequency: "yearly",
  depreciation_percentage: 20,
  total_life: 60,
  salvage_value: 100,
  computation_type: "no_prorata",
});

const balanced = (index: number, make: Maker): Draft => {
  const amount = make.amount(900);
  return {
    journal_date: make.date(),
    reference_number: number(index),
    line_items: [
      { account_id: make.account("expense"), amount, debit_or_credit: "debit" },
      { account_id: make.account("cash"), amount, debit_or_credit: "credit" },
    ],
  };
};

const refund = (make: Maker): Draft => ({ date: make.date(), amount: 0.01, refund_mode: "cash" });
const withCash = (make: Maker, field: string): Draft => ({ ...refund(make), [field]: make.account("cash") });

/** In this order, so that what others name is there before them. */
export const samples: Readonly<Record<string, Sample>> = {
  "settings/currencies": {
    count: 0,
    body: (index) => ({ currency_code: `X${number(index)}`, currency_format: "1,234.56" }),
  },
  "settings/currencies/exchangerates": {
    count: 0,
    parent: (make) => make.some("settings/currencies", "currency_id", (row) => row.is_base_currency !== true),
    body: (index, make) => ({ effective_date: make.date(-index - 1), rate: 1 + index / 1000 }),
  },
  "settings/taxes": {
    count: 0,
    body: (index) => ({ tax_name: `Tax ${number(index)}`, tax_percentage: index % 25 }),
  },
  "settings/taxgroups": {
    count: 1,
    body: (index, make) => {
      const taxes = ["State Tax", "City Levy"].map((name) =>
        make.some("settings/taxes", "tax_id", (row) => row.tax_name === name),
      );
      return { tax_group_name: `State and City ${number(index)}`, taxes: taxes.join(",") };
    },
  },
  "settings/taxauthorities": {
    count: 1,
    body: (index) => ({ tax_authority_name: `Revenue Office ${number(index)}` }),
  },
  "settings/taxexemptions": {
    count: 1,
    body: (index) => ({ tax_exemption_code: `RESALE ${number(index)}`, type: "customer" }),
  },
  locations: { count: 0, body: (index) => ({ location_name: `Branch ${number(index)}` }) },
  users: {
    count: 2,
    body: (index) => ({ name: `Colleague ${number(index)}`, email: `colleague${index + 1}@example.com` }),
  },
  employees: {
    count: 2,
    body: (index) => ({ name: `Employee ${number(index)}`, email: `employee${index + 1}@example.com` }),
  },
  chartofaccounts: {
    count: 0,
    body: (index) => ({ account_name: `Account ${number(index)}`, account_type: "expense" }),
  },
  bankaccounts: {
    count: 0,
    body: (index) => ({ account_name: `Bank ${number(index)}`, account_type: "bank" }),
  },
  "bankaccounts/rules": {
    count: 1,
    body: (index, make) => {
      const account_id = make.some("bankaccounts", "account_id");
      const criterion = [{ field: "payee", comparator: "contains", value: "rent" }];
      const what = { apply_to: "withdrawals", criteria_type: "or", criterion, record_as: "expense" };
      return { rule_name: `Rule ${number(index)}`, target_account_id: account_id, account_id, ...what };
    },
  },
  contacts: { count: 12, body: contact },
  "contacts/contactpersons": {
    count: 0,
    body: (_, make) => ({ ...person(make), contact_id: make.customer() }),
  },
  items: { count: 8, body: item },
  projects: {
    count: 2,
    body: (index, make) => ({
      project_name: `Project ${number(index)}`,
      customer_id: make.customer(),
      billing_type: "based_on_task_hours",
      user_id: make.some("users", "user_id"),
    }),
  },
  "projects/tasks": {
    count: 4,
    parent: (make) => make.some("projects", "project_id"),
    body: (index) => ({ task_name: `Task ${number(index)}`, rate: 50 }),
  },
  "projects/timeentries": {
    count: 4,
    body: (_, make) => {
      const task_id = make.some("projects/tasks", "task_id");
      const project_id = textOf(make.organization.records("projects/tasks").get(task_id)?.project_id);
      const user_id = make.some("users", "user_id");
      return { project_id, task_id, user_id, log_date: make.date(), log_time: "01:30" };
    },
  },
  estimates: { count: 4, body: sale },
  salesorders: { count: 3, body: sale },
  invoices: { count: 12, body: sale },
  debitnotes: {
    count: 1,
    body: (index, make) => ({
      ...sale(index, make),
      reference_invoice_id: make.some("invoices", "invoice_id"),
    }),
  },
  salesreceipts: { count: 2, body: (index, make) => ({ ...sale(index, make), payment_mode: "cash" }) },
  recurringinvoices: { count: 2, body: (index, make) => ({ ...sale(index, make), ...recurs(index, make) }) },
  retainerinvoices: {
    count: 2,
    body: (_, make) => ({
      customer_id: make.customer(),
      line_items: [{ description: "Retainer", rate: make.amount(500) }],
    }),
  },
  creditnotes: { count: 2, body: (index, make) => ({ ...sale(index, make), date: make.date() }) },
  customerpayments: {
    count: 3,
    body: (_, make) => ({
      customer_id: make.customer(),
      payment_mode: "banktransfer",
      amount: make.amount(200),
      date: make.date(),
    }),
  },
  expenses: { count: 4, body: (_, make) => ({ ...cost(make), date: make.date(), description: "Sundries" }) },
  recurringexpenses: { count: 2, body: (index, make) => ({ ...cost(make), ...recurs(index, make) }) },
  purchaseorders: { count: 2, body: purchase },
  bills: {
    count: 4,
    body: (index, make) => ({ ...purchase(index, make), bill_number: `B-${number(index)}` }),
  },
  recurringbills: { count: 1, body: (index, make) => ({ ...purchase(index, make), ...recurs(index, make) }) },
  vendorcredits: { count: 2, body: purchase },
  vendorpayments: {
    count: 2,
    body: (_, make) => ({
      vendor_id: make.vendor(),
      amount: make.amount(200),
      date: make.date(),
      payment_mode: "check",
      paid_through_account_id: make.account("cash"),
    }),
  },
  "creditnotes/refunds": {
    count: 0,
    parent: (make) => make.some("creditnotes", "creditnote_id", (row) => row.status === "open"),
    body: (_, make) => withCash(make, "from_account_id"),
  },
  "customerpayments/refunds": {
    count: 0,
    parent: (make) => make.some("customerpayments", "payment_id", (row) => Number(row.unused_amount) > 0),
    body: (_, make) => withCash(make, "from_account_id"),
  },
  "vendorcredits/refunds": {
    count: 0,
    parent: (make) => make.some("vendorcredits", "vendor_credit_id", (row) => row.status === "open"),
    body: (_, make) => withCash(make, "account_id"),
  },
  "vendorpayments/refunds": {
    count: 0,
    parent: (make) => make.some("vendorpayments", "payment_id", (row) => Number(row.balance) > 0),
    body: (_, make) => withCash(make, "to_account_id"),
  },
  banktransactions: {
    count: 3,
    body: (index, make) => ({
      transaction_type: "deposit",
      from_account_id: make.account("income"),
      to_account_id: make.some("bankaccounts", "account_id"),
      amount: make.amount(500),
      date: make.date(),
      reference_number: number(index),
    }),
  },
  journals: { count: 2, body: balanced },
  basecurrencyadjustment: {
    count: 0,
    body: (_, make) => {
      const currency_id = make.some(
        "settings/currencies",
        "currency_id",
        (row) => row.is_base_currency !== true,
      );
      return { currency_id, adjustment_date: make.date(), exchange_rate: 1.1, notes: "Month end" };
    },
  },
  fixedassettypes: {
    count: 1,
    body: (index, make) => ({ fixed_asset_type_name: `Machines ${number(index)}`, ...depreciation(make) }),
  },
  fixedassets: {
    count: 2,
    body: (index, make) => ({
      asset_name: `Laptop ${number(index)}`,
      fixed_asset_type_id: make.some("fixedassettypes", "fixed_asset_type_id"),
      asset_account_id: make.account("fixed_asset"),
      asset_cost: 1000 + make.amount(1000),
      asset_purchase_date: make.date(),
    }),
  },
  cm_debtor: {
    count: 2,
    body: (index, make) => ({ record_name: `Debtor ${number(index)}`, cf_debt_amount: make.amount(1000) }),
  },
};
