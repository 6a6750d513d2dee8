import type { BooksOrganization } from "../core/organization";
import { invalidValue, notAllowed, Refusal } from "../core/refusal";
import { type Draft, isEmpty, objectsOf, type Row, textOf } from "../core/values";
import { accountOf } from "../engine/references";
import { decimal, sum, times, toNumber, zero } from "../money/decimal";
import type { Rules } from "../table/recordType";

/** The fields in which records name an account, by type. */
const usesOfAccount: Readonly<Record<string, string>> = {
  items: "account_id purchase_account_id inventory_account_id",
  expenses: "account_id paid_through_account_id",
  recurringexpenses: "account_id paid_through_account_id",
  customerpayments: "account_id",
  vendorpayments: "paid_through_account_id",
  banktransactions: "account_id from_account_id to_account_id",
  fixedassets: "asset_account_id expense_account_id depreciation_account_id",
};
const withLines = "invoices bills purchaseorders creditnotes vendorcredits journals".split(" ");

function isUsed(organization: BooksOrganization, id: string): boolean {
  const isNamed = Object.entries(usesOfAccount).some(([path, fields]) =>
    fields.split(" ").some((field) => organization.records(path).has(field, id)),
  );
  const isInLine = (row: Row) => objectsOf(row.line_items).some((line) => line.account_id === id);
  return isNamed || withLines.some((path) => organization.records(path).all().some(isInLine));
}

function keepUsed(row: Row, organization: BooksOrganization): void {
  if (row.is_system_account === true) throw notAllowed("A system account cannot be deleted.");
  if (isUsed(organization, textOf(row.account_id))) {
    throw notAllowed("An account that is associated in a transaction or an item cannot be deleted.");
  }
}

const inBaseCurrency = (draft: Draft, { details }: BooksOrganization): void => {
  if (!isEmpty(draft.currency_id)) return;
  const { currency_id, currency_code, currency_symbol } = details;
  Object.assign(draft, { currency_id, currency_code, currency_symbol });
};

export const chartOfAccounts: Rules = {
  complete(draft, { organization }) {
    inBaseCurrency(draft, organization);
    draft.is_active ??= true;
    draft.is_user_created ??= true;
    draft.is_system_account ??= false;
    draft.account_code ??= "";
    draft.description ??= "";
  },
  mayRemove: keepUsed,
  show: (row, organization) => ({
    ...row,
    is_involved_in_transaction: isUsed(organization, textOf(row.account_id)),
    closing_balance: 0,
  }),
};

export const bankAccounts: Rules = {
  complete(draft, { organization }) {
    inBaseCurrency(draft, organization);
    draft._state ??= "active";
    draft.status = draft._state;
    draft.is_active = draft._state === "active";
    for (const field of ["balance", "bank_balance", "bcy_balance", "uncategorized_transactions"])
      draft[field] ??= 0;
  },
  mayRemove: keepUsed,
};

/** Kinds of transaction that take money off the account they stand under. */
const outgoing =
  "expense vendor_payment owner_drawings transfer_fund card_payment refund creditnote_refund".split(" ");

export const bankTransactions: Rules = {
  complete(draft, { organization }) {
    inBaseCurrency(draft, organization);
    if (isEmpty(draft.date)) draft.date = organization.today();
    draft.exchange_rate ??= 1;
    draft.amount = toNumber(decimal(draft.amount));
    const isOut = outgoing.includes(textOf(draft.transaction_type));
    draft.debit_or_credit ??= isOut ? "credit" : "debit";
    if (isEmpty(draft.account_id))
      draft.account_id = (isOut ? draft.from_account_id : draft.to_account_id) ?? "";
    const account = accountOf(organization, draft.account_id);
    Object.assign(draft, {
      account_name: account?.account_name ?? "",
      account_type: account?.account_type ?? "",
    });
    draft.payee ??= draft.customer_name ?? "";
    draft.source ??= "manually_added";
    draft.status ??= "manually_added";
  },
  listed(query) {
    const asked = query.get("status") ?? query.get("filter_by");
    if (asked !== null && isEmpty(query.get("account_id")))
      throw new Refusal(400, 4, "The account does not exist.");
    return (row) => row.status !== "uncategorized" || /uncategorized$/i.test(asked ?? "");
  },
  mayRemove(row) {
    if (row.status === "uncategorized")
      throw notAllowed("An uncategorized transaction cannot be deleted. It can be excluded.");
  },
};

export const journals: Rules = {
  complete(draft, { organization }) {
    inBaseCurrency(draft, organization);
    const rate = decimal(isEmpty(draft.exchange_rate) ? 1 : draft.exchange_rate);
    const lines = objectsOf(draft.line_items).map((line) => {
      if (line.debit_or_credit !== "debit" && line.debit_or_credit !== "credit")
        throw invalidValue("debit_or_credit");
      if (isEmpty(line.account_id)) throw invalidValue("account_id");
      const amount = decimal(line.amount);
      const bcy_amount = toNumber(times(amount, rate, organization.precision));
      const line_id = isEmpty(line.line_id) ? organization.nextId() : textOf(line.line_id);
      return { ...line, line_id, amount: toNumber(amount), bcy_amount };
    });
    const of = (side: string) =>
      sum(lines.filter((line) => sideOf(line) === side).map(({ amount }) => decimal(amount)));
    const total = of("debit");
    if (total !== of("credit") || total === zero)
      throw notAllowed("Debits and credits must be of the same amount.");
    draft._state ??= draft.status === "draft" ? "draft" : "published";
    Object.assign(draft, {
      exchange_rate: toNumber(rate),
      line_items: lines,
      line_item_total: toNumber(total),
      total: toNumber(total),
      bcy_total: toNumber(times(total, rate, organization.precision)),
      journal_type: isEmpty(draft.journal_type) ? "both" : draft.journal_type,
      status: draft._state,
    });
  },
};

const sideOf = (line: Draft): unknown => line.debit_or_credit;

/**
 * What the balances in a foreign currency would gain or lose at another rate: open invoices and open bills.
 */
export function adjustedAccounts(
  organization: BooksOrganization,
  currencyId: string,
  rate: unknown,
): Draft[] {
  const sides = [
    ["Accounts Receivable", "invoices", 1n],
    ["Accounts Payable", "bills", -1n],
  ] as const;
  return sides.flatMap(([account_name, path, sign]) => {
    const rows = organization
      .records(path)
      .find("currency_id", currencyId)
      .filter((row) => Number(row.balance) !== 0);
    if (rows.length === 0) return [];
    const places = organization.precision;
    const fcy = sum(rows.map((row) => decimal(row.balance)));
    const bcy = sum(rows.map((row) => times(decimal(row.balance), decimal(row.exchange_rate ?? 1), places)));
    const adjusted = times(fcy, decimal(rate), places);
    const [account] = organization.records("chartofaccounts").find("account_name", account_name);
    return {
      account_id: account?.account_id ?? "",
      account_name,
      bcy_balance: toNumber(bcy),
      fcy_balance: toNumber(fcy),
      adjusted_balance: toNumber(adjusted),
      gain_or_loss: toNumber((adjusted - bcy) * sign),
    };
  });
}

export const currencyAdjustments: Rules = {
  complete(draft, { organization }) {
    const accounts = adjustedAccounts(organization, textOf(draft.currency_id), draft.exchange_rate);
    const gain = sum(accounts.map(({ gain_or_loss }) => decimal(gain_or_loss)));
    draft.accounts = accounts;
    draft.gain_or_loss = toNumber(gain);
    draft.debit_or_credit = gain < zero ? "debit" : "credit";
  },
};
