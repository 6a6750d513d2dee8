import type { ModuleSpec } from "../types";

const plain = { inventory_template_supported: false, isBlueprintSupported: false } as const;

/** What can be booked. */
export const services: ModuleSpec = {
  apiName: "Services__s",
  singular: "Service",
  plural: "Services",
  display: "Service_Name",
  duplicateCheck: "Service_Name",
  flags: plain,
  sections: [
    {
      name: "Service Information",
      fields: [
        ["Service_Name", "text", { length: 120, mandatory: true }],
        ["Owner", "ownerlookup", { label: "Service Owner" }],
        ["Duration", "integer", { mandatory: true }],
        ["Location", "picklist", { values: ["Business Address", "Client Address"], mandatory: true }],
        ["Price", "currency", { decimals: 2 }],
        ["Availability_Type", "picklist", { values: ["Every Day", "Specific Day(s)", "Specific Date(s)"] }],
        ["Status", "picklist", { values: ["Active", "Inactive"] }],
        ["Job_Sheet_Required", "picklist", { values: ["Yes", "No"] }],
        ["Description", "textarea", { textarea: "large", length: 32000 }],
      ],
    },
  ],
  relatedLists: [["Appointments", "Appointments__s"]],
};

/** Who comes when for which service. */
export const appointments: ModuleSpec = {
  apiName: "Appointments__s",
  singular: "Appointment",
  plural: "Appointments",
  display: "Appointment_Name",
  flags: plain,
  sections: [
    {
      name: "Appointment Information",
      fields: [
        ["Appointment_Name", "text", { length: 225 }],
        ["Owner", "ownerlookup", { label: "Appointment Owner" }],
        ["Service_Name", "lookup", { module: "Services__s", mandatory: true }],
        [
          "Appointment_For",
          "multi_module_lookup",
          { modules: ["Leads", "Contacts", "Accounts", "Deals"], mandatory: true },
        ],
        ["Appointment_Start_Time", "datetime", { mandatory: true }],
        ["Appointment_End_Time", "datetime"],
        ["Duration", "integer"],
        [
          "Status",
          "picklist",
          { values: ["Scheduled", "Completed", "Cancelled", "Overdue"], restricted: true },
        ],
        ["Cancellation_Reason", "picklist", { values: ["Customer Unavailable", "Other"] }],
        ["Address", "text", { length: 255 }],
        ["Additional_Information", "textarea", { textarea: "large", length: 32000 }],
      ],
    },
  ],
};
