import { exerciseActions } from "../../../../test/support/actions";

exerciseActions("crm/settings/variables", {
  crmGetVariables: () => ({}),
  crmGetVariable: () => ({ variable: "Last_Sync" }),
  crmSetVariable: () => ({ variable: "Next_Sync", value: "2026-03-02", variableType: "date" }),
  crmRemoveVariable: () => ({ variable: "Sync_Size" }),
  crmGetVariableGroups: () => ({}),
});
