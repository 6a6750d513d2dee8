import { input } from "@prismatic-io/spectral";
import { crmAction } from "../../../define";
import {
  flag,
  limitedText,
  optionalApiName,
  optionalChoice,
  optionalInteger,
  optionalObject,
  requiredApiName,
  requiredText,
  someIds,
  textList,
} from "../../../inputs/cleaners";
import { viewableModule } from "../../../inputs/modules";
import {
  createField,
  createModule,
  removeField,
  updateField,
  updateModule,
} from "../../../zoho/crm/metadata/customize";
import { written } from "../exampleValues";

const fieldTypes = {
  text: "Single Line",
  textarea: "Multi-Line",
  email: "Email",
  phone: "Phone",
  website: "URL",
  picklist: "Pick List",
  multiselectpicklist: "Multi-Select",
  date: "Date",
  datetime: "Date and Time",
  integer: "Number",
  bigint: "Long Integer",
  double: "Decimal",
  currency: "Currency",
  percent: "Percent",
  boolean: "Checkbox",
  lookup: "Lookup",
};

const fieldLabel = input({
  label: "Field Label",
  type: "string",
  placeholder: "Enter a label",
  comments: "The label of the field. Leave empty to keep it. Maximum is 25 characters.",
  example: "Order Number",
  clean: limitedText("Field Label", 25),
});

const newFieldLabel = input({
  ...fieldLabel,
  required: true,
  comments:
    "The label of the field, of which Zoho makes its API name: Order_Number of Order Number. Maximum is 25 characters.",
  clean: requiredText("Field Label"),
});

const fieldType = input({
  label: "Field Type",
  type: "string",
  required: true,
  model: Object.entries(fieldTypes).map(([value, label]) => ({ label, value })),
  comments: "What the field holds.",
  example: "text",
  clean: (value: unknown) =>
    optionalChoice("Field Type", Object.keys(fieldTypes))(requiredText("Field Type")(value)) ?? "text",
});

const fieldLength = input({
  label: "Length",
  type: "string",
  placeholder: "Enter a length",
  comments:
    "The most characters or digits that the field takes. Leave empty for Zoho's default of its type or to keep it. Maximum is 50,000.",
  example: "120",
  clean: optionalInteger("Length", 1, 50_000),
});

const picklistValues = input({
  label: "Picklist Values",
  type: "string",
  collection: "valuelist",
  placeholder: "Enter a value",
  comments: "The values of a picklist, in their order. A change adds those that the field lacks.",
  example: "Europe",
  clean: textList("Picklist Values"),
});

const unique = input({
  label: "Unique",
  type: "boolean",
  default: "false",
  comments: "When true, no two records have the same value in the field.",
  clean: flag("Unique"),
});

const lookupModule = input({
  ...viewableModule,
  label: "Lookup Module",
  required: false,
  comments: "The API name of the module that a lookup leads to. Leave empty for other types.",
  example: "Accounts",
  clean: optionalApiName("Lookup Module"),
});

const properties = input({
  label: "Field Properties",
  type: "code",
  language: "json",
  comments:
    "Further properties of the field as a JSON object, by Zoho's names. Other inputs take precedence.",
  example: '{ "tooltip": { "name": "info_icon", "value": "As on the invoice." }, "decimal_place": 2 }',
  clean: optionalObject("Field Properties"),
});

const customField = input({
  label: "Field",
  type: "string",
  required: true,
  dataSource: "selectField",
  placeholder: "Select a field",
  comments: "The API name of the field.",
  example: "Order_Number",
  clean: requiredApiName("Field"),
});

const labelOf = (label: string, comments: string, example: string) =>
  input({
    label,
    type: "string",
    required: true,
    placeholder: "Enter a label",
    comments,
    example,
    clean: requiredText(label),
  });

const singularLabel = labelOf(
  "Singular Label",
  "What one record of the module is called, in letters, digits and spaces. Maximum is 25 characters.",
  "Vehicle",
);
const pluralLabel = labelOf(
  "Plural Label",
  "What the module and its records are called, in letters, digits and spaces. Maximum is 25 characters.",
  "Vehicles",
);

const moduleApiName = input({
  label: "API Name",
  type: "string",
  required: true,
  placeholder: "Enter an API name",
  comments: "The name by which integrations name the module. Letters and digits. Maximum is 50 characters.",
  example: "Vehicles",
  clean: requiredApiName("API Name"),
});

const profileIds = input({
  label: "Profile IDs",
  type: "string",
  collection: "valuelist",
  required: true,
  dataSource: "selectProfile",
  placeholder: "Select a profile",
  comments:
    "The unique identifiers of the profiles whose users see the module, those of no other profile. Maximum is 200.",
  example: "5725767000000026011",
  clean: someIds("Profile IDs", 200),
});

const fieldInputs = { length: fieldLength, values: picklistValues, unique, properties };

export const crmCreateField = crmAction({
  label: "CRM - Create Field",
  description: "Adds a custom field to a module.",
  inputs: { recordType: viewableModule, label: newFieldLabel, fieldType, lookupModule, ...fieldInputs },
  call: createField,
  writes: true,
  example: written("fields", "5725767000001409001", "field created"),
});

export const crmUpdateField = crmAction({
  label: "CRM - Update Field",
  description: "Changes the label, the length or the picklist values of a field.",
  inputs: { recordType: viewableModule, fieldName: customField, label: fieldLabel, ...fieldInputs },
  call: updateField,
  writes: true,
  example: written("fields", "5725767000001409001", "field updated"),
});

export const crmRemoveField = crmAction({
  label: "CRM - Remove Field",
  description: "Deletes a custom field of a module, which its records lose.",
  inputs: { recordType: viewableModule, fieldName: customField },
  call: removeField,
  writes: true,
  example: written("fields", "5725767000001409001", "field deleted"),
});

export const crmCreateModule = crmAction({
  label: "CRM - Create Module",
  description: "Adds a custom module to the organization.",
  inputs: { apiName: moduleApiName, singularLabel, pluralLabel, profileIds },
  call: createModule,
  writes: true,
  example: written("modules", "5725767000001409010", "module created successfully"),
});

export const crmUpdateModule = crmAction({
  label: "CRM - Update Module",
  description: "Gives a module other labels, and says which profiles see it.",
  inputs: { recordType: viewableModule, singularLabel, pluralLabel, profileIds },
  call: updateModule,
  writes: true,
  example: written("modules", "5725767000001409010", "module updated successfully"),
});
