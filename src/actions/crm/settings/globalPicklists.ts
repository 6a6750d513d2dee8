import { input } from "@prismatic-io/spectral";
import { crmAction } from "../../../define";
import { flag, refuse, requiredText, textList } from "../../../inputs/cleaners";
import {
  getGlobalPicklists,
  removeGlobalPicklist,
  replacePicklistValue,
  setGlobalPicklist,
} from "../../../zoho/crm/settings/globalPicklists";
import { time, user, written } from "../exampleValues";

const globalPicklist = input({
  label: "Global Picklist",
  type: "string",
  required: true,
  dataSource: "selectGlobalPicklist",
  placeholder: "Select a global picklist",
  comments: "The API name, the label or the unique identifier of the global picklist.",
  example: "Region",
  clean: requiredText("Global Picklist"),
});

const setPicklist = input({
  ...globalPicklist,
  comments:
    "The API name, the label or the unique identifier of the global picklist. One of this label is created if there is none. Maximum is 50 characters.",
});

const picklistValues = input({
  label: "Values",
  type: "string",
  collection: "valuelist",
  required: true,
  placeholder: "Enter a value",
  comments: "The values that the picklist is to have. Those that it has stay what they are.",
  example: "Africa",
  clean: (value: unknown) => {
    const values = textList("Values")(value);
    return values.length > 0 ? values : refuse("Values", "at least one", undefined);
  },
});

const removeOthers = input({
  label: "Remove Others",
  type: "boolean",
  default: "false",
  comments: "When true, values of the picklist that are not named are removed.",
  clean: flag("Remove Others"),
});

const valueInput = (label: string, comments: string, example: string) =>
  input({
    label,
    type: "string",
    required: true,
    placeholder: "Enter a value",
    comments,
    example,
    clean: requiredText(label),
  });

const oldValue = valueInput("Old Value", "The value of the picklist that is to go.", "Asia");
const newValue = valueInput("New Value", "The value of the picklist that records have instead.", "Europe");

export const crmGetGlobalPicklists = crmAction({
  label: "CRM - Get Global Picklists",
  description: "Returns the picklists that fields of several modules share, with their values.",
  inputs: {},
  call: getGlobalPicklists,
  example: {
    global_picklists: [
      {
        id: "5725767000000190001",
        api_name: "Region",
        display_label: "Region",
        actual_label: "Region",
        description: null,
        source: "crm",
        presence: true,
        customizable: true,
        pick_list_values_sorted_lexically: false,
        pick_list_values: [
          {
            id: "5725767000000190002",
            type: "used",
            sequence_number: 1,
            display_value: "Europe",
            reference_value: "Europe",
            actual_value: "Europe",
          },
        ],
        created_by: user,
        created_time: time,
        modified_by: user,
        modified_time: time,
      },
    ],
  },
});

const scheduled = (key: string, message: string) => ({
  [key]: [{ code: "SCHEDULED", details: { job_id: "5725767000001408012" }, message, status: "success" }],
});

export const crmSetGlobalPicklist = crmAction({
  label: "CRM - Set Global Picklist",
  description: "Gives a global picklist further values, and creates the picklist if there is none.",
  inputs: { globalPicklist: setPicklist, values: picklistValues, removeOthers },
  call: setGlobalPicklist,
  writes: true,
  example: written("global_picklists", "5725767000000190001", "global picklist updated successfully"),
});

export const crmRemoveGlobalPicklist = crmAction({
  label: "CRM - Remove Global Picklist",
  description: "Deletes a global picklist. Zoho refuses to delete one that more than 15 fields use.",
  inputs: { globalPicklist },
  call: removeGlobalPicklist,
  writes: true,
  example: scheduled("global_picklists", "Deletion scheduled"),
});

export const crmReplacePicklistValue = crmAction({
  label: "CRM - Replace Picklist Value",
  description: "Replaces a value of a global picklist by another of its values, in all records that have it.",
  inputs: { globalPicklist, oldValue, newValue },
  call: replacePicklistValue,
  writes: true,
  example: scheduled("replace_picklist_values", "success"),
});
