import { exerciseActions } from "../../../../test/support/actions";

const recordType = "Leads";

exerciseActions("crm/metadata/layouts", {
  crmGetLayouts: () => ({ recordType }),
  crmGetCustomViews: () => ({ recordType }),
  crmGetPipelines: () => ({ recordType: "Deals" }),
});
