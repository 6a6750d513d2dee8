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
      time_zone: "PST",
      org_settings: { is_org_active: true },
      fiscal_year_start_month: "1",
      country_code: "US",
      portal_name: "zilliuminc",
      plan_name: "PREMIUM",
      currency_id: "982000000000190",
      currency_code: "USD",
      currency_symbol: "$",
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
