import { crmPicker, zohoPicker } from "../../define";
import { operationSearch, pickedOperation } from "../../inputs/conditions";
import { viewableModule } from "../../inputs/modules";
import { fieldChoices, moduleChoices } from "../../zoho/crm/metadata/choices";
import { bodyTemplates, operationChoices } from "../../zoho/crm/raw";
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

export const selectCrmOperation = zohoPicker({
  label: "Select CRM Operation",
  description:
    "Lists every operation of Zoho CRM with its scope, credits and parameters; Search Text narrows them.",
  inputs: { searchText: operationSearch },
  call: (_, { searchText }) => operationChoices(searchText),
  example: [
    {
      key: "GET /settings/roles/{role}",
      label: "Roles: get role: GET /settings/roles/{role} (1 credit, scope ZohoCRM.settings.roles.READ)",
    },
  ],
});

export const selectCrmBody = zohoPicker({
  label: "Select CRM Request Body",
  description:
    "Gives a template of the body that an operation of Zoho CRM takes: JSON with the keys that it needs and some of the others. Lists nothing for one that takes no body.",
  inputs: { operation: pickedOperation },
  call: (_, { operation }) => bodyTemplates(operation),
  example: [
    { key: '{ "contact_roles": [{ "name": "text" }] }', label: '{"contact_roles":[{"name":"text"}]}' },
  ],
});
