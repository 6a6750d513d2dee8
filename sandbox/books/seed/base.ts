/** The currencies of a new organisation; `rate` is what one unit is worth in the base currency. */
export const currencies = [
  {
    currency_code: "USD",
    currency_symbol: "$",
    currency_format: "1,234,567.89",
    is_base_currency: true,
    rate: 1,
  },
  {
    currency_code: "EUR",
    currency_symbol: "€",
    currency_format: "1.234.567,89",
    is_base_currency: false,
    rate: 1.08,
  },
  {
    currency_code: "GBP",
    currency_symbol: "£",
    currency_format: "1,234,567.89",
    is_base_currency: false,
    rate: 1.27,
  },
  {
    currency_code: "INR",
    currency_symbol: "₹",
    currency_format: "12,34,567.89",
    is_base_currency: false,
    rate: 0.012,
  },
  {
    currency_code: "JPY",
    currency_symbol: "¥",
    currency_format: "1,234,567",
    is_base_currency: false,
    rate: 0.0067,
  },
  {
    currency_code: "KWD",
    currency_symbol: "KD",
    currency_format: "1,234,567.891",
    is_base_currency: false,
    rate: 3.25,
  },
];

export const taxes = [
  { tax_name: "Standard Rate", tax_percentage: 20, tax_type: "tax" },
  { tax_name: "Reduced Rate", tax_percentage: 5, tax_type: "tax" },
  { tax_name: "Zero Rate", tax_percentage: 0, tax_type: "tax" },
  { tax_name: "State Tax", tax_percentage: 6.25, tax_type: "tax" },
  { tax_name: "City Levy", tax_percentage: 1.5, tax_type: "compound_tax" },
];

/** The chart of accounts of a new organisation, by name and type. */
export const accounts = [
  ["Sales", "income"],
  ["General Income", "income"],
  ["Interest Income", "other_income"],
  ["Shipping Charge", "income"],
  ["Discount", "income"],
  ["Accounts Receivable", "accounts_receivable"],
  ["Accounts Payable", "accounts_payable"],
  ["Undeposited Funds", "cash"],
  ["Petty Cash", "cash"],
  ["Tax Payable", "other_current_liability"],
  ["Unearned Revenue", "other_current_liability"],
  ["Opening Balance Adjustments", "other_current_liability"],
  ["Mortgages", "long_term_liability"],
  ["Owner's Equity", "equity"],
  ["Retained Earnings", "equity"],
  ["Furniture and Equipment", "fixed_asset"],
  ["Inventory Asset", "stock"],
  ["Cost of Goods Sold", "cost_of_goods_sold"],
  ["Rent Expense", "expense"],
  ["Office Supplies", "expense"],
  ["Travel Expense", "expense"],
  ["Depreciation Expense", "expense"],
  ["Bad Debt", "expense"],
  ["Bank Fees and Charges", "expense"],
  ["Exchange Gain or Loss", "other_expense"],
] as const;

export const bankAccounts = [
  {
    account_name: "Operating Account",
    account_type: "bank",
    account_number: "80000009823",
    bank_name: "Xavier Bank",
  },
  { account_name: "Company Card", account_type: "credit_card", account_number: "4111000011112222" },
];
