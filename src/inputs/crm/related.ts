import { input } from "@prismatic-io/spectral";
import { fieldList, idList, objectList, requiredApiName, someIds } from "../cleaners";
import { fields, ids, recordId } from "../records";
import { recordIds } from "../writing";

export const parentRecordId = input({
  ...recordId,
  comments:
    "The unique identifier of the record that the list belongs to, or the value of its external ID field when one is named.",
});

export const relatedList = input({
  label: "Related List",
  type: "string",
  required: true,
  dataSource: "selectRelatedList",
  placeholder: "Select a related list",
  comments: "The API name of the related list, as Get Related Lists names it.",
  example: "Products",
  clean: requiredApiName("Related List"),
});

export const relatedFields = input({
  ...fields,
  dataSource: undefined,
  placeholder: "Enter a field's API name",
  comments:
    "The API names of the fields of the related records to return, at most 50. Leave empty for the first 50 fields of their module.",
  example: "Product_Name",
  clean: fieldList("Fields"),
});

export const relatedIds = input({
  ...ids,
  label: "Related Record IDs",
  comments: "The unique identifiers of the related records to list. Leave empty for all. Maximum is 100.",
  clean: idList("Related Record IDs", 100),
});

/** The records to take off a related list. */
export const unlinkedIds = input({
  ...recordIds,
  label: "Related Record IDs",
  comments: "The unique identifiers of the related records, of any number. They are sent 100 at a time.",
  clean: someIds("Related Record IDs"),
});

/** The records to put on a related list, where the link holds nothing of its own. */
export const linkedIds = input({
  ...unlinkedIds,
  required: false,
  clean: idList("Related Record IDs", Number.POSITIVE_INFINITY),
});

export const linkedRecords = input({
  label: "Related Records",
  type: "code",
  language: "json",
  comments:
    "A list of JSON objects with the id of a related record and the fields of the link itself, where it has some: list_price between products and price books, Contact_Role of a deal's contacts, Member_Status of a campaign's members.",
  example: '[{ "id": "5725767000000524001", "Contact_Role": { "name": "Decision Maker" } }]',
  clean: objectList("Related Records"),
});
