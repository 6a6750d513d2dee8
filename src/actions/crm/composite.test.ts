import { exerciseActions } from "../../../test/support/actions";

exerciseActions("crm/composite", {
  crmCompositeRequest: () => ({
    parts: [
      {
        id: "account",
        method: "POST",
        path: "Accounts",
        body: { data: [{ Account_Name: "Zylker" }] },
      },
      {
        method: "POST",
        path: "Contacts",
        body: { data: [{ Last_Name: "Burns", Account_Name: { id: "@{account:$.data[0].details.id}" } }] },
      },
    ],
  }),
});
