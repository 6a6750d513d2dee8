import {
  campaignStatuses,
  campaignTypes,
  dealTypes,
  leadSourceOptions,
  pipelines,
  stageOptions,
} from "../picklists";
import type { ModuleSpec } from "../types";
import { description } from "./common";

export const deals: ModuleSpec = {
  apiName: "Deals",
  singular: "Deal",
  plural: "Deals",
  display: "Deal_Name",
  duplicateCheck: "Deal_Name",
  sections: [
    {
      name: "Deal Information",
      fields: [
        ["Owner", "ownerlookup", { label: "Deal Owner" }],
        ["Amount", "currency"],
        ["Deal_Name", "text", { length: 120, mandatory: true }],
        ["Closing_Date", "date"],
        ["Account_Name", "lookup", { module: "Accounts" }],
        [
          "Pipeline",
          "picklist",
          {
            values: pipelines.map(({ name, actual }) => ({ display: name, actual, reference: actual })),
            required: true,
            mapped: true,
          },
        ],
        ["Stage", "picklist", { values: stageOptions, mandatory: true, mapped: true }],
        ["Type", "picklist", { values: dealTypes }],
        ["Probability", "integer", { label: "Probability (%)" }],
        ["Expected_Revenue", "currency", { readOnly: true }],
        ["Next_Step", "text", { length: 100 }],
        ["Lead_Source", "picklist", { values: leadSourceOptions }],
        ["Campaign_Source", "lookup", { module: "Campaigns" }],
        ["Contact_Name", "lookup", { module: "Contacts" }],
        [
          "Reason_For_Loss__s",
          "picklist",
          {
            label: "Reason For Loss",
            values: [
              "Expectation Mismatch",
              "Price",
              "Unqualified Customer",
              "Lack of response",
              "Missed Follow Ups",
              "Wrong Target",
              "Competition",
              "Future Interest",
              "Other",
            ],
            hidden: true,
          },
        ],
        ["Overall_Sales_Duration", "integer", { readOnly: true, hidden: true }],
        ["Sales_Cycle_Duration", "integer", { readOnly: true, hidden: true }],
        ["Lead_Conversion_Time", "integer", { readOnly: true, hidden: true }],
        ["Stage_Modified_Time", "datetime", { readOnly: true, hidden: true }],
      ],
    },
    ...description,
    {
      name: "Products of interest",
      custom: true,
      fields: [
        ["Contract_Number", "text", { length: 40, unique: true }],
        [
          "Listings",
          "multiselectlookup",
          { module: "Products", rows: "Deals_X_Products", link: "Interested_Listings" },
        ],
      ],
    },
  ],
  relatedLists: [
    ["Contact_Roles", "Contacts", "Contact Roles"],
    ["Products", "Products"],
    ["Quotes", "Quotes"],
    ["SalesOrders", "Sales_Orders", "Sales Orders"],
    ["Stage_History", "DealHistory", "Stage History"],
  ],
};

const stages = { values: stageOptions } as const;

/** The stages that deals were in: a row for each, made when the deal entered it. */
export const dealHistory: ModuleSpec = {
  apiName: "DealHistory",
  singular: "Stage History",
  plural: "Stage History",
  display: "Stage",
  kind: "field_tracker",
  sections: [
    {
      name: "Stage History",
      fields: [
        ["Potential_Name", "lookup", { label: "Deal Name", module: "Deals", readOnly: true }],
        ["Stage", "picklist", { ...stages, readOnly: true }],
        ["Moved_To__s", "picklist", { ...stages, label: "Moved To", readOnly: true }],
        [
          "Stage_Duration_Calendar_Days",
          "integer",
          { label: "Stage Duration (Calendar Days)", readOnly: true },
        ],
        ["Amount", "currency", { readOnly: true }],
        ["Probability", "integer", { label: "Probability (%)", readOnly: true }],
        ["Expected_Revenue", "currency", { readOnly: true }],
        ["Closing_Date", "date", { readOnly: true }],
      ],
    },
  ],
};

export const campaigns: ModuleSpec = {
  apiName: "Campaigns",
  singular: "Campaign",
  plural: "Campaigns",
  display: "Campaign_Name",
  duplicateCheck: "Campaign_Name",
  sections: [
    {
      name: "Campaign Information",
      fields: [
        ["Owner", "ownerlookup", { label: "Campaign Owner" }],
        ["Campaign_Name", "text", { length: 200, mandatory: true }],
        ["Type", "picklist", { values: campaignTypes }],
        ["Status", "picklist", { values: campaignStatuses }],
        ["Start_Date", "date"],
        ["End_Date", "date"],
        ["Expected_Revenue", "currency"],
        ["Budgeted_Cost", "currency"],
        ["Actual_Cost", "currency"],
        ["Expected_Response", "bigint"],
        ["Num_sent", "bigint", { label: "Numbers sent" }],
        ["Parent_Campaign", "lookup", { module: "Campaigns" }],
      ],
    },
    ...description,
  ],
  relatedLists: [
    ["Leads", "Leads"],
    ["Contacts", "Contacts"],
    ["Deals", "Deals"],
  ],
};
