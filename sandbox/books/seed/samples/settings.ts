import { number, type Samples } from "./sample";

/** What an organisation sets up first. */
export const settingSamples: Samples = {
  "settings/currencies": {
    count: 0,
    body: (index) => ({ currency_code: `X${number(index)}`, currency_format: "1,234.56" }),
  },
  "settings/currencies/exchangerates": {
    count: 0,
    parent: (make) => make.some("settings/currencies", "currency_id", (row) => row.is_base_currency !== true),
    body: (index, make) => ({ effective_date: make.date(-index - 1), rate: 1 + index / 1000 }),
  },
  "settings/taxes": {
    count: 0,
    body: (index) => ({ tax_name: `Tax ${number(index)}`, tax_percentage: index % 25 }),
  },
  "settings/taxgroups": {
    count: 1,
    body: (index, make) => {
      const taxes = ["State Tax", "City Levy"].map((name) =>
        make.some("settings/taxes", "tax_id", (row) => row.tax_name === name),
      );
      return { tax_group_name: `State and City ${number(index)}`, taxes: taxes.join(",") };
    },
  },
  "settings/taxauthorities": {
    count: 1,
    body: (index) => ({ tax_authority_name: `Revenue Office ${number(index)}` }),
  },
  "settings/taxexemptions": {
    count: 1,
    body: (index) => ({ tax_exemption_code: `RESALE ${number(index)}`, type: "customer" }),
  },
  "settings/webhooks": {
    count: 0,
    body: (index) => ({
      webhook_name: `Webhook ${number(index)}`,
      entity: "customer",
      url: `https://hooks.example.com/${number(index)}`,
    }),
  },
  "settings/workflows": {
    count: 0,
    body: (index) => ({
      workflow_name: `Rule ${number(index)}`,
      entity: "customer",
      rule_type: "add_edit",
      instant_actions: [],
    }),
  },
  locations: { count: 0, body: (index) => ({ location_name: `Branch ${number(index)}` }) },
  users: {
    count: 2,
    body: (index) => ({ name: `Colleague ${number(index)}`, email: `colleague${index + 1}@example.com` }),
  },
  employees: {
    count: 2,
    body: (index) => ({ name: `Employee ${number(index)}`, email: `employee${index + 1}@example.com` }),
  },
  chartofaccounts: {
    count: 0,
    body: (index) => ({ account_name: `Account ${number(index)}`, account_type: "expense" }),
  },
  bankaccounts: {
    count: 0,
    body: (index) => ({ account_name: `Bank ${number(index)}`, account_type: "bank" }),
  },
  "bankaccounts/rules": {
    count: 1,
    body: (index, make) => {
      const account_id = make.some("bankaccounts", "account_id");
      const criterion = [{ field: "payee", comparator: "contains", value: "rent" }];
      const what = { apply_to: "withdrawals", criteria_type: "or", criterion, record_as: "expense" };
      return { rule_name: `Rule ${number(index)}`, target_account_id: account_id, account_id, ...what };
    },
  },
};
