import type { Route } from "../../../http/route";
import { booksRoute, done } from "../../call";
import type { BooksOrganization } from "../../core/organization";
import { doesNotExist, invalidValue } from "../../core/refusal";
import { type Draft, isEmpty, objectsOf, type Row, textOf } from "../../core/values";
import { recordAt } from "../../engine/find";
import { adjustedAccounts } from "../../rules/accounting";
import { typeAt } from "../../table";
import { idOf } from "../../table/recordType";

/** What stands in an account: the lines of journals, and expenses on either side. */
function entriesOf(organization: BooksOrganization, accountId: string): Draft[] {
  const journals = organization
    .records("journals")
    .all()
    .flatMap((journal) =>
      objectsOf(journal.line_items)
        .filter((line) => line.account_id === accountId)
        .map((line) =>
          entry(journal, "journal", journal.journal_id, line.debit_or_credit === "debit", line.amount),
        ),
    );
  const expenses = organization
    .records("expenses")
    .all()
    .flatMap((expense) => [
      ...(expense.account_id === accountId
        ? [entry(expense, "expense", expense.expense_id, true, expense.total)]
        : []),
      ...(expense.paid_through_account_id === accountId
        ? [entry(expense, "expense", expense.expense_id, false, expense.total)]
        : []),
    ]);
  return [...journals, ...expenses].map((row) => ({ ...row, account_id: accountId }));
}

const entry = (
  row: Row,
  transaction_type: string,
  id: unknown,
  isDebit: boolean,
  amount: unknown,
): Draft => ({
  categorized_transaction_id: id,
  transaction_id: id,
  transaction_type,
  transaction_date: row.journal_date ?? row.date,
  entry_number: row.entry_number ?? "",
  payee: row.customer_name ?? row.vendor_name ?? "",
  description: row.notes ?? row.description ?? "",
  currency_id: row.currency_id,
  currency_code: row.currency_code,
  reference_number: row.reference_number ?? "",
  debit_or_credit: isDebit ? "debit" : "credit",
  debit_amount: isDebit ? amount : "",
  credit_amount: isDebit ? "" : amount,
});

/** What stands in accounts, and what another rate would make of it. */
export const accountRoutes: Route[] = [
  booksRoute(
    "chartofaccounts.transactions.list",
    "GET chartofaccounts/transactions",
    "accountants",
    (call) => {
      const { account_id } = recordAt(call.organization, "chartofaccounts", call.query.get("account_id"));
      return done("success", { transactions: entriesOf(call.organization, textOf(account_id)) });
    },
  ),
  booksRoute(
    "chartofaccounts.transactions.delete",
    "DELETE chartofaccounts/transactions/:transaction_id",
    "accountants",
    ({ organization, params }) => {
      for (const path of ["journals", "expenses"]) {
        const row = organization.records(path).get(params.transaction_id ?? "");
        if (!row) continue;
        organization.records(path).remove(idOf(typeAt(path), row));
        return done("The transaction has been deleted.");
      }
      throw doesNotExist("Transaction");
    },
  ),
  booksRoute(
    "basecurrencyadjustment.accounts",
    "GET basecurrencyadjustment/accounts",
    "accountants",
    ({ organization, query }) => {
      for (const name of ["currency_id", "adjustment_date", "exchange_rate", "notes"]) {
        if (isEmpty(query.get(name))) throw invalidValue(name);
      }
      const { currency_id, currency_code } = recordAt(
        organization,
        "settings/currencies",
        query.get("currency_id"),
      );
      const rate = query.get("exchange_rate");
      const accounts = adjustedAccounts(organization, textOf(currency_id), rate);
      const { adjustment_date, notes } = Object.fromEntries(query);
      return done("success", {
        data: { adjustment_date, exchange_rate: Number(rate), currency_id, currency_code, accounts, notes },
      });
    },
  ),
];
