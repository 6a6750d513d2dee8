import { stretchOf } from "../../core/dates";
import type { BooksOrganization } from "../../core/organization";
import { isEmpty, type Row, textOf } from "../../core/values";
import type { Test } from "./filters";

const letters = (value: unknown): string =>
  textOf(value)
    .toLowerCase()
    .replace(/[^a-z]/g, "");

const isOwed = (row: Row): boolean =>
  !["draft", "void", "paid"].includes(textOf(row.status)) && Number(row.balance) > 0;

/** What an account type counts as in `AccountType.Asset` and its like. */
const accountGroups: Readonly<Record<string, string>> = {
  asset: "other_asset other_current_asset cash bank fixed_asset stock payment_clearing accounts_receivable",
  liability:
    "other_current_liability credit_card long_term_liability other_liability overseas_tax_payable accounts_payable",
  equity: "equity",
  income: "income other_income",
  expense: "expense cost_of_goods_sold other_expense",
};

/** Filters of status that are more than the record's own status. */
const statuses: Readonly<Record<string, Test>> = {
  unpaid: isOwed,
  crm: (row) => [row.zcrm_account_id, row.zcrm_contact_id, row.zcrm_vendor_id].some((id) => !isEmpty(id)),
  portalenabled: (row) => row.is_portal_enabled === true,
  portaldisabled: (row) => row.is_portal_enabled !== true,
  creditlimitexceed: ({ credit_limit, outstanding_receivable_amount }) =>
    Number(credit_limit) > 0 && Number(outstanding_receivable_amount) > Number(credit_limit),
  duplicate: () => false,
  viewed: (row) => row.is_viewed_by_client === true,
  billable: (row) => row.is_billable === true,
};

/** Whether a record is of a status, as `filter_by` and the parameter `status` name it. */
function ofStatus(name: string): Test {
  const wanted = letters(name);
  if (wanted === "all") return () => true;
  return statuses[wanted] ?? ((row) => letters(row.status) === wanted);
}

/** The day by which a list is filtered for `Date.ThisMonth` and its like. */
const dayOf = (row: Row): string =>
  textOf(row.date ?? row.journal_date ?? row.log_date ?? row.adjustment_date);

function inStretch(word: string, organization: BooksOrganization): Test {
  if (word === "PaymentExpectedDate") return (row) => !isEmpty(row.payment_expected_date);
  const stretch = stretchOf(word, organization.today());
  return stretch ? (row) => dayOf(row) >= stretch[0] && dayOf(row) <= stretch[1] : () => true;
}

function ofAccountType(word: string): Test {
  const group = accountGroups[letters(word)]?.split(" ");
  if (group) return (row) => group.includes(textOf(row.account_type));
  if (word === "Active" || word === "Inactive") return (row) => row.is_active === (word === "Active");
  return () => true;
}

/** Contacts with an invoice that is overdue, or that is not paid. */
const withInvoice = (organization: BooksOrganization, test: Test): Test => {
  const invoices = organization.records("invoices");
  return (contact) => invoices.find("customer_id", textOf(contact.contact_id)).some(test);
};

/** The test behind a value of `filter_by`, such as `Status.Active`. */
export function filterByTest(value: string, organization: BooksOrganization): Test {
  const [kind = "", word = kind] = value.split(".");
  switch (kind) {
    case "Status":
      return ofStatus(word);
    case "AccountType":
      return ofAccountType(word);
    case "PaymentMode":
      return word === "All" ? () => true : (row) => letters(row.payment_mode) === letters(word);
    case "Currencies":
      return (row) => row.is_base_currency !== true;
    case "Invoice":
      return withInvoice(organization, word === "OverDue" ? (row) => row.status === "overdue" : isOwed);
    case "Type":
      return () => true;
    default:
      return inStretch(word, organization);
  }
}

export const statusTest = (value: string): Test => ofStatus(value);
