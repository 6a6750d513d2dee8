import { input } from "@prismatic-io/spectral";
import { crmAction } from "../../../define";
import { fieldList, optionalChoice, optionalTime, someIds } from "../../../inputs/cleaners";
import { viewableModule } from "../../../inputs/modules";
import {
  fetchAll,
  maxRecords,
  numberedPage,
  pageToken,
  pagingInputs,
  perPage,
  sortOrder,
} from "../../../inputs/paging";
import { fields, ownRecordId } from "../../../inputs/records";
import { recordIds } from "../../../inputs/writing";
import {
  getDeletedRecords,
  getEntityScores,
  getFullData,
  getRecordTimeline,
  getStageHistory,
} from "../../../zoho/crm/records/history";
import { numberedPageInfo, pageInfo, recordId, user } from "../exampleValues";

const deletedType = input({
  label: "Type",
  type: "string",
  default: "all",
  model: [
    { label: "All", value: "all" },
    { label: "In the recycle bin", value: "recycle" },
    { label: "Gone for good", value: "permanent" },
  ],
  comments: "Which deleted records are listed.",
  clean: (value: unknown) => optionalChoice("Type", ["all", "recycle", "permanent"])(value) ?? "all",
});

const deletedSince = input({
  label: "Since",
  type: "string",
  placeholder: "Enter a date and time",
  comments: "Lists only what was deleted after this time, in ISO 8601 with an offset.",
  example: "2026-03-01T09:00:00+01:00",
  clean: optionalTime("Since"),
});

const timelinePerPage = input({
  ...perPage,
  comments: "The number of entries on a page. Maximum is 200.",
});

const timelineExample = {
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

export const crmGetRecordTimeline = crmAction({
  label: "CRM - Get Record Timeline",
  description: "Returns what happened to a record: who changed what when, and from what to what.",
  inputs: {
    recordType: viewableModule,
    recordId: ownRecordId,
    fetchAll,
    maxRecords,
    per_page: timelinePerPage,
    page_token: pageToken,
    sort_order: sortOrder,
  },
  call: getRecordTimeline,
  example: timelineExample,
});

const deletedExample = {
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
  info: numberedPageInfo,
};

export const crmGetDeletedRecords = crmAction({
  label: "CRM - Get Deleted Records",
  description:
    "Returns the deleted records of a module, in the recycle bin or gone for good, one page or all of them.",
  inputs: {
    recordType: viewableModule,
    type: deletedType,
    since: deletedSince,
    fetchAll,
    maxRecords,
    page: numberedPage,
    per_page: perPage,
  },
  call: getDeletedRecords,
  example: deletedExample,
});

const wholeIds = input({
  ...recordIds,
  comments: "The unique identifiers of the records. Maximum is 200.",
  clean: someIds("Record IDs", 200),
});

const textFields = input({
  ...fields,
  comments: "The API names of the rich text fields. Leave empty for all of the module. Maximum is 50.",
  clean: fieldList("Fields"),
});

export const crmGetFullData = crmAction({
  label: "CRM - Get Full Data",
  description: "Returns the rich text fields of records in full, where other reads cut long texts short.",
  inputs: { recordType: viewableModule, recordIds: wholeIds, fields: textFields },
  call: getFullData,
  example: { data: [{ id: recordId, Proposal: "<b>The whole text.</b>" }] },
});

const dealId = input({
  ...ownRecordId,
  dataSource: "selectDeal",
  placeholder: "Select a deal",
  comments: "The unique identifier of the deal.",
});

const stageFields = input({
  ...fields,
  dataSource: undefined,
  placeholder: "Enter a field's API name",
  comments:
    "The API names of the fields of the module DealHistory to return, at most 49. Leave empty for the stage, where the deal moved, the days it stayed, who moved it there and when, and the sums at that time.",
  example: "Stage",
  clean: fieldList("Fields", 49),
});

export const crmGetStageHistory = crmAction({
  label: "CRM - Get Stage History",
  description:
    "Returns the stages that a deal has been in, from the first to the one it is in: when it entered each (Modified Time), where it moved and after how many days.",
  inputs: { recordId: dealId, fields: stageFields },
  call: getStageHistory,
  example: {
    data: [
      {
        Stage: "Qualification",
        Moved_To__s: "Needs Analysis",
        Stage_Duration_Calendar_Days: 3,
        Modified_Time: "2026-03-01T09:00:00+01:00",
        Modified_By: user,
        Amount: 12000,
        Probability: 10,
        Expected_Revenue: 1200,
        Closing_Date: "2026-06-30",
        id: "5725767800000000041",
      },
      {
        Stage: "Needs Analysis",
        Moved_To__s: null,
        Stage_Duration_Calendar_Days: null,
        Modified_Time: "2026-03-04T16:20:00+01:00",
        Modified_By: user,
        Amount: 12000,
        Probability: 20,
        Expected_Revenue: 2400,
        Closing_Date: "2026-06-30",
        id: "5725767800000000042",
      },
    ],
    info: pageInfo,
  },
});

export const crmGetEntityScores = crmAction({
  label: "CRM - Get Entity Scores",
  description: "Returns the scores that scoring rules give to records, one page or all of them.",
  inputs: pagingInputs,
  call: getEntityScores,
  example: {
    data: [
      {
        id: "5725767000000292001",
        Entity: { module: { api_name: "Leads", id: "5725767000000002175" }, name: "Ada Burns", id: recordId },
        Scoring_Rule: { name: "Lead Score", id: "5725767000000290001" },
        Score: 12,
        Positive_Score: 15,
        Negative_Score: 3,
        Touch_Point_Score: 0,
        Touch_Point_Positive_Score: 0,
        Touch_Point_Negative_Score: 0,
      },
    ],
    info: numberedPageInfo,
  },
});
