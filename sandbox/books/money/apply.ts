import type { BooksOrganization } from "../core/organization";
import { doesNotExist, invalidValue, notAllowed } from "../core/refusal";
import { objectsOf, type Row, textOf } from "../core/values";
import type { Application } from "./applications";
import { type Decimal, decimal, rounded, zero } from "./decimal";
import { leftOf, owedOn, settle } from "./settle";

/** Money to be set against a document. */
export interface Wish {
  target: { path: string; id: string };
  amount: Decimal;
}

/** The wishes of a list such as `[{ invoice_id, amount_applied }]`. */
export function wishesOf(
  organization: BooksOrganization,
  list: unknown,
  path: string,
  idField: string,
): Wish[] {
  return objectsOf(list).map((entry) => ({
    target: { path, id: textOf(entry[idField]) },
    amount: rounded(decimal(entry.amount_applied), organization.precision),
  }));
}

/** Throws a Refusal where a document does not exist, is void, or owes less than is to be set against it. */
export function checkWishes(
  organization: BooksOrganization,
  wishes: readonly Wish[],
  sourceId: string,
): void {
  const asked = new Map<string, Decimal>();
  for (const { target, amount } of wishes) {
    const row = organization.records(target.path).get(target.id);
    if (!row) throw doesNotExist(target.path === "bills" ? "Bill" : "Invoice");
    if (amount < zero) throw invalidValue("amount_applied");
    if (row.status === "void") throw notAllowed("Nothing can be applied to what is void.");
    const wanted = (asked.get(target.id) ?? zero) + amount;
    asked.set(target.id, wanted);
    if (wanted > owedOn(organization, target.path, row, sourceId)) {
      throw notAllowed("The amount applied is more than the balance.");
    }
  }
}

/**
 * Throws a Refusal where a payment or credit has less left than is wished for, beside what it is set against
 * already.
 */
export function checkLeft(
  organization: BooksOrganization,
  source: { path: string; row: Row },
  wishes: readonly Wish[],
  kept: readonly Application[],
): void {
  const wanted = wishes.reduce((total, { amount }) => total + amount, zero);
  if (wanted > leftOf(organization, source.path, source.row, kept)) {
    throw notAllowed("The amount applied is more than what is left.");
  }
}

/** Sets a payment's or credit's money against documents, checked beforehand, and settles both sides. */
export function apply(
  organization: BooksOrganization,
  source: { path: string; id: string },
  wishes: readonly Wish[],
  date: string,
): Application[] {
  const applied = wishes
    .filter(({ amount }) => amount !== zero)
    .map(({ target, amount }) => organization.applications.add({ source, target, amount, date }));
  for (const { target } of applied) settle(organization, target.path, target.id);
  settle(organization, source.path, source.id, false);
  return applied;
}

/** Takes back what was applied, and settles both sides. */
export function unapply(organization: BooksOrganization, applications: readonly Application[]): void {
  for (const application of applications) {
    organization.applications.remove(application);
    for (const { path, id } of [application.target, application.source]) settle(organization, path, id);
  }
}
