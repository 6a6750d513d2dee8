import type { BooksCall } from "../../call";
import type { BooksOrganization } from "../../core/organization";
import { notAllowed } from "../../core/refusal";
import { type Draft, type Row, textOf } from "../../core/values";
import { recordAt } from "../../engine/find";
import { setFields } from "../../engine/write";
import { typeAt } from "../../table";
import type { RecordType } from "../../table/recordType";

/** Where the calls on a line of a statement stand. */
export const uncategorized = "banktransactions/uncategorized/:transaction_id";

export const transactionType = (): RecordType => typeAt("banktransactions");

/** Whether a line was not told yet what it is. */
export const isLoose = (row: Row): boolean => row.status === "uncategorized";

/**
 * The line of a statement that a call's path names; throws a Refusal unless it is in the state the call
 * needs.
 */
export function lineOf({ organization, params }: BooksCall, isFit: (row: Row) => boolean): Row {
  const row = recordAt(organization, "banktransactions", params.transaction_id);
  if (!isFit(row)) throw notAllowed("The transaction is in another state.");
  return row;
}

/** Tells an account how many of its lines are loose. */
export function countLoose(organization: BooksOrganization, accountId: unknown): void {
  const account = organization.records("bankaccounts").get(textOf(accountId));
  if (!account) return;
  const lines = organization.records("banktransactions").find("account_id", textOf(accountId));
  organization
    .records("bankaccounts")
    .put({ ...account, uncategorized_transactions: lines.filter(isLoose).length });
}

/** Moves a line of a statement to another state. */
export function move(organization: BooksOrganization, row: Row, changes: Draft): void {
  setFields(organization, transactionType(), row, changes);
  countLoose(organization, row.account_id);
}
