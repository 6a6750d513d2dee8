import { activity, type RecordTypeRows } from "./row";

const uncategorized = (path: string): string => `/banktransactions/uncategorized/{id}/${path}`;

/**
 * Bank and card accounts, their rules, and what moves on them.
 * @see https://www.zoho.com/books/api/v3/bank-transactions/
 */
export const bankingTypes: RecordTypeRows = {
  bankaccounts: {
    label: "Bank Accounts",
    keys: { list: "bankaccounts", item: "bankaccount", id: "account_id", name: "account_name" },
    scope: "banking",
    sort: "account_name account_type account_code",
    actions: activity,
  },
  "bankaccounts/rules": {
    label: "Bank Rules",
    keys: { list: "rules", item: "rule", id: "rule_id", name: "rule_name" },
    scope: "banking",
    parent: "bankaccounts",
    parentParam: "account_id",
    search: "account_id",
  },
  "bankaccounts/statement": {
    label: "Last Imported Bank Statement",
    keys: { list: "statement", item: "statement", id: "statement_id", name: "source" },
    scope: "banking",
    parent: "bankaccounts",
    parentField: "account_id",
    can: "list create remove",
    paths: { list: "bankaccounts/{parentId}/statement/lastimported", create: "bankstatements" },
  },
  banktransactions: {
    label: "Bank Transactions",
    keys: { list: "banktransactions", item: "banktransaction", id: "transaction_id", name: "payee" },
    scope: "banking",
    search: "account_id transaction_type date amount status reference_number transaction_status search_text",
    sort: "date",
    actions: {
      match: uncategorized("match"),
      unmatch: "unmatch",
      exclude: uncategorized("exclude"),
      restore: uncategorized("restore"),
      uncategorize: "uncategorize",
      categorize: uncategorized("categorize"),
      categorizeAsExpense: uncategorized("categorize/expenses"),
      categorizeAsVendorPayment: uncategorized("categorize/vendorpayments"),
      categorizeAsCustomerPayment: uncategorized("categorize/customerpayments"),
      categorizeAsCreditNoteRefund: uncategorized("categorize/creditnoterefunds"),
      categorizeAsVendorCreditRefund: uncategorized("categorize/vendorcreditrefunds"),
      categorizeAsPaymentRefund: uncategorized("categorize/paymentrefunds"),
      categorizeAsVendorPaymentRefund: uncategorized("categorize/vendorpaymentrefunds"),
    },
  },
  "banktransactions/match": {
    label: "Matches of a Bank Transaction",
    keys: { list: "matching_transactions", item: "transaction", id: "transaction_id", name: "contact_name" },
    scope: "banking",
    parent: "banktransactions",
    can: "list",
    paths: { list: "banktransactions/uncategorized/{parentId}/match" },
    search:
      "transaction_type date_after date_before amount_start amount_end contact reference_number show_all_transactions",
  },
};
