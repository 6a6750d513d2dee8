import { input, structuredObjectInput } from "@prismatic-io/spectral";
import { crmAction } from "../../define";
import { fieldList, idList, objectList, requiredApiName, someIds } from "../../inputs/cleaners";
import { updatableModule, viewableModule } from "../../inputs/modules";
import { pagingInputs, sortBy, sortOrder } from "../../inputs/paging";
import {
  converted,
  externalIdField,
  fields,
  ids,
  modifiedSince,
  ownRecordId,
  recordId,
} from "../../inputs/records";
import { manyInputs, recordIds } from "../../inputs/writing";
import {
  countRelatedRecords,
  getRelatedRecords,
  linkRelatedRecords,
  unlinkRelatedRecords,
} from "../../zoho/crm/related";
import { pageInfo } from "./exampleValues";

const parentRecordId = input({
  ...recordId,
  comments:
    "The unique identifier of the record that the list belongs to, or the value of its external ID field when one is named.",
});

const relatedList = input({
  label: "Related List",
  type: "string",
  required: true,
  dataSource: "selectRelatedList",
  placeholder: "Select a related list",
  comments: "The API name of the related list, as Get Related Lists names it.",
  example: "Products",
  clean: requiredApiName("Related List"),
});

const relatedFields = input({
  ...fields,
  dataSource: undefined,
  placeholder: "Enter a field's API name",
  comments:
    "The API names of the fields of the related records to return, at most 50. Leave empty for the first 50 fields of their module.",
  example: "Product_Name",
  clean: fieldList("Fields"),
});

const relatedIds = input({
  ...ids,
  label: "Related Record IDs",
  comments: "The unique identifiers of the related records to list. Leave empty for all. Maximum is 100.",
  clean: idList("Related Record IDs", 100),
});

/** The records to take off a related list. */
const unlinkedIds = input({
  ...recordIds,
  label: "Related Record IDs",
  comments: "The unique identifiers of the related records, of any number. They are sent 100 at a time.",
  clean: someIds("Related Record IDs"),
});

/** The records to put on a related list, where the link holds nothing of its own. */
const linkedIds = input({
  ...unlinkedIds,
  required: false,
  clean: idList("Related Record IDs", Number.POSITIVE_INFINITY),
});

const linkedRecords = input({
  label: "Related Records",
  type: "code",
  language: "json",
  comments:
    "A list of JSON objects with the id of a related record and the fields of the link itself, where it has some: list_price between products and price books, Contact_Role of a deal's contacts, Member_Status of a campaign's members.",
  example: '[{ "id": "5725767000000524001", "Contact_Role": { "name": "Decision Maker" } }]',
  clean: objectList("Related Records"),
});

const relatedRecordsExample = {
  data: [
    {
      Product_Name: "Door Sensor 1",
      Product_Code: "PRD-00001",
      Unit_Price: 99.99,
      id: "5725767000000538001",
    },
  ],
  info: pageInfo,
};

export const crmGetRelatedRecords = crmAction({
  label: "CRM - Get Related Records",
  description: "Returns the records of a related list of a record, one page or all of them.",
  inputs: {
    recordType: viewableModule,
    recordId: parentRecordId,
    externalIdField,
    relatedList,
    fields: relatedFields,
    ...pagingInputs,
    filters: structuredObjectInput({
      label: "Filters",
      comments: "Which of the related records are listed, and in which order.",
      inputs: { ids: relatedIds, converted, modifiedSince, sort_by: sortBy, sort_order: sortOrder },
    }),
  },
  call: getRelatedRecords,
  example: relatedRecordsExample,
});

const linkedExample = {
  data: [
    {
      index: 0,
      status: "success",
      code: "SUCCESS",
      message: "record updated",
      id: "5725767000000525001",
      action: "update",
      details: { id: "5725767000000525001" },
    },
    {
      index: 1,
      status: "error",
      code: "MANDATORY_NOT_FOUND",
      message: "required field not found",
      details: { api_name: "Contact_Role", json_path: "$.data[1].Contact_Role" },
      hint: "Give this field a value.",
    },
  ],
  summary: { total: 2, succeeded: 1, failed: 1, requests: 1, credits: 1 },
};

export const crmLinkRelatedRecords = crmAction({
  label: "CRM - Link Related Records",
  description: "Puts any number of records on a related list of a record and reports what became of each.",
  inputs: {
    recordType: updatableModule,
    recordId: parentRecordId,
    externalIdField,
    relatedList,
    recordIds: linkedIds,
    records: linkedRecords,
    ...manyInputs,
  },
  call: linkRelatedRecords,
  writes: true,
  example: linkedExample,
});

const unlinkedExample = {
  data: [
    {
      index: 0,
      status: "success",
      code: "SUCCESS",
      message: "relation removed",
      id: "5725767000000538001",
      action: "delete",
      details: { id: "5725767000000538001" },
    },
    {
      index: 1,
      status: "error",
      code: "INVALID_DATA",
      message: "relation not found",
      id: "5725767000000999999",
      details: { id: "5725767000000999999" },
      hint: "Check the value against the field's type and limits, and that an ID belongs to a record.",
    },
  ],
  summary: { total: 2, succeeded: 1, failed: 1, requests: 1, credits: 1 },
};

export const crmUnlinkRelatedRecords = crmAction({
  label: "CRM - Unlink Related Records",
  description:
    "Takes any number of records off a related list of a record, without deleting them, and reports what became of each.",
  inputs: {
    recordType: updatableModule,
    recordId: parentRecordId,
    externalIdField,
    relatedList,
    recordIds: unlinkedIds,
    ...manyInputs,
  },
  call: unlinkRelatedRecords,
  writes: true,
  example: unlinkedExample,
});

const countedLists = input({
  ...relatedList,
  label: "Related Lists",
  collection: "valuelist",
  required: false,
  comments: "The API names of the related lists to count. Leave empty for the first 20 of the module.",
  clean: fieldList("Related Lists", 20),
});

export const crmCountRelatedRecords = crmAction({
  label: "CRM - Count Related Records",
  description: "Returns how many records stand on related lists of a record.",
  inputs: { recordType: viewableModule, recordId: ownRecordId, relatedLists: countedLists },
  call: countRelatedRecords,
  example: { data: [{ relatedList: "Products", count: 3 }] },
});
