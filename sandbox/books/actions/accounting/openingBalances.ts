import type { Route } from "../../../http/route";
import { type BooksCall, booksRoute, done } from "../../call";
import { isDate } from "../../core/dates";
import { doesNotExist, invalidValue } from "../../core/refusal";
import { type Draft, isEmpty, objectsOf, partsOf, textOf } from "../../core/values";
import { bodyOf, recordAt } from "../../engine/find";
import { decimal, sum, times, toNumber } from "../../money/decimal";

/** Opening balances as they were given, with names and amounts in the base currency. */
function openingBalance(call: BooksCall, id: string): Draft {
  const { organization } = call;
  const { date, accounts } = bodyOf(call);
  if (!isDate(textOf(date))) throw invalidValue("date");
  const rows = objectsOf(accounts).map((entry) => {
    const path = organization.records("bankaccounts").get(textOf(entry.account_id))
      ? "bankaccounts"
      : "chartofaccounts";
    const account = recordAt(organization, path, entry.account_id);
    const exchange_rate = isEmpty(entry.exchange_rate) ? 1 : entry.exchange_rate;
    const amount = decimal(entry.amount);
    return {
      acount_split_id: organization.nextId(),
      ...entry,
      account_name: account.account_name,
      exchange_rate,
      amount: toNumber(amount),
      bcy_amount: toNumber(times(amount, decimal(exchange_rate), organization.precision)),
    };
  });
  const debits = rows.filter((entry) => partsOf(entry).debit_or_credit === "debit");
  const total = toNumber(sum(debits.map(({ bcy_amount }) => decimal(bcy_amount))));
  return { opening_balance_id: id, date, price_precision: organization.precision, accounts: rows, total };
}

const given = ({ organization }: BooksCall): Draft => {
  if (!organization.openingBalance) throw doesNotExist("Opening balance");
  return organization.openingBalance;
};

const saved = "The opening balances are saved!";

/** The balances that accounts begin with: one set of them an organisation. */
export const openingRoutes: Route[] = [
  booksRoute("settings.openingbalances.get", "GET settings/openingbalances", "settings", (call) =>
    done("success", { opening_balance: given(call) }),
  ),
  booksRoute("settings.openingbalances.create", "POST settings/openingbalances", "settings", (call) => {
    const opening_balance = openingBalance(call, call.organization.nextId());
    call.organization.openingBalance = opening_balance;
    return done(saved, { opening_balance });
  }),
  booksRoute("settings.openingbalances.update", "PUT settings/openingbalances", "settings", (call) => {
    const { opening_balance_id } = given(call);
    if (textOf(bodyOf(call).opening_balance_id) !== opening_balance_id)
      throw invalidValue("opening_balance_id");
    const opening_balance = openingBalance(call, textOf(opening_balance_id));
    call.organization.openingBalance = opening_balance;
    return done(saved, { opening_balance });
  }),
  booksRoute("settings.openingbalances.delete", "DELETE settings/openingbalances", "settings", (call) => {
    given(call);
    call.organization.openingBalance = undefined;
    return done("The entered opening balance has been deleted.");
  }),
];
