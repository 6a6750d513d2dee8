import { crmPicker } from "../../define";
import { viewableModule } from "../../inputs/modules";
import { fieldChoices } from "../../zoho/crm/metadata/choices";
import { searchableFieldChoices } from "../../zoho/crm/search/search";

export const selectField = crmPicker({
  label: "Select CRM Field",
  description: "Lists the fields of a module with their types, and says which are mandatory or read-only.",
  inputs: { recordType: viewableModule },
  call: (crm, { recordType }) => fieldChoices(crm, recordType),
  example: [{ key: "Last_Name", label: "Last Name" }],
});

export const selectSearchableField = crmPicker({
  label: "Select Searchable Field",
  description: "Lists the fields of a module by which records can be found and sorted.",
  inputs: { recordType: viewableModule },
  call: (crm, { recordType }) => searchableFieldChoices(crm, recordType),
  example: [{ key: "Last_Name", label: "Last Name" }],
});

export const selectWritableField = crmPicker({
  label: "Select Writable Field",
  description: "Lists the fields of a module that can be set on create or update.",
  inputs: { recordType: viewableModule },
  call: (crm, { recordType }) => fieldChoices(crm, recordType, true),
  example: [{ key: "Last_Name", label: "Last Name" }],
});
