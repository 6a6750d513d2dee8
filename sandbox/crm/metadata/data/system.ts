import type { ModuleSpec } from "../types";

const withoutTab = { show_as_tab: false, quick_create: false, isBlueprintSupported: false } as const;

/** The modules whose records take notes and attachments. */
const annotatable = [
  "Leads",
  "Contacts",
  "Accounts",
  "Deals",
  "Campaigns",
  "Tasks",
  "Events",
  "Calls",
  "Products",
  "Vendors",
  "Price_Books",
  "Quotes",
  "Sales_Orders",
  "Purchase_Orders",
  "Invoices",
  "Cases",
  "Solutions",
  "Properties",
  "Inspections",
];

export const notes: ModuleSpec = {
  apiName: "Notes",
  singular: "Note",
  plural: "Notes",
  display: "Note_Title",
  flags: withoutTab,
  sections: [
    {
      name: "Note Information",
      fields: [
        ["Owner", "ownerlookup", { label: "Note Owner" }],
        ["Note_Title", "text", { length: 120 }],
        ["Note_Content", "textarea", { textarea: "large", length: 65535 }],
        [
          "Parent_Id",
          "multi_module_lookup",
          {
            label: "Parent ID",
            modules: annotatable,
            mandatory: true,
          },
        ],
      ],
    },
  ],
};

export const attachments: ModuleSpec = {
  apiName: "Attachments",
  singular: "Attachment",
  plural: "Attachments",
  display: "File_Name",
  flags: { ...withoutTab, creatable: false, editable: false, global_search_supported: false },
  sections: [
    {
      name: "Attachment Information",
      fields: [
        ["Owner", "ownerlookup", { label: "Attachment Owner" }],
        ["File_Name", "text", { length: 120 }],
        ["Size", "bigint", { readOnly: true }],
        ["Parent_Id", "multi_module_lookup", { label: "Parent ID", modules: annotatable }],
      ],
    },
  ],
};

/** Tasks, meetings and calls as one tab; it has no records of its own. */
export const activities: ModuleSpec = {
  apiName: "Activities",
  singular: "Activity",
  plural: "Activities",
  display: "Subject",
  flags: {
    creatable: false,
    editable: false,
    deletable: false,
    quick_create: false,
    lookupable: false,
    api_supported: false,
  },
  sections: [{ name: "Activity Information", fields: [["Subject", "text"]] }],
};

/** The locks of records, whose fields clients ask for. */
export const lockingInformation: ModuleSpec = {
  apiName: "Locking_Information__s",
  singular: "Locking Information",
  plural: "Locking Information",
  display: "Locked_Reason__s",
  flags: { ...withoutTab, creatable: false, editable: false, deletable: false, api_supported: false },
  sections: [
    {
      name: "Locking Information",
      fields: [
        ["Locked_Reason__s", "textarea", { textarea: "small", length: 3000 }],
        ["Locked_By__s", "userlookup"],
        ["Locked_For__s", "multi_module_lookup", { modules: annotatable }],
        ["Locked_Time__s", "datetime"],
        ["Lock_Source__s", "picklist", { values: ["Manual", "Automatic"] }],
        ["Feature_Type__s", "text"],
      ],
    },
  ],
};

/** The users as COQL and lookups see them. */
export const users: ModuleSpec = {
  apiName: "Users",
  singular: "User",
  plural: "Users",
  display: "full_name",
  flags: { ...withoutTab, creatable: false, editable: false, deletable: false, api_supported: false },
  sections: [
    {
      name: "User Information",
      fields: [
        ["first_name", "text"],
        ["last_name", "text"],
        ["full_name", "text", { readOnly: true }],
        ["email", "email"],
        ["role", "lookup", { module: "Roles" }],
        ["profile", "lookup", { module: "Profiles" }],
        ["status", "picklist", { values: ["active", "disabled", "deleted"] }],
        ["phone", "phone"],
        ["mobile", "phone"],
        ["alias", "text"],
      ],
    },
  ],
};
