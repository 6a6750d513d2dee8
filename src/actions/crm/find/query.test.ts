import { exerciseActions } from "../../../../test/support/actions";

exerciseActions("crm/find/query", {
  crmRunQuery: () => ({
    query: "select Last_Name, Email from Leads where Company != :company limit 3",
    parameters: [{ key: "company", value: "Nobody" }],
  }),
});
