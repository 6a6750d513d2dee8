import { crmAction } from "../../../define";
import { fieldMapping, mapped } from "../../../inputs/mapping";
import { creatableModule, deletableModule, updatableModule, upsertableModule } from "../../../inputs/modules";
import { externalIdField, records } from "../../../inputs/records";
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
import { createRecords } from "../../../zoho/crm/records/write/create";
import { removeRecords, updateRecords } from "../../../zoho/crm/records/write/update";
import { upsertRecords } from "../../../zoho/crm/records/write/upsert";

const summary = { total: 2, succeeded: 1, failed: 1, requests: 1, credits: 1 };

const outcomesOf = (message: string, action: string) => ({
  data: [
    { index: 0, status: "success", code: "SUCCESS", message, id: "5725767000000524001", action, details: {} },
    {
      index: 1,
      status: "error",
      code: "MANDATORY_NOT_FOUND",
      message: "required field not found: Last_Name",
      details: { api_name: "Last_Name" },
    },
  ],
  summary,
});

const manyCreatedExample = outcomesOf("record added", "insert");

export const crmCreateRecords = crmAction({
  label: "CRM - Create Records",
  description: "Creates any number of records (bulk insert), 100 a request, and reports what became of each.",
  inputs: {
    recordType: creatableModule,
    records,
    fieldMapping,
    uniqueField,
    ...automationInputs,
    ...checkInputs,
    ...manyInputs,
  },
  call: mapped(createRecords),
  writes: true,
  example: manyCreatedExample,
});

const manyRemovedExample = outcomesOf("record deleted", "delete");

export const crmRemoveRecords = crmAction({
  label: "CRM - Remove Records",
  description: "Moves any number of records to the recycle bin and reports what became of each.",
  inputs: { recordType: deletableModule, externalIdField, recordIds, triggerWorkflow, ...manyInputs },
  call: removeRecords,
  writes: true,
  example: manyRemovedExample,
});

const manyUpdatedExample = outcomesOf("record updated", "update");

export const crmUpdateRecords = crmAction({
  label: "CRM - Update Records",
  description:
    "Updates any number of records, each named by its id or by an external ID field, and reports what became of each.",
  inputs: {
    recordType: updatableModule,
    records,
    fieldMapping,
    externalIdField,
    appendValues,
    ...automationInputs,
    ...checkInputs,
    ...manyInputs,
  },
  call: mapped(updateRecords),
  writes: true,
  example: manyUpdatedExample,
});

export const crmUpsertRecords = crmAction({
  label: "CRM - Upsert Records",
  description:
    "Creates or updates any number of records (bulk upsert), 100 a request, and reports what became of each.",
  inputs: {
    recordType: upsertableModule,
    records,
    fieldMapping,
    duplicateCheckFields,
    ...automationInputs,
    ...checkInputs,
    ...manyInputs,
  },
  call: mapped(upsertRecords),
  writes: true,
  example: manyUpdatedExample,
});
