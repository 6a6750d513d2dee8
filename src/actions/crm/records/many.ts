import { input, structuredObjectInput } from "@prismatic-io/spectral";
import { crmAction } from "../../../define";
import { fieldMapping, manyFieldMapping, mapped, purpose } from "../../../inputs/mapping";
import {
  creatableModule,
  deletableModule,
  formLayoutId,
  updatableModule,
  upsertableModule,
  viewableModule,
} from "../../../inputs/modules";
import { dynamicValues, externalIdField, fieldValues, record, records } from "../../../inputs/records";
import {
  appendValues,
  automationInputs,
  checkInputs,
  duplicateCheckFields,
  manyInputs,
  recordIds,
  triggerWorkflow,
  uniqueField,
} from "../../../inputs/writing";
import { previewRecord } from "../../../zoho/crm/forms/preview";
import { createRecords } from "../../../zoho/crm/records/write/create";
import { removeRecords, updateRecords } from "../../../zoho/crm/records/write/update";
import { upsertRecords } from "../../../zoho/crm/records/write/upsert";
import { createdDetails, recordId, writtenDetails } from "../exampleValues";

const manyExternalIdField = input({
  ...externalIdField,
  comments:
    "The API name of the external ID field that Record IDs are values of. Leave empty when they are Zoho's own.",
});

const externalIdOfRecords = input({
  ...externalIdField,
  comments:
    "The API name of the external ID field whose value in each record says which one it is. Leave empty when each has Zoho's own id.",
});

const summary = { total: 2, succeeded: 1, failed: 1, requests: 1, credits: 1 };

/** One record that was written, and one that was not for a reason. */
const outcomesOf = (message: string, action: string, details: object, reason: object) => ({
  data: [
    { index: 0, status: "success", code: "SUCCESS", message, id: recordId, action, details },
    { index: 1, status: "error", ...reason },
  ],
  summary,
});

const manyCreatedExample = outcomesOf("record added", "insert", createdDetails, {
  code: "MANDATORY_NOT_FOUND",
  message: "required field not found: Last_Name",
  details: { api_name: "Last_Name" },
  hint: "Give this field a value.",
});

export const crmCreateRecords = crmAction({
  label: "CRM - Create Records",
  description: "Creates any number of records (bulk insert), 100 a request, and reports what became of each.",
  inputs: {
    recordType: creatableModule,
    records,
    fieldMapping: manyFieldMapping,
    uniqueField,
    ...automationInputs,
    ...checkInputs,
    ...manyInputs,
  },
  call: mapped(createRecords),
  writes: true,
  example: manyCreatedExample,
});

const unknownId = {
  code: "INVALID_DATA",
  hint: "Check the value against the field's type and limits, and that an ID belongs to a record.",
};

const manyRemovedExample = outcomesOf(
  "record deleted",
  "delete",
  { id: recordId },
  {
    ...unknownId,
    message: "record not deleted",
    id: "5725767000000999999",
    details: { id: "5725767000000999999" },
  },
);

export const crmRemoveRecords = crmAction({
  label: "CRM - Remove Records",
  description:
    "Moves any number of records to the recycle bin (bulk delete) and reports what became of each.",
  inputs: {
    recordType: deletableModule,
    externalIdField: manyExternalIdField,
    recordIds,
    triggerWorkflow,
    ...manyInputs,
  },
  call: removeRecords,
  writes: true,
  example: manyRemovedExample,
});

const manyUpdateOptions = structuredObjectInput({
  label: "Update Options",
  comments: "How records are named, and which values are added rather than replaced.",
  inputs: { externalIdField: externalIdOfRecords, appendValues },
});

const manyUpdatedExample = outcomesOf("record updated", "update", writtenDetails, {
  ...unknownId,
  message: "the id given seems to be invalid",
  details: { api_name: "id", json_path: "$.data[1].id" },
});

export const crmUpdateRecords = crmAction({
  label: "CRM - Update Records",
  description:
    "Updates any number of records (bulk update), each named by its id or by an external ID field, and reports what became of each.",
  inputs: {
    recordType: updatableModule,
    records,
    fieldMapping: manyFieldMapping,
    updateOptions: manyUpdateOptions,
    ...automationInputs,
    ...checkInputs,
    ...manyInputs,
  },
  call: mapped(updateRecords),
  writes: true,
  example: manyUpdatedExample,
});

const manyUpsertedExample = outcomesOf("record updated", "update", writtenDetails, {
  code: "INVALID_DATA",
  message: "Email: expected an e-mail address such as ada@example.com",
  details: { expected_data_type: "email", api_name: "Email" },
  hint: "Give it a value of the type email.",
});

export const crmUpsertRecords = crmAction({
  label: "CRM - Upsert Records",
  description:
    "Creates or updates any number of records (bulk upsert), 100 a request, and reports what became of each.",
  inputs: {
    recordType: upsertableModule,
    records,
    fieldMapping: manyFieldMapping,
    duplicateCheckFields,
    ...automationInputs,
    ...checkInputs,
    ...manyInputs,
  },
  call: mapped(upsertRecords),
  writes: true,
  example: manyUpsertedExample,
});

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
