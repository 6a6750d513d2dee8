import { exerciseActions } from "../../../../test/support/actions";

const recordType = "Leads";

exerciseActions("crm/metadata/modules", {
  crmGetModules: () => ({}),
  crmGetModule: () => ({ recordType }),
  crmGetRelatedLists: () => ({ recordType }),
});
