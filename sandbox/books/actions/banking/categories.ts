import type { Route } from "../../../http/route";
import { booksRoute, done } from "../../call";
import type { BooksOrganization } from "../../core/organization";
import { invalidValue } from "../../core/refusal";
import { type Draft, isEmpty, objectsOf, type Row, textOf } from "../../core/values";
import { bodyOf } from "../../engine/find";
import { createRecord, removeRecord } from "../../engine/write";
import { typeAt } from "../../table";
import { isLoose, lineOf, move, uncategorized } from "./lines";

/**
 * What a line is made into, and under which parent: the path of the type, what it takes from the line, and
 * the parent's id.
 */
interface Category {
  path: string;
  from: (line: Row) => Draft;
  parent?: string;
  /** Where that is another than the type of a bank transaction. */
  kind?: string;
}

const day = (line: Row): Draft => ({
  date: line.date,
  amount: line.amount,
  reference_number: line.reference_number,
});

const categories: Readonly<Record<string, Category>> = {
  expenses: {
    path: "expenses",
    from: (line) => ({ ...day(line), paid_through_account_id: line.account_id }),
    kind: "expense",
  },
  vendorpayments: {
    path: "vendorpayments",
    from: (line) => ({ ...day(line), paid_through_account_id: line.account_id }),
    kind: "vendor_payment",
  },
  customerpayments: {
    path: "customerpayments",
    from: (line) => ({ payment_mode: "banktransfer", ...day(line), account_id: line.account_id }),
    kind: "customer_payment",
  },
  creditnoterefunds: {
    path: "creditnotes/refunds",
    from: (line) => ({ ...day(line), from_account_id: line.account_id }),
    parent: "creditnote_id",
    kind: "creditnote_refund",
  },
  vendorcreditrefunds: {
    path: "vendorcredits/refunds",
    from: (line) => ({ ...day(line), account_id: line.account_id }),
    parent: "vendor_credit_id",
    kind: "vendor_credit_refund",
  },
  paymentrefunds: {
    path: "customerpayments/refunds",
    from: (line) => ({ ...day(line), from_account_id: line.account_id }),
    parent: "payment_id",
    kind: "payment_refund",
  },
  vendorpaymentrefunds: {
    path: "vendorpayments/refunds",
    from: (line) => ({ ...day(line), to_account_id: line.account_id }),
    parent: "payment_id",
    kind: "vendor_payment_refund",
  },
};

const categorizeAs = (name: string, { path, from, parent, kind }: Category): Route =>
  booksRoute(
    `banktransactions.categorize.${name}`,
    `POST ${uncategorized}/categorize/${name}`,
    "banking",
    (call) => {
      const { organization } = call;
      const line = lineOf(call, isLoose);
      const body = { ...from(line), ...bodyOf(call) };
      if (parent && isEmpty(bodyOf(call)[parent])) throw invalidValue(parent);
      const under = parent ? { [parent]: textOf(bodyOf(call)[parent]) } : {};
      const made = createRecord(organization, typeAt(path), body, { parent: under });
      const _made = { path, id: textOf(made[typeAt(path).keys[2]]) };
      move(organization, line, { status: "categorized", transaction_type: kind, _made });
      return done("The transaction(s) have been categorized.", {}, 201);
    },
  );

/** Takes back what a line was made into. */
export function unmake(organization: BooksOrganization, line: Row): void {
  const [made] = objectsOf([line._made]);
  const path = textOf(made?.path);
  const row = made && organization.records(path).get(textOf(made.id));
  if (row) removeRecord(organization, typeAt(path), row);
}

/** Lines told to be an expense, a payment or a refund, which they are made into. */
export const categoryRoutes: Route[] = Object.entries(categories).map(([name, category]) =>
  categorizeAs(name, category),
);
