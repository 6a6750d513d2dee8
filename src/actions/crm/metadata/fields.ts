import { crmAction } from "../../../define";
import { fieldName, viewableModule } from "../../../inputs/modules";
import { readFields } from "../../../zoho/crm/metadata/modules";
import { getPicklistValues } from "../../../zoho/crm/metadata/settings";

const fieldsExample = {
  fields: [
    {
      id: "5725767000000002595",
      api_name: "Last_Name",
      field_label: "Last Name",
      data_type: "text",
      json_type: "string",
      length: 80,
      system_mandatory: true,
      read_only: false,
      field_read_only: false,
      custom_field: false,
      operation_type: { web_update: true, api_create: true, web_create: true, api_update: true },
    },
  ],
};

export const crmGetFields = crmAction({
  label: "CRM - Get Fields",
  description: "Returns the fields of a module with their types, limits and picklist values.",
  inputs: { recordType: viewableModule },
  call: async (crm, { recordType }) => ({ fields: await readFields(crm, recordType) }),
  example: fieldsExample,
});

const picklistValuesExample = {
  pick_list_values: [
    {
      display_value: "Contacted",
      sequence_number: 1,
      reference_value: "Contacted",
      colour_code: null,
      actual_value: "Contacted",
      id: "5725767000000002038",
      type: "used",
      layout_associations: [{ api_name: "Standard__s", name: "Standard", id: "5725767000000091055" }],
    },
  ],
};

export const crmGetPicklistValues = crmAction({
  label: "CRM - Get Picklist Values",
  description: "Returns the values of a picklist field with their colors and layouts.",
  inputs: { recordType: viewableModule, fieldName },
  call: getPicklistValues,
  example: picklistValuesExample,
});
