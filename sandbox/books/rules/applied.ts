import type { BooksOrganization } from "../core/organization";
import { type Draft, type Row, textOf } from "../core/values";
import { toNumber } from "../money/decimal";

/** A credit, by its id's name, with the documents that it is set against under `list`. */
export function appliedCredits(id: string, list: "invoices" | "bills") {
  const one = list.slice(0, -1);
  return (row: Row, organization: BooksOrganization): Draft => ({
    ...row,
    [list]: organization.applications.from(textOf(row[id])).map(({ target, amount }) => ({
      [`${one}_id`]: target.id,
      [`${one}_number`]: organization.records(target.path).get(target.id)?.[`${one}_number`] ?? "",
      amount: toNumber(amount),
    })),
  });
}
