import type { Answer } from "../../../core/answer";
import type { Route } from "../../../http/route";
import { type BooksCall, booksRoute, done } from "../../call";
import { doesNotExist, invalidValue } from "../../core/refusal";
import { type Draft, objectsOf, type Row, textOf } from "../../core/values";
import { bodyOf, recordAt } from "../../engine/find";
import { createRecord, setFields } from "../../engine/write";
import { typeAt } from "../../table";
import { recordAction } from "../action";
import { countLoose, isLoose, transactionType } from "./lines";

const imported = (line: Draft, account_id: string): Draft => ({
  account_id,
  date: line.date,
  amount: line.amount,
  description: line.description ?? "",
  reference_number: line.reference_number ?? "",
  transaction_type: line.debit_or_credit === "credit" ? "deposit" : "expense",
});

/**
 * A statement of an account with its lines, which are uncategorized transactions until they are told what
 * they are.
 */
function importStatement(call: BooksCall): Answer {
  const { organization } = call;
  const { account_id, transactions, start_date, end_date } = bodyOf(call);
  const lines = objectsOf(transactions);
  if (lines.length === 0) throw invalidValue("transactions");
  const account = recordAt(organization, "bankaccounts", account_id);
  const statement_id = organization.nextId();
  const ids = lines.map((line) => {
    const row = createRecord(organization, transactionType(), imported(line, textOf(account_id)));
    const { debit_or_credit, payee = "" } = line;
    setFields(organization, transactionType(), row, {
      status: "uncategorized",
      source: "statement",
      imported_transaction_id: line.transaction_id ?? "",
      debit_or_credit: debit_or_credit ?? row.debit_or_credit,
      payee,
    });
    return textOf(row.transaction_id);
  });
  const dates = lines.map(({ date }) => textOf(date)).sort();
  const statement = {
    statement_id,
    from_date: start_date ?? dates[0],
    to_date: end_date ?? dates.at(-1),
    source: "api",
    ids,
  };
  setFields(organization, typeAt("bankaccounts"), account, { _statement: statement });
  countLoose(organization, account_id);
  return done("Your bank statement has been imported.", {}, 201);
}

/** The last statement that was imported into an account; none where it was deleted. */
const lastStatement = (account: Row): Draft | undefined => objectsOf([account._statement])[0];

const lineIds = (statement: Draft): unknown[] => (Array.isArray(statement.ids) ? statement.ids : []);

/** A line as its statement shows it. */
const shownLine = ({ organization }: BooksCall, id: unknown): Draft => {
  const row = organization.records("banktransactions").get(textOf(id)) ?? {};
  const { transaction_id, debit_or_credit, date, payee, reference_number, transaction_type, amount, status } =
    row;
  return { transaction_id, debit_or_credit, date, payee, reference_number, transaction_type, amount, status };
};

/** Statements of an account: imported, shown, and the last one deleted again. */
export const statementRoutes: Route[] = [
  booksRoute("bankstatements.import", "POST bankstatements", "banking", importStatement),
  recordAction("GET", "bankaccounts", "statement/lastimported", (call, account) => {
    const statement = lastStatement(account);
    if (!statement) return done("success", { statement: [] });
    const { ids, ...told } = statement;
    return done("success", {
      statement: [{ ...told, transactions: lineIds(statement).map((id) => shownLine(call, id)) }],
    });
  }),
  recordAction(
    "DELETE",
    "bankaccounts",
    "statement/:statement_id",
    ({ organization, params }, account, accountType) => {
      const statement = lastStatement(account);
      if (statement?.statement_id !== params.statement_id || !statement) throw doesNotExist("Statement");
      for (const id of lineIds(statement)) {
        const line = organization.records("banktransactions").get(textOf(id));
        if (line && isLoose(line)) organization.records("banktransactions").remove(textOf(id));
      }
      setFields(organization, accountType, account, { _statement: undefined });
      countLoose(organization, account.account_id);
      return done("You have successfully deleted the last imported statement.");
    },
    { name: "statement/delete" },
  ),
];
