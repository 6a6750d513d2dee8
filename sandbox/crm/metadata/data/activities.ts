import { callPurposes, callResults, callStatuses, callTypes, priorities, taskStatuses } from "../picklists";
import type { FieldRow, ModuleSpec } from "../types";
import { description } from "./common";

const relatedTo: FieldRow[] = [
  ["Who_Id", "lookup", { label: "Contact Name", module: "Contacts" }],
  [
    "What_Id",
    "multi_module_lookup",
    {
      label: "Related To",
      modules: [
        "Accounts",
        "Deals",
        "Products",
        "Quotes",
        "Sales_Orders",
        "Purchase_Orders",
        "Invoices",
        "Campaigns",
        "Vendors",
        "Cases",
        "Solutions",
        "Leads",
        "Properties",
        "Inspections",
      ],
    },
  ],
  ["Recurring_Activity", "RRULE", { label: "Repeat" }],
];

export const tasks: ModuleSpec = {
  apiName: "Tasks",
  singular: "Task",
  plural: "Tasks",
  display: "Subject",
  sections: [
    {
      name: "Task Information",
      fields: [
        ["Owner", "ownerlookup", { label: "Task Owner" }],
        ["Subject", "text", { length: 255, mandatory: true }],
        ["Due_Date", "date"],
        ...relatedTo,
        ["Status", "picklist", { values: taskStatuses }],
        ["Priority", "picklist", { values: priorities }],
        ["Send_Notification_Email", "boolean", { hidden: true }],
        ["Remind_At", "ALARM", { label: "Reminder" }],
        ["Closed_Time", "datetime", { readOnly: true, hidden: true }],
      ],
    },
    ...description,
  ],
};

export const events: ModuleSpec = {
  apiName: "Events",
  singular: "Meeting",
  plural: "Meetings",
  display: "Event_Title",
  sections: [
    {
      name: "Meeting Information",
      fields: [
        ["Owner", "ownerlookup", { label: "Host" }],
        ["Event_Title", "text", { label: "Title", length: 255, mandatory: true }],
        [
          "Meeting_Venue__s",
          "picklist",
          { label: "Meeting Venue", values: ["Client location", "In-office", "Online"] },
        ],
        ["Venue", "text", { label: "Location", length: 255 }],
        ["All_day", "boolean"],
        ["Start_DateTime", "datetime", { label: "From", mandatory: true }],
        ["End_DateTime", "datetime", { label: "To", mandatory: true }],
        ...relatedTo,
        ["Participants", "text", { json: "jsonarray", length: 2000 }],
        ["Remind_At", "event_reminder", { label: "Participants Reminder" }],
        ["Check_In_Time", "datetime", { readOnly: true, hidden: true }],
        ["Check_In_Status", "text", { readOnly: true, hidden: true }],
      ],
    },
    ...description,
  ],
};

export const calls: ModuleSpec = {
  apiName: "Calls",
  singular: "Call",
  plural: "Calls",
  display: "Subject",
  sections: [
    {
      name: "Call Information",
      fields: [
        ["Owner", "ownerlookup", { label: "Call Owner" }],
        ["Subject", "text", { length: 255, mandatory: true }],
        ["Call_Type", "picklist", { values: callTypes, mandatory: true, restricted: true }],
        ["Call_Start_Time", "datetime", { mandatory: true }],
        ["Call_Duration", "text", { length: 50, mandatory: true }],
        ["Call_Duration_in_seconds", "integer", { readOnly: true, hidden: true }],
        ...relatedTo,
        ["Call_Purpose", "picklist", { values: callPurposes }],
        ["Call_Agenda", "text", { length: 255 }],
        ["Call_Result", "picklist", { values: callResults }],
        ["Outbound_Call_Status", "picklist", { values: callStatuses }],
        ["Dialled_Number", "text", { length: 255 }],
        ["Caller_ID", "text", { length: 255 }],
        ["CTI_Entry", "boolean", { label: "CTI Entry", readOnly: true, hidden: true }],
        [
          "Reminder",
          "picklist",
          {
            values: [
              "None",
              "5 minutes before",
              "10 minutes before",
              "15 minutes before",
              "30 minutes before",
            ],
          },
        ],
      ],
    },
    ...description,
  ],
};
