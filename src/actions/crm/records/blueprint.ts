import { input } from "@prismatic-io/spectral";
import { crmAction } from "../../../define";
import { requiredText } from "../../../inputs/cleaners";
import { updatableModule, viewableModule } from "../../../inputs/modules";
import { dynamicValues, fieldValues, ownRecordId, record } from "../../../inputs/records";
import { getBlueprint, updateBlueprint } from "../../../zoho/crm/records/blueprint";

const transition = input({
  label: "Transition",
  type: "string",
  required: true,
  placeholder: "Enter a transition's ID or name",
  comments: "The unique identifier or the name of the transition to make, as Get Blueprint lists it.",
  example: "5725767000001408001",
  clean: requiredText("Transition"),
});

const transitionValues = {
  fieldValues: input({
    ...fieldValues,
    comments:
      "The fields of the transition, by API name, and their values. Those that the transition makes mandatory are needed unless the record has them already.",
  }),
  dynamicValues,
  record: input({
    ...record,
    label: "Data",
    comments:
      "The data of the transition as a JSON object, also for notes, checklists, attachments and related records. Dynamic Fields and Values take precedence over it.",
    example: '{ "Case_Reason": "New problem", "Notes": "Called back." }',
  }),
};

const blueprintExample = {
  blueprint: {
    process_info: {
      id: "5725767000001408001",
      name: "Case handling",
      field_id: "5725767000002700001",
      api_name: "Status",
      column_name: "STATUS",
      field_name: "Status",
      field_label: "Status",
      field_value: "New",
      is_continuous: false,
      continuous: false,
      escalation: null,
    },
    transitions: [
      {
        id: "5725767000001408002",
        name: "Wait for the customer",
        type: "manual",
        next_field_value: "On Hold",
        criteria_matched: true,
        criteria_message: null,
        percent_partial_save: 0,
        execution_time: null,
        data: { Case_Reason: null },
        fields: [
          {
            id: "5725767000000002733",
            api_name: "Case_Reason",
            display_label: "Case Reason",
            field_label: "Case Reason",
            column_name: "CASE_REASON",
            data_type: "picklist",
            transition_sequence: 1,
            mandatory: true,
            validation_rule: null,
            layouts: null,
            related_details: null,
            pick_list_values: [{ display_value: "New problem", actual_value: "New problem" }],
          },
        ],
        next_transitions: [
          { id: "5725767000001408004", name: "Resume", type: "manual", criteria_matched: null },
        ],
      },
    ],
  },
  transitions: [
    {
      id: "5725767000001408002",
      name: "Wait for the customer",
      next_field_value: "On Hold",
      available: true,
      mandatory_fields: ["Case_Reason"],
      missing_fields: ["Case_Reason"],
    },
  ],
};

export const crmGetBlueprint = crmAction({
  label: "CRM - Get Blueprint",
  description:
    "Returns where a record stands in its blueprint, the transitions that lead on from there, and the fields that each makes mandatory.",
  inputs: { recordType: viewableModule, recordId: ownRecordId },
  call: getBlueprint,
  example: blueprintExample,
});

const transitionExample = {
  code: "SUCCESS",
  details: {},
  message: "transition updated successfully",
  status: "success",
};

export const crmUpdateBlueprint = crmAction({
  label: "CRM - Update Blueprint",
  description:
    "Moves a record on in its blueprint by one transition, such as to approve, escalate or close it.",
  inputs: { recordType: updatableModule, recordId: ownRecordId, transition, ...transitionValues },
  call: updateBlueprint,
  writes: true,
  example: transitionExample,
});
