import { exerciseActions } from "../../../../test/support/actions";

exerciseActions("crm/settings/globalPicklists", {
  crmGetGlobalPicklists: () => ({}),
  crmSetGlobalPicklist: () => ({
    globalPicklist: "Region",
    values: ["Europe", "Africa"],
    removeOthers: true,
  }),
  crmRemoveGlobalPicklist: () => ({ globalPicklist: "Region" }),
  crmReplacePicklistValue: () => ({ globalPicklist: "Region", oldValue: "Asia", newValue: "Europe" }),
});
