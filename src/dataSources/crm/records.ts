import { crmPicker } from "../../define";
import { searchText } from "../../inputs/conditions";
import { viewableModule } from "../../inputs/modules";
import { recordChoices } from "../../zoho/crm/metadata/choices";

export const selectCrmRecord = crmPicker({
  label: "Select CRM Record",
  description:
    "Lists up to 5,000 records of a module by name, the most recently changed first, and says when there are more; Search Text narrows them.",
  inputs: { recordType: viewableModule, searchText },
  call: (crm, { recordType, searchText }) => recordChoices(crm, recordType, searchText),
  example: [{ key: "5725767000000524001", label: "Ada Burns" }],
});
