import { exerciseActions } from "../../../../test/support/actions";

exerciseActions("crm/settings/reference", {
  crmGetEmailTemplates: () => ({ recordType: "Leads" }),
  crmGetInventoryTemplates: () => ({}),
  crmGetAssignmentRules: () => ({ recordType: "Leads" }),
  crmGetBusinessHours: () => ({}),
  crmGetHolidays: () => ({ year: 2026 }),
  crmGetFiscalYear: () => ({}),
  crmGetFeatures: () => ({}),
});
