import { zohoAction } from "../../define";
import { getOrganizations } from "../../zoho/books/organizations";

const organizationsExample = {
  code: 0,
  message: "success",
  organizations: [
    {
      organization_id: "10229182",
      name: "Zillium Inc",
      contact_name: "John Smith",
      email: "john.smith@example.com",
      is_default_org: true,
      language_code: "en",
      account_created_date: "2024-01-08",
      time_zone: "PST",
      is_dst_active: false,
      date_format: "dd MMM yyyy",
      field_separator: " ",
      industry_type: "",
      industry_size: "",
      company_id_label: "",
      company_id_value: "",
      tax_id_label: "",
      tax_id_value: "",
      org_settings: { is_org_active: true },
      fiscal_year_start_month: "1",
      country_code: "US",
      country_name: "U.S.A",
      portal_name: "zilliuminc",
      plan_type: 10,
      plan_name: "PREMIUM",
      plan_period: "Monthly",
      currency_id: "982000000000190",
      currency_code: "USD",
      currency_symbol: "$",
      currency_format: "1,234,567.89",
      price_precision: 2,
    },
  ],
};

export const booksGetOrganizations = zohoAction({
  label: "Books - Get Organizations",
  description: "Returns the Zoho Books organizations that the connected user belongs to.",
  inputs: {},
  call: ({ books }) => getOrganizations(books().transport),
  example: organizationsExample,
});
