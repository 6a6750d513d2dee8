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
});
