import { activity, type RecordTypeRows } from "./row";

/**
 * The ledger: accounts, journals, adjustments and fixed assets.
 * @see https://www.zoho.com/books/api/v3/chart-of-accounts/
 */
export const accountingTypes: RecordTypeRows = {
  chartofaccounts: {
    label: "Chart of Accounts",
    keys: { list: "chartofaccounts", item: "chart_of_account", id: "account_id", name: "account_name" },
    scope: "accountants",
    search: "showbalance",
    sort: "account_name account_type",
    timeField: "last_modified_time",
    filtersByTime: true,
    actions: activity,
  },
  "chartofaccounts/transactions": {
    label: "Transactions of an Account",
    keys: { list: "transactions", item: "transaction", id: "transaction_id", name: "payee" },
    scope: "accountants",
    parent: "chartofaccounts",
    parentParam: "account_id",
    can: "list remove",
    search: "account_id date amount transaction_type",
    sort: "account_name account_type",
  },
  journals: {
    label: "Journals",
    keys: { list: "journals", item: "journal", id: "journal_id", name: "entry_number" },
    scope: "accountants",
    search: "entry_number reference_number date notes total customer_id vendor_id",
    sort: "journal_date entry_number reference_number total last_modified_time",
    timeField: "last_modified_time",
    filtersByTime: true,
    actions: { publish: "status/publish" },
    file: { path: "attachment", can: "create" },
    comments: "create remove",
  },
  basecurrencyadjustment: {
    label: "Base Currency Adjustments",
    keys: {
      list: "base_currency_adjustments",
      item: "data",
      id: "base_currency_adjustment_id",
      name: "adjustment_date",
    },
    scope: "accountants",
    can: "list get create remove",
    sort: "adjustment_date exchange_rate currency_code debit_or_credit gain_or_loss",
    filtersByTime: true,
  },
  "settings/openingbalances": {
    label: "Opening Balances",
    keys: { list: "opening_balance", item: "opening_balance", id: "opening_balance_id", name: "date" },
    scope: "settings",
    paths: {
      get: "settings/openingbalances",
      update: "settings/openingbalances",
      remove: "settings/openingbalances",
    },
  },
  fixedassets: {
    label: "Fixed Assets",
    keys: { list: "fixedassets", item: "fixed_asset", id: "fixed_asset_id", name: "asset_name" },
    scope: "fixedasset",
    sort: "asset_name asset_number asset_cost created_time current_asset_value",
    actions: {
      markActive: "status/active",
      cancel: "status/cancel",
      markDraft: "status/draft",
      writeOff: "writeoff",
      sell: "sell",
    },
    comments: "create remove",
  },
  "fixedassets/history": {
    label: "History of a Fixed Asset",
    keys: { list: "asset_history", item: "valuation", id: "valuation_id", name: "description" },
    scope: "fixedasset",
    parent: "fixedassets",
    can: "list",
  },
  "fixedassets/forecast": {
    label: "Forecast of a Fixed Asset",
    keys: { list: "data", item: "valuation", id: "valuation_date", name: "valuation_date" },
    scope: "fixedasset",
    parent: "fixedassets",
    can: "list",
  },
  fixedassettypes: {
    label: "Fixed Asset Types",
    keys: {
      list: "fixed_asset_types",
      item: "fixed_asset_type",
      id: "fixed_asset_type_id",
      name: "fixed_asset_type_name",
    },
    scope: "fixedasset",
    can: "list create update remove",
  },
};

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
