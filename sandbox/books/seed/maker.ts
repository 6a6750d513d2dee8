import type { Random } from "../../core/random";
import { addDays } from "../core/dates";
import type { BooksOrganization } from "../core/organization";
import { type Row, textOf } from "../core/values";

/** What samples are made with: the organisation so far, and chance. */
export class Maker {
  constructor(
    readonly organization: BooksOrganization,
    readonly random: Random,
  ) {}

  /** The id of any record of a type that passes; throws an Error where there is none. */
  some(path: string, idField: string, test: (row: Row) => boolean = () => true): string {
    const rows = this.organization.records(path).all();
    const start = this.random.below(Math.max(1, rows.length));
    for (let step = 0; step < rows.length; step++) {
      const row = rows[(start + step) % rows.length];
      if (row && test(row)) return textOf(row[idField]);
    }
    throw new Error(`Books needs records of ${path} that others can name.`);
  }

  customer(): string {
    return this.some("contacts", "contact_id", (row) => row.contact_type === "customer");
  }

  vendor(): string {
    return this.some("contacts", "contact_id", (row) => row.contact_type === "vendor");
  }

  account(type: string): string {
    return this.some("chartofaccounts", "account_id", (row) => row.account_type === type);
  }

  item(): string {
    return this.some("items", "item_id");
  }

  /** Today, or so many days from it. */
  date(days = 0): string {
    return addDays(this.organization.today(), days);
  }

  /** An amount of whole cents. */
  amount(most: number): number {
    return (this.random.below(most * 100) + 100) / 100;
  }

  /** One to three lines of items. */
  lines(): { item_id: string; quantity: number }[] {
    const count = 1 + this.random.below(3);
    return Array.from({ length: count }, () => ({
      item_id: this.item(),
      quantity: 1 + this.random.below(5),
    }));
  }
}
