import { crmPicker } from "../../define";
import {
  defaultSelectedRecordTypes,
  dynamicFieldName,
  dynamicRecordType,
  includeAllCustomRecordTypes,
  includeSupplementalMetadata,
  mappingFields,
  objectSelection,
  purpose,
  recordTypeFilter,
  sourceFields,
  valueCount,
} from "../../inputs/mapping";
import { formLayoutId, formModule } from "../../inputs/modules";
import { control, vertical } from "../../zoho/core/form";
import { mappingForm } from "../../zoho/crm/forms/mapping";
import { recordForm as formOfRecord } from "../../zoho/crm/forms/recordForm";
import {
  describedRecordTypes,
  exampleValues,
  mappableRecordTypes,
  selectableRecordTypes,
} from "../../zoho/crm/forms/recordTypes";

const leads = { key: "Leads", label: "Leads" };
const lastName = { key: "Last_Name", label: "Last Name (text, mandatory)" };

export const mapRecordTypeFields = crmPicker({
  label: "Map CRM Record Type Fields",
  description:
    "Maps fields of another system to the fields of the selected CRM record types that can be written, custom fields included.",
  kind: "objectFieldMap",
  detail: "previewRecordTypeFieldValues",
  inputs: { mappingFields, objectSelection, includeSupplementalMetadata },
  call: async (crm, { mappingFields: { fields }, objectSelection: selected }) => ({
    fields,
    options: await mappableRecordTypes(
      crm,
      selected.map(({ object: { key, label = key } }) => ({ key, label })),
    ),
  }),
  supplement: async (crm, { objectSelection: selected, includeSupplementalMetadata: isWanted }) =>
    isWanted
      ? describedRecordTypes(
          crm,
          selected.map(({ object }) => object.key),
        )
      : undefined,
  example: {
    fields: [{ field: { key: "surname", label: "Surname" }, mappedObject: leads, mappedField: lastName }],
    options: [{ object: leads, fields: [lastName] }],
  },
});

export const previewRecordTypeFieldValues = crmPicker({
  label: "Select CRM Field Value",
  description:
    "Lists values that the most recently changed records have in a field, as examples while mapping it.",
  inputs: { dynamicRecordType, dynamicFieldName, valueCount },
  call: (crm, { dynamicRecordType: recordType, dynamicFieldName: field, valueCount: count }) =>
    exampleValues(crm, { recordType, field, count }),
  example: [{ key: "Burns", label: "Burns" }],
});

export const selectRecordTypesWithFields = crmPicker({
  label: "Select CRM Record Types With Fields",
  description:
    "Lists CRM record types with their fields, custom ones included, to choose those that an integration works with.",
  kind: "objectSelection",
  inputs: { recordTypeFilter, includeAllCustomRecordTypes, defaultSelectedRecordTypes },
  call: selectableRecordTypes,
  example: [{ object: leads, fields: [lastName], defaultSelected: true }],
});

export const fieldMappingForm = crmPicker({
  label: "CRM Field Mapping Form",
  description:
    "Makes a form that maps fields of another system to those of a record type, filled in where names agree. Its value is a Field Mapping for the actions that write records.",
  kind: "jsonForm",
  inputs: { recordType: formModule, layoutId: formLayoutId, purpose, sourceFields },
  call: mappingForm,
  example: {
    schema: {
      type: "object",
      properties: {
        mappings: {
          type: "array",
          title: "Field Mapping",
          items: {
            type: "object",
            properties: {
              source: {
                title: "Source Field",
                type: "string",
                oneOf: [{ const: "surname", title: "Surname" }],
              },
              field: {
                title: "Zoho Field",
                type: "string",
                oneOf: [{ const: "Last_Name", title: "Last Name (text, mandatory)" }],
              },
            },
            required: ["source", "field"],
          },
        },
      },
      required: ["mappings"],
    },
    uiSchema: vertical(control("mappings")),
    data: { mappings: [{ source: "surname", field: "Last_Name" }] },
  },
});

export const recordForm = crmPicker({
  label: "CRM Record Form",
  description:
    "Makes a form for the values of a record from the layout of its record type: sections, types, picklists, lookups, subforms, what is required and what is filled in. Its value is a Record for the actions that write records.",
  kind: "jsonForm",
  inputs: { recordType: formModule, layoutId: formLayoutId, purpose },
  call: formOfRecord,
  example: {
    schema: {
      type: "object",
      properties: { Last_Name: { title: "Last Name", type: "string", maxLength: 80, minLength: 1 } },
      required: ["Last_Name"],
    },
    uiSchema: vertical({ type: "Group", label: "Lead Information", elements: [control("Last_Name")] }),
    data: {},
  },
});
