import { exerciseActions } from "../../../../test/support/actions";

exerciseActions("crm/settings/reference", {
  crmGetEmailTemplates: () => ({ recordType: "Leads" }),
  crmGetInventoryTemplates: () => ({}),
  crmGetGlobalPicklists: () => ({}),
  crmGetAssignmentRules: () => ({ recordType: "Leads" }),
  crmGetBusinessHours: () => ({}),
  crmGetHolidays: () => ({ year: 2026 }),
  crmGetFiscalYear: () => ({}),
  crmGetFeatures: () => ({}),
  crmSetGlobalPicklist: () => ({
    globalPicklist: "Region",
    values: ["Europe", "Africa"],
    removeOthers: true,
  }),
  crmRemoveGlobalPicklist: () => ({ globalPicklist: "Region" }),
  crmReplacePicklistValue: () => ({ globalPicklist: "Region", oldValue: "Asia", newValue: "Europe" }),
});
