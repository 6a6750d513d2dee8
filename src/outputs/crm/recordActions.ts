const user = { name: "Patricia Boyle", id: "5725767000000411001" };
const recordId = "5725767000000524001";

const done = (message: string, id: string) => ({
  data: [{ code: "SUCCESS", details: { id }, message, status: "success" }],
});

export const countExample = { count: 42 };

export const deletedExample = {
  data: [
    {
      deleted_by: user,
      id: recordId,
      display_name: "Ada Burns",
      type: "recycle",
      created_by: user,
      deleted_time: "2026-03-01T09:00:00+01:00",
    },
  ],
  info: { per_page: 200, count: 1, page: 1, more_records: false },
};

export const timelineExample = {
  __timeline: [
    {
      audited_time: "2026-03-01T09:00:00+01:00",
      action: "updated",
      id: "5725767900000001408",
      source: "crm_api",
      extension: null,
      done_by: {
        ...user,
        profile: { name: "Administrator", id: "5725767000000026011" },
        type__s: "Regular User",
      },
      related_record: null,
      automation_details: null,
      record: { name: "Ada Burns", id: recordId, module: { api_name: "Leads", id: "5725767000000002175" } },
      field_history: [
        {
          data_type: "text",
          enable_colour_code: false,
          pick_list_values: [],
          field_label: "City",
          api_name: "City",
          id: "5725767000000002633",
          _value: { new: "Rome", old: "Paris" },
        },
      ],
      type: "timeline",
    },
  ],
  info: {
    per_page: 200,
    next_page_token: null,
    count: 1,
    page: 1,
    previous_page_token: null,
    more_records: false,
  },
};

export const blueprintExample = {
  blueprint: {
    process_info: {
      id: "5725767000001408001",
      name: "Case handling",
      api_name: "Status",
      field_label: "Status",
      field_value: "New",
      is_continuous: false,
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
            data_type: "picklist",
            transition_sequence: 1,
            mandatory: true,
          },
        ],
        next_transitions: [{ id: "5725767000001408004", name: "Resume", type: "manual" }],
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

export const transitionExample = {
  code: "SUCCESS",
  details: {},
  message: "transition updated successfully",
  status: "success",
};

export const lockedExample = done("record locked successfully", "5725767000001408021");
export const unlockedExample = done("record unlocked successfully", "5725767000001408021");

export const sharedExample = {
  share: [{ code: "SUCCESS", details: {}, message: "record will be shared successfully", status: "success" }],
};

export const sharesExample = {
  share: [
    {
      type: "private",
      permission: "read_only",
      share_related_records: false,
      shared_with: { ...user, type: "users" },
      shared_time: "2026-03-01T09:00:00+01:00",
      shared_through: { module: { name: "Leads", id: "5725767000000002175" }, id: recordId },
      shared_by: { ...user, zuid: "700411001" },
    },
  ],
};

export const revokedExample = {
  share: { code: "SUCCESS", details: { id: recordId }, message: "Sharing Revoked", status: "success" },
};

export const compositeExample = {
  data: [
    {
      id: "account",
      status: "success",
      code: "SUCCESS",
      message: "composite sub request executed successfully",
      status_code: 201,
      body: {
        data: [{ code: "SUCCESS", details: { id: recordId }, message: "record added", status: "success" }],
      },
    },
  ],
  summary: { total: 1, succeeded: 1, failed: 0 },
};
