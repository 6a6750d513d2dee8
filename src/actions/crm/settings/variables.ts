import { input } from "@prismatic-io/spectral";
import { crmAction } from "../../../define";
import { limitedText, optionalChoice, optionalText, requiredText } from "../../../inputs/cleaners";
import {
  getVariable,
  getVariableGroups,
  getVariables,
  removeVariable,
  setVariable,
} from "../../../zoho/crm/settings/variables";
import { written } from "../exampleValues";

const variableTypes = {
  text: "Text",
  textarea: "Long Text",
  integer: "Integer",
  long: "Long Integer",
  double: "Decimal",
  percent: "Percent",
  currency: "Currency",
  date: "Date",
  datetime: "Date and Time",
  email: "Email",
  phone: "Phone",
  url: "URL",
  boolean: "Boolean",
};

const variable = input({
  label: "Variable",
  type: "string",
  required: true,
  dataSource: "selectVariable",
  placeholder: "Select a variable",
  comments: "The API name or the unique identifier of the variable.",
  example: "Last_Sync",
  clean: requiredText("Variable"),
});

const setVariableName = input({
  ...variable,
  comments:
    "The API name or the unique identifier of the variable. A variable of this API name is created if there is none.",
});

const value = input({
  label: "Value",
  type: "string",
  placeholder: "Enter a value",
  comments:
    "The value of the variable as text, such as 42, true, 2026-03-01 or 2026-03-01T09:00:00+01:00. Leave empty to clear it.",
  example: "2026-03-01T09:00:00+01:00",
  clean: (given: unknown) => optionalText("Value")(given) ?? "",
});

const variableType = input({
  label: "Variable Type",
  type: "string",
  model: Object.entries(variableTypes).map(([type, label]) => ({ label, value: type })),
  comments: "The type of a variable that is created. Leave empty for text. A known variable keeps its type.",
  example: "text",
  clean: optionalChoice("Variable Type", Object.keys(variableTypes)),
});

const variableGroup = input({
  label: "Variable Group",
  type: "string",
  placeholder: "Enter a group",
  comments:
    "The name or the unique identifier of the group of a variable that is created. Leave empty for the first group.",
  example: "General",
  clean: optionalText("Variable Group"),
});

const description = input({
  label: "Description",
  type: "string",
  placeholder: "Enter a description",
  comments: "What a variable that is created is for. Maximum is 250 characters.",
  example: "When leads were last sent to the warehouse.",
  clean: limitedText("Description", 250),
});

const id = "5725767000000110001";

const variablesExample = {
  variables: [
    {
      id,
      api_name: "Last_Sync",
      name: "Last Sync",
      type: "text",
      value: "2026-03-01T08:00:00Z",
      description: null,
      read_only: false,
      source: "crm",
      variable_group: { api_name: "General", id: "5725767000000100001" },
    },
  ],
};

const writtenExample = (message: string) => written("variables", id, message);

export const crmGetVariables = crmAction({
  label: "CRM - Get Variables",
  description: "Returns the variables of the organization with their values.",
  inputs: {},
  call: getVariables,
  example: variablesExample,
});

export const crmGetVariable = crmAction({
  label: "CRM - Get Variable",
  description: "Returns a variable of the organization with its value.",
  inputs: { variable },
  call: getVariable,
  example: variablesExample,
});

export const crmSetVariable = crmAction({
  label: "CRM - Set Variable",
  description: "Gives a variable of the organization a value, and creates the variable if there is none.",
  inputs: { variable: setVariableName, value, variableType, variableGroup, description },
  call: setVariable,
  writes: true,
  example: writtenExample("variable updated"),
});

export const crmRemoveVariable = crmAction({
  label: "CRM - Remove Variable",
  description: "Deletes a variable of the organization.",
  inputs: { variable },
  call: removeVariable,
  writes: true,
  example: writtenExample("variable deleted"),
});

export const crmGetVariableGroups = crmAction({
  label: "CRM - Get Variable Groups",
  description: "Returns the groups that the variables of the organization are in.",
  inputs: {},
  call: getVariableGroups,
  example: {
    variable_groups: [
      {
        id: "5725767000000100001",
        rid: "6a1f0c52-4f0e-4c55-9d3b-000000000000",
        api_name: "General",
        name: "General",
        display_label: "General",
        description: null,
        source: "crm",
      },
    ],
  },
});
