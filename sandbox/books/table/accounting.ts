import {
  bankAccounts,
  bankTransactions,
  chartOfAccounts,
  currencyAdjustments,
  journals,
} from "../rules/accounting";
import { fixedAssets } from "../rules/assets";
import { fields } from "./fields";
import type { RecordType } from "./recordType";

const assetTerms = `expense_account_id depreciation_account_id depreciation_method depreciation_frequency
  depreciation_percentage total_life salvage_value computation_type`;
const stretches = "All Today ThisWeek ThisMonth ThisQuarter ThisYear".split(" ");

export const accountingTypes: RecordType[] = [
  {
    path: "chartofaccounts",
    area: "accountants",
    keys: ["chartofaccounts", "chart_of_account", "account_id"],
    noun: "Account",
    messages: [
      "The account has been created.",
      "The details of the account have been updated.",
      "The account has been deleted.",
    ],
    required: "account_name account_type",
    fields: fields.accounts,
    filters: "last_modified_time",
    filterBy: `AccountType.All AccountType.Active AccountType.Inactive AccountType.Asset AccountType.Liability
      AccountType.Equity AccountType.Income AccountType.Expense`,
    defaultFilter: "AccountType.Active",
    perPage: 5000,
    sort: "account_name account_type",
    order: "account_name A",
    customFields: true,
    rules: chartOfAccounts,
  },
  {
    path: "bankaccounts",
    area: "banking",
    keys: ["bankaccounts", "bankaccount", "account_id"],
    noun: "Account",
    messages: [
      "The account has been created.",
      "The details of the account have been updated.",
      "The account has been deleted.",
    ],
    required: "account_name account_type",
    fields: fields.bankAccounts,
    filterBy: "Status.All Status.Active Status.Inactive",
    sort: "account_name account_type account_code",
    order: "account_name A",
    rules: bankAccounts,
  },
  {
    path: "bankaccounts/rules",
    area: "banking",
    keys: ["rules", "rule", "rule_id"],
    noun: "Rule",
    messages: [
      "The bank rule has been created.",
      "The bank rule has been updated.",
      "The rule has been deleted.",
    ],
    required: "rule_name target_account_id apply_to criteria_type criterion record_as",
    fields: fields.bankRules,
    filters: "account_id",
    whole: true,
    order: "created_time A",
    rules: {
      complete: (draft) => {
        // A rule is listed under the account whose transactions it looks at.
        draft.account_id ??= draft.target_account_id;
      },
    },
  },
  {
    path: "banktransactions",
    area: "banking",
    keys: ["banktransactions", "banktransaction", "transaction_id"],
    noun: "Transaction",
    messages: [
      "The bank transaction has been recorded.",
      "The bank transaction has been updated.",
      "The transaction has been deleted.",
    ],
    required: "transaction_type",
    fields: fields.bankTransactions,
    filters: "account_id transaction_type date amount reference_number",
    ignoredFilters: "date_start date_end",
    filterBy: `Status.All Status.Uncategorized Status.Categorized Status.ManuallyAdded Status.Excluded Status.Matched`,
    statuses: "all uncategorized manually_added matched excluded categorized",
    search: "reference_number description customer_name",
    sort: "date",
    order: "date D",
    rules: bankTransactions,
  },
  {
    path: "journals",
    area: "accountants",
    keys: ["journals", "journal", "journal_id"],
    noun: "Journal",
    messages: [
      "The journal entry has been created.",
      "The journal entry has been updated.",
      "The selected journal entry has been deleted.",
    ],
    required: "journal_date line_items",
    fields: fields.journals,
    filters: "entry_number reference_number date notes last_modified_time total customer_id vendor_id",
    filterBy: stretches.map((stretch) => `JournalDate.${stretch}`).join(" "),
    sort: "journal_date entry_number reference_number total last_modified_time",
    number: { field: "entry_number", prefix: "", digits: 1, given: "free" },
    customFields: true,
    rules: journals,
  },
  {
    path: "basecurrencyadjustment",
    area: "accountants",
    keys: ["base_currency_adjustments", "data", "base_currency_adjustment_id"],
    noun: "Base currency adjustment",
    messages: [
      "The adjustment has been made. The account balances will now reflect the adjustment.",
      null,
      "The selected base currency adjustment has been deleted.",
    ],
    required: "currency_id adjustment_date exchange_rate notes",
    fields: fields.currencyAdjustments,
    filters: "last_modified_time",
    filterBy: stretches.map((stretch) => `Date.${stretch}`).join(" "),
    sort: "adjustment_date exchange_rate currency_code debit_or_credit gain_or_loss",
    rules: currencyAdjustments,
  },
  {
    path: "fixedassets",
    area: "fixedasset",
    keys: ["fixedassets", "fixed_asset", "fixed_asset_id"],
    noun: "Fixed asset",
    messages: [
      "The fixed asset has been created.",
      "The fixed asset has been updated.",
      "The selected fixed asset has been deleted.",
    ],
    required: "asset_name fixed_asset_type_id asset_account_id asset_cost asset_purchase_date",
    fields: fields.fixedAssets,
    filterBy: `Status.All Status.Active Status.Cancel Status.FullyDepreciated Status.WriteOff Status.Sold Status.Draft`,
    sort: "asset_name asset_number asset_cost created_time current_asset_value",
    number: { field: "asset_number", prefix: "FA-", digits: 5, given: "free" },
    customFields: true,
    rules: fixedAssets,
  },
  {
    path: "fixedassettypes",
    area: "fixedasset",
    keys: ["fixed_asset_types", "fixed_asset_type", "fixed_asset_type_id"],
    noun: "Fixed asset type",
    messages: [
      "The fixed asset type has been created.",
      "The fixed asset type has been update.",
      "The selected fixed asset type has been deleted.",
    ],
    required: `fixed_asset_type_name ${assetTerms}`,
    fields: fields.fixedAssetTypes,
    at: { get: null },
    order: "created_time A",
  },
];
