import { crmPicker } from "../../define";
import { viewableModule } from "../../inputs/modules";
import { fieldChoices, moduleChoices } from "../../zoho/crm/metadata/choices";
import { searchableFieldChoices } from "../../zoho/crm/search/search";

export const selectConvertableModule = crmPicker({
  label: "Select Convertable Module",
  description: "Lists the modules whose records can be converted.",
  inputs: {},
  call: (crm) => moduleChoices(crm, "convertable"),
  example: [{ key: "Leads", label: "Leads" }],
});

export const selectCreatableModule = crmPicker({
  label: "Select Creatable Module",
  description: "Lists the modules in which records can be created, custom modules included.",
  inputs: {},
  call: (crm) => moduleChoices(crm, "creatable"),
  example: [{ key: "Leads", label: "Leads" }],
});

export const selectDeletableModule = crmPicker({
  label: "Select Deletable Module",
  description: "Lists the modules from which records can be removed, custom modules included.",
  inputs: {},
  call: (crm) => moduleChoices(crm, "deletable"),
  example: [{ key: "Leads", label: "Leads" }],
});

export const selectUpdatableModule = crmPicker({
  label: "Select Updatable Module",
  description: "Lists the modules whose records can be updated, custom modules included.",
  inputs: {},
  call: (crm) => moduleChoices(crm, "editable"),
  example: [{ key: "Leads", label: "Leads" }],
});

export const selectUpsertableModule = crmPicker({
  label: "Select Upsertable Module",
  description: "Lists the modules in which records can be both created and updated, custom modules included.",
  inputs: {},
  call: (crm) => moduleChoices(crm, "creatable", "editable"),
  example: [{ key: "Leads", label: "Leads" }],
});

export const selectViewableModule = crmPicker({
  label: "Select CRM Module",
  description: "Lists the modules whose records can be read, custom modules included.",
  inputs: {},
  call: (crm) => moduleChoices(crm, "viewable"),
  example: [{ key: "Leads", label: "Leads" }],
});

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
