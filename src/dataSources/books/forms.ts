import { input } from "@prismatic-io/spectral";
import { booksPicker, zohoPicker } from "../../define";
import { creatableType, parentRecordType } from "../../inputs/books";
import { requiredText } from "../../inputs/cleaners";
import {
  defaultSelectedRecordTypes,
  dynamicFieldName,
  dynamicRecordType,
  mappingFields,
  objectSelection,
  purpose,
  recordTypeFilter,
  sourceFields,
  valueCount,
} from "../../inputs/mapping";
import { exampleValues } from "../../zoho/books/choices";
import {
  booksMappingForm,
  booksRecordForm as formOfRecord,
  mappableBooksTypes,
  selectableBooksTypes,
} from "../../zoho/books/forms/forms";
import { control, mappingFormOf, vertical } from "../../zoho/core/form";

const contacts = { key: "contacts", label: "Contacts" };
const contactName = { key: "contact_name", label: "Contact Name" };

export const mapBooksRecordTypeFields = booksPicker({
  label: "Map Books Record Type Fields",
  description:
    "Maps fields of another system to the fields of the selected Books record types, custom fields in use included.",
  kind: "objectFieldMap",
  detail: "previewBooksRecordTypeFieldValues",
  inputs: { mappingFields, objectSelection },
  call: async (books, { mappingFields: { fields }, objectSelection: selected }) => ({
    fields,
    options: await mappableBooksTypes(
      books,
      selected.map(({ object }) => object.key),
    ),
  }),
  example: {
    fields: [{ field: { key: "name", label: "Name" }, mappedObject: contacts, mappedField: contactName }],
    options: [{ object: contacts, fields: [contactName] }],
  },
});

const mappedType = input({ ...dynamicRecordType, clean: requiredText("Record Type") });

export const previewBooksRecordTypeFieldValues = booksPicker({
  label: "Select Books Field Value",
  description:
    "Lists values that records have in a field, as examples while mapping it, where Zoho's lists of the type tell it.",
  inputs: { dynamicRecordType: mappedType, dynamicFieldName, valueCount },
  call: (books, { dynamicRecordType: recordType, dynamicFieldName: field, valueCount: count }) =>
    exampleValues(books, { recordType, field, count }),
  example: [{ key: "Bowman & Co", label: "Bowman & Co" }],
});

export const selectBooksRecordTypesWithFields = zohoPicker({
  label: "Select Books Record Types With Fields",
  description:
    "Lists Books record types with their own fields, to choose those that an integration works with.",
  kind: "objectSelection",
  inputs: {
    recordTypeFilter: input({
      ...recordTypeFilter,
      comments: "The names or labels of the record types to offer. Leave empty for all that can be created.",
      example: "invoices",
    }),
    defaultSelectedRecordTypes: input({
      ...defaultSelectedRecordTypes,
      comments: "The names or labels of the record types that are selected to begin with.",
      example: "invoices",
    }),
  },
  call: async (_, input) => selectableBooksTypes(input),
  example: [{ object: contacts, fields: [contactName], defaultSelected: true }],
});

export const booksFieldMappingForm = booksPicker({
  label: "Books Field Mapping Form",
  description:
    "Makes a form that maps fields of another system to those of a Books record type, filled in where names agree. Its value is a Field Mapping for the actions that write records.",
  kind: "jsonForm",
  inputs: { recordType: creatableType, parentRecordType, purpose, sourceFields },
  call: booksMappingForm,
  example: mappingFormOf({ name: "Name" }, [{ ...contactName, isRequired: true }]),
});

export const booksRecordForm = booksPicker({
  label: "Books Record Form",
  description:
    "Makes a form for the values of a Books record: its fields by type, records that they may name, line items and custom fields in use. Its value is a Record for the actions that write records.",
  kind: "jsonForm",
  inputs: { recordType: creatableType, parentRecordType, purpose },
  call: formOfRecord,
  example: {
    schema: {
      type: "object",
      properties: { contact_name: { title: "Contact Name", type: "string", minLength: 1 } },
      required: ["contact_name"],
    },
    uiSchema: vertical({ type: "Group", label: "Record", elements: [control("contact_name")] }),
    data: {},
  },
});
