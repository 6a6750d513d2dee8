import { crmPicker } from "../../define";
import { viewableModule } from "../../inputs/modules";
import { searchText } from "../../inputs/query";
import { recordChoices } from "../../zoho/crm/metadata/recordChoices";

export const selectCrmRecord = crmPicker({
  label: "Select Record",
  description: "Lists up to 200 records of a module by name, the most recently changed first.",
  inputs: { recordType: viewableModule, searchText },
  call: (crm, { recordType, searchText }) => recordChoices(crm, recordType, searchText),
  example: [{ key: "5725767000000524001", label: "Ada Burns" }],
});
