import { crmAction } from "../../../define";
import { fieldMapping, purpose } from "../../../inputs/mapping";
import { formLayoutId, viewableModule } from "../../../inputs/modules";
import { dynamicValues, fieldValues, record } from "../../../inputs/records";
import { previewRecord } from "../../../zoho/crm/forms/preview";

const previewExample = {
  valid: true,
  record: { Last_Name: "Burns", Annual_Revenue: 250000 },
  values: [
    { field: "Last_Name", given: "Burns", value: "Burns", outcome: "unchanged", message: "" },
    { field: "Annual_Revenue", given: "250000", value: 250000, outcome: "converted", message: "" },
  ],
  problems: [
    {
      code: "MANDATORY_NOT_FOUND",
      message: "required field not found: Company",
      details: { api_name: "Company" },
    },
  ],
  warnings: ["Modified_Time is read-only and was left out."],
};

export const crmPreviewRecord = crmAction({
  label: "CRM - Preview Record",
  description:
    "Returns a record as a create or update would send it, without sending it: through a field mapping, each value with what becomes of it, and all that would be refused.",
  inputs: {
    recordType: viewableModule,
    fieldValues,
    dynamicValues,
    record,
    fieldMapping,
    layoutId: formLayoutId,
    purpose,
  },
  call: previewRecord,
  example: previewExample,
});
