import { crmPicker } from "../../define";
import { moduleChoices } from "../../zoho/crm/metadata/choices";

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
