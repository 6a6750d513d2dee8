import type { BooksOrganization } from "../core/organization";
import { type Draft, isEmpty, objectsOf, textOf } from "../core/values";
import { decimal, rounded, sum, times, toNumber, zero } from "../money/decimal";
import { setStatus } from "../money/status";
import { taxAmounts, taxOf, withoutTax } from "../money/taxes";
import type { Rules } from "../table/recordType";
import { appliedCredits } from "./applied";
import { document, fillParty } from "./document";
import { recurrence, recurring } from "./recurring";
import { keepPaid, takeBack } from "./removal";

export const bills = document({
  side: "purchase",
  state: "open",
  hasDueDate: true,
  also: {
    stored(row, { organization }) {
      const orders = Array.isArray(row.purchaseorder_ids) ? row.purchaseorder_ids : [];
      for (const id of orders) setStatus(organization, "purchaseorders", textOf(id), "billed");
    },
    mayRemove: keepPaid("bill_id"),
  },
});

export const purchaseOrders = document({ side: "purchase", state: "draft" });

export const vendorCredits = document({
  side: "purchase",
  state: "open",
  also: { show: appliedCredits("vendor_credit_id", "bills"), removed: takeBack("vendor_credit_id") },
});

export const recurringBills = recurring("next_bill_date", "purchase");

/** What an expense comes to: its amount, or its lines', with the tax on it or in it. */
function fillExpense(draft: Draft, organization: BooksOrganization): void {
  const places = organization.precision;
  const lines = objectsOf(draft.line_items);
  const amount = rounded(
    lines.length > 0 ? sum(lines.map((line) => decimal(line.amount))) : decimal(draft.amount),
    places,
  );
  const tax = taxOf(organization, draft.tax_id);
  const net = tax && draft.is_inclusive_tax === true ? withoutTax(amount, tax, places) : amount;
  const onTop = tax ? sum(taxAmounts(tax, amount, places).map((part) => part.amount)) : zero;
  const taxAmount = net === amount ? onTop : amount - net;
  Object.assign(draft, {
    amount: toNumber(amount),
    sub_total: toNumber(net),
    tax_amount: toNumber(taxAmount),
    tax_name: tax?.name ?? "",
    tax_percentage: tax?.percentage ?? 0,
    total: toNumber(net + taxAmount),
    bcy_total: toNumber(times(net + taxAmount, decimal(draft.exchange_rate ?? 1), places)),
    total_without_tax: toNumber(net),
  });
}

export const expenses: Rules = {
  complete(draft, write) {
    fillParty(draft, write);
    fillExpense(draft, write.organization);
    draft.is_billable ??= false;
    draft.expense_type ??= "non_mileage";
    draft.expense_receipt_name ??= "";
    const isBillable = draft.is_billable === true && !isEmpty(draft.customer_id);
    draft.status = draft._state ?? (isBillable ? "unbilled" : "nonbillable");
  },
};

export const recurringExpenses: Rules = {
  complete(draft, write) {
    fillParty(draft, write);
    fillExpense(draft, write.organization);
    draft.is_billable ??= false;
    draft.last_created_date ??= "";
    recurrence("next_expense_date").complete(draft, write);
  },
};
