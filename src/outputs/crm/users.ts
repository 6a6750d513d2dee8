export const organizationExample = {
  org: [
    {
      id: "5725767000000012345",
      zgid: "60012345678",
      company_name: "Zylker Corporation",
      primary_email: "patricia.boyle@example.com",
      country_code: "US",
      currency: "US Dollar - USD",
      currency_symbol: "$",
      iso_code: "USD",
      time_zone: "America/Los_Angeles",
      license_details: { paid_type: "enterprise", paid: true, users_license_purchased: 10 },
    },
  ],
};
