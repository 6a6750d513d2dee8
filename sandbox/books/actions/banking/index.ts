import type { Route } from "../../../http/route";
import { booksRoute, done } from "../../call";
import { invalidValue } from "../../core/refusal";
import { isEmpty, objectsOf, textOf } from "../../core/values";
import { bodyOf } from "../../engine/find";
import { categoryRoutes, unmake } from "./categories";
import { isLoose, lineOf, move, uncategorized } from "./lines";
import { matchesFor } from "./matching";
import { statementRoutes } from "./statements";

/** What becomes of the lines of a bank's statement. */
export const bankingRoutes: Route[] = [
  ...statementRoutes,
  ...categoryRoutes,
  booksRoute("banktransactions.match.list", `GET ${uncategorized}/match`, "banking", (call) =>
    done("success", {
      matching_transactions: matchesFor(
        call,
        lineOf(call, () => true),
      ),
    }),
  ),
  booksRoute("banktransactions.match", `POST ${uncategorized}/match`, "banking", (call) => {
    const wanted = objectsOf(bodyOf(call).transactions_to_be_matched);
    if (wanted.length === 0) throw invalidValue("transactions_to_be_matched");
    const line = lineOf(call, isLoose);
    const known = matchesFor(call, line).map(({ transaction_id }) => transaction_id);
    if (wanted.some(({ transaction_id }) => !known.includes(textOf(transaction_id))))
      throw invalidValue("transaction_id");
    move(call.organization, line, { status: "matched", _matched: wanted });
    return done("The transaction has been matched.", {}, 201);
  }),
  booksRoute(
    "banktransactions.unmatch",
    "POST banktransactions/:transaction_id/unmatch",
    "banking",
    (call) => {
      move(
        call.organization,
        lineOf(call, (row) => row.status === "matched"),
        { status: "uncategorized" },
      );
      return done("The transaction has been unmatched.", {}, 201);
    },
  ),
  booksRoute("banktransactions.exclude", `POST ${uncategorized}/exclude`, "banking", (call) => {
    move(call.organization, lineOf(call, isLoose), { status: "excluded" });
    return done("The transaction has been excluded.", {}, 201);
  }),
  booksRoute("banktransactions.restore", `POST ${uncategorized}/restore`, "banking", (call) => {
    move(
      call.organization,
      lineOf(call, (row) => row.status === "excluded"),
      { status: "uncategorized" },
    );
    return done("The excluded transaction(s) have been restored.", {}, 201);
  }),
  booksRoute("banktransactions.categorize", `POST ${uncategorized}/categorize`, "banking", (call) => {
    const { transaction_type } = bodyOf(call);
    if (isEmpty(transaction_type)) throw invalidValue("transaction_type");
    const { amount: _, ...given } = bodyOf(call);
    move(call.organization, lineOf(call, isLoose), { ...given, status: "categorized" });
    return done("The transaction(s) have been categorized.", {}, 201);
  }),
  booksRoute(
    "banktransactions.uncategorize",
    "POST banktransactions/:transaction_id/uncategorize",
    "banking",
    (call) => {
      const line = lineOf(call, (row) => row.status === "categorized");
      unmake(call.organization, line);
      move(call.organization, line, { status: "uncategorized", _made: undefined });
      return done("Transaction(s) have been uncategorized.", {}, 201);
    },
  ),
];
