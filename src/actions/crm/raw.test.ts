import { exerciseActions } from "../../../test/support/actions";

exerciseActions("crm/raw", {
  crmRawRequest: () => ({
    url: "/crm/v8/Leads",
    method: "GET",
    queryParams: [
      { key: "fields", value: "Last_Name" },
      { key: "per_page", value: "2" },
    ],
  }),
});
