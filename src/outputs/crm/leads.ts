const converted = (details: object) => ({
  data: [
    {
      code: "SUCCESS",
      details,
      message: "The record has been converted successfully",
      status: "success",
    },
  ],
});

export const convertedExample = converted({
  Contacts: { name: "Ada Burns", id: "5725767000000524011" },
  Deals: { name: "Zylker, first order", id: "5725767000000524012" },
  Accounts: { name: "ABC Inc.", id: "5725767000000524013" },
});

export const inventoryConvertedExample = converted({
  Sales_Orders: { name: "Offer for ten locks", id: "5725767000000524014" },
});

export const conversionOptionsExample = {
  __conversion_options: {
    module_preference: null,
    Contacts: [
      {
        id: "5725767000000524011",
        Full_Name: "Ada Burns",
        Email: "ada.burns@example.com",
        Account_Name: { name: "ABC Inc.", id: "5725767000000524013" },
        $approval_state: "approved",
        $editable: true,
        Locked__s: false,
        Data_Processing_Basis: null,
      },
    ],
    Accounts: null,
    preference_field_matched_value: {
      Contacts: [
        {
          field: { api_name: "Email", field_label: "Email", unique: null, id: "5725767000000002599" },
          matched_lead_value: "ada.burns@example.com",
        },
      ],
      Accounts: null,
    },
    modules_with_multiple_layouts: null,
  },
};
