import { input } from "@prismatic-io/spectral";
import { crmAction } from "../../../define";
import { requiredApiName, requiredText } from "../../../inputs/cleaners";
import { debugRequest } from "../../../inputs/connection";
import { asMapped, fieldMapping, mapped } from "../../../inputs/mapping";
import { creatableModule, deletableModule, updatableModule, upsertableModule } from "../../../inputs/modules";
import {
  dynamicValues,
  externalIdField,
  fieldValues,
  ownRecordId,
  record,
  recordId,
} from "../../../inputs/records";
import {
  automationInputs,
  checkInputs,
  duplicateCheckFields,
  ownAutomation,
  triggerWorkflow,
  uniqueField,
  updateOptions,
} from "../../../inputs/writing";
import { cloneRecord } from "../../../zoho/crm/records/clone";
import { createRecord } from "../../../zoho/crm/records/write/create";
import { removeRecord, updateRecord } from "../../../zoho/crm/records/write/update";
import { findOrCreateRecord, upsertRecord } from "../../../zoho/crm/records/write/upsert";
import { createdDetails, recordExample, user, writtenDetails } from "../exampleValues";

const cloneValues = {
  fieldValues: input({
    ...fieldValues,
    comments:
      "The fields, by API name or label, and values in which the new record differs. A unique field needs a value of its own.",
  }),
  dynamicValues,
  record,
};

const matchField = input({
  label: "Match Field",
  type: "string",
  required: true,
  dataSource: "selectField",
  placeholder: "Select a field",
  comments:
    "The API name of the field by which to look for an existing record. A field that Zoho keeps unique is best: only by one can a record be found again when the answer to its creation is lost.",
  example: "Email",
  clean: requiredApiName("Match Field"),
});

const matchValue = input({
  label: "Match Value",
  type: "string",
  required: true,
  placeholder: "Enter a value",
  comments: "The value that the field must equal. A new record gets it too.",
  example: "ada.burns@example.com",
  clean: requiredText("Match Value"),
});

const written = (message: string, details: object = writtenDetails) => ({
  code: "SUCCESS",
  details,
  message,
  status: "success",
});

const createdExample = { data: [written("record added", createdDetails)] };

export const crmCloneRecord = crmAction({
  label: "CRM - Clone Record",
  description: "Creates a record with the values of another, but for those that are given.",
  inputs: {
    recordType: creatableModule,
    recordId: ownRecordId,
    ...cloneValues,
    ...ownAutomation,
  },
  call: cloneRecord,
  writes: true,
  example: createdExample,
});

export const crmCreateRecord = crmAction({
  label: "CRM - Create Record",
  description:
    "Creates a record in a module: a lead, contact, account, deal, task, meeting (event), call, product, quote, order, invoice, case or a record of a custom module.",
  inputs: {
    recordType: creatableModule,
    fieldValues,
    dynamicValues,
    record,
    fieldMapping,
    uniqueField,
    ...automationInputs,
    ...checkInputs,
    debugRequest,
  },
  call: mapped(createRecord),
  writes: true,
  example: createdExample,
});

const foundOrCreatedExample = {
  created: false,
  id: "5725767000000524001",
  data: recordExample.data.map((record) => ({ ...record, Owner: user })),
};

export const crmFindOrCreateRecord = crmAction({
  label: "CRM - Find or Create Record",
  description:
    "Returns the record whose field has a value, or creates it, and says which. Converted leads are not found. Two runs within seconds of each other never create two records when Zoho keeps the field unique; otherwise they may.",
  inputs: {
    recordType: creatableModule,
    fieldValues,
    dynamicValues,
    record,
    fieldMapping,
    matchField,
    matchValue,
    ...automationInputs,
    ...checkInputs,
  },
  call: mapped(findOrCreateRecord),
  writes: true,
  example: foundOrCreatedExample,
  exampleFor: asMapped(({ recordType, fieldValues, dynamicValues, record, matchField, matchValue }) => {
    const [own] = recordType === "Leads" ? foundOrCreatedExample.data : [];
    const { id } = foundOrCreatedExample;
    const values = { ...record, ...dynamicValues, ...fieldValues, [matchField]: matchValue };
    return { created: false, id, data: [{ ...own, ...values, id }] };
  }),
});

const removedExample = {
  data: [
    {
      code: "SUCCESS",
      details: { id: "5725767000000524001" },
      message: "record deleted",
      status: "success",
    },
  ],
};

export const crmRemoveRecord = crmAction({
  label: "CRM - Remove Record",
  description:
    "Moves a record, such as a lead, deal or task, to the recycle bin, by its ID or by the value of an external ID field.",
  inputs: { recordType: deletableModule, recordId, externalIdField, triggerWorkflow, debugRequest },
  call: removeRecord,
  writes: true,
  example: removedExample,
});

const updatedExample = { data: [written("record updated")] };

export const crmUpdateRecord = crmAction({
  label: "CRM - Update Record",
  description:
    "Updates a record, such as a lead, contact, deal, task, meeting or call, by its ID or by the value of an external ID field; fields that are not given stay as they are.",
  inputs: {
    recordType: updatableModule,
    recordId,
    externalIdField,
    fieldValues,
    dynamicValues,
    record,
    fieldMapping,
    updateOptions,
    ...automationInputs,
    ...checkInputs,
    debugRequest,
  },
  call: mapped(updateRecord),
  writes: true,
  example: updatedExample,
});

const upsertedExample = {
  data: [{ ...written("record updated"), action: "update", duplicate_field: "Email" }],
};

export const crmUpsertRecord = crmAction({
  label: "CRM - Upsert Record",
  description:
    "Creates a record, such as a lead, contact or deal, or updates the one that Zoho finds by the duplicate check fields, and says which.",
  inputs: {
    recordType: upsertableModule,
    fieldValues,
    dynamicValues,
    record,
    fieldMapping,
    duplicateCheckFields,
    ...automationInputs,
    ...checkInputs,
  },
  call: mapped(upsertRecord),
  writes: true,
  example: upsertedExample,
});
