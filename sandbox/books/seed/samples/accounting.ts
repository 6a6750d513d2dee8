import type { Draft } from "../../core/values";
import type { Maker } from "../maker";
import { number, type Samples } from "./sample";

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

/** Payments, refunds, and the ledger. */
export const accountingSamples: Samples = {
  customerpayments: {
    count: 3,
    body: (_, make) => ({
      customer_id: make.customer(),
      payment_mode: "banktransfer",
      amount: make.amount(200),
      date: make.date(),
    }),
  },
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
};
