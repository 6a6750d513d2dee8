import type { BooksCall } from "../../call";
import { invalidValue } from "../../core/refusal";
import { objectsOf, type Row } from "../../core/values";
import { bodyOf, recordAt } from "../../engine/find";
import { apply, checkLeft, checkWishes, type Wish } from "../../money/apply";
import { decimal, rounded } from "../../money/decimal";
import { typeAt } from "../../table";
import { idOf } from "../../table/recordType";

/** Money of one payment or credit that is to be set against documents. */
export interface Wanted {
  path: string;
  row: Row;
  wishes: Wish[];
}

/**
 * Sets payments' and credits' money against documents, beside what it is set against already: all of it, or
 * none.
 */
export function applyAll({ organization }: BooksCall, wanted: readonly Wanted[]): void {
  const { applications } = organization;
  checkWishes(
    organization,
    wanted.flatMap(({ wishes }) => wishes),
    "",
  );
  for (const { path, row, wishes } of wanted) {
    checkLeft(organization, { path, row }, wishes, applications.from(idOf(typeAt(path), row)));
  }
  for (const { path, row, wishes } of wanted) {
    apply(organization, { path, id: idOf(typeAt(path), row) }, wishes, organization.today());
  }
}

/** Lists of a body, with the type of what they name and the field of its id. */
export type Lists = Readonly<Record<string, readonly [path: string, idField: string]>>;

/**
 * The payments and credits that lists of a body name, `{ [list]: [{ [id]: …, amount_applied: … }] }`, each
 * once.
 */
export function wantedFrom(call: BooksCall, target: Wish["target"], lists: Lists): Wanted[] {
  const { organization } = call;
  const wanted = new Map<Row, Wanted>();
  for (const [list, [path, idField]] of Object.entries(lists)) {
    for (const entry of objectsOf(bodyOf(call)[list])) {
      const row = recordAt(organization, path, entry[idField]);
      const amount = rounded(decimal(entry.amount_applied), organization.precision);
      const { wishes } = wanted.get(row) ?? { wishes: [] };
      wanted.set(row, { path, row, wishes: [...wishes, { target, amount }] });
    }
  }
  if (wanted.size === 0) throw invalidValue(Object.keys(lists)[0] ?? "");
  return [...wanted.values()];
}
