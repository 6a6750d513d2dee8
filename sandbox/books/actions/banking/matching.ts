import type { BooksCall } from "../../call";
import type { BooksOrganization } from "../../core/organization";
import type { Draft, Row } from "../../core/values";
import { filtersOf } from "../../engine/listing/filters";
import { decimal } from "../../money/decimal";

/** The parameters of a search for matches that are filters of the date and the amount. */
const matchFilters = "date amount reference_number transaction_type";

/** The records that a line of a statement may stand for: those of the same amount come first. */
export function matchesFor({ organization, query }: BooksCall, line: Row): Draft[] {
  const filters = filtersOf({ filters: matchFilters }, query, organization.behaviours);
  const candidates = [
    ...organization
      .records("banktransactions")
      .all()
      .filter((row) => row !== line && row.status === "manually_added"),
    ...paymentsAsTransactions(organization),
  ];
  return candidates
    .filter((row) => filters.every(({ test }) => test(row)))
    .map((row) => ({
      transaction_id: row.transaction_id,
      date: row.date,
      transaction_type: row.transaction_type,
      reference_number: row.reference_number ?? "",
      amount: row.amount,
      debit_or_credit: row.debit_or_credit,
      contact_name: row.payee ?? row.customer_name ?? "",
      is_best_match:
        decimal(row.amount) === decimal(line.amount) && row.debit_or_credit === line.debit_or_credit,
    }))
    .sort((left, right) => Number(right.is_best_match) - Number(left.is_best_match));
}

const paymentsAsTransactions = (organization: BooksOrganization): Row[] => [
  ...organization
    .records("customerpayments")
    .all()
    .map((row) => ({
      ...row,
      transaction_id: row.payment_id,
      transaction_type: "customer_payment",
      debit_or_credit: "debit",
      payee: row.customer_name,
    })),
  ...organization
    .records("vendorpayments")
    .all()
    .map((row) => ({
      ...row,
      transaction_id: row.payment_id,
      transaction_type: "vendor_payment",
      debit_or_credit: "credit",
      payee: row.vendor_name,
    })),
];
