import type { FieldRow, ModuleSpec, SectionSpec } from "../types";

/**
 * The five fields of an address, such as `Billing_Street` to `Billing_Country`; contacts call the fourth
 * `Zip`, others `Code`.
 */
export const address = (prefix: string, code: "Code" | "Zip" = "Code"): FieldRow[] => [
  [`${prefix}_Street`, "text", { length: 250 }],
  [`${prefix}_City`, "text", { length: 100 }],
  [`${prefix}_State`, "text", { length: 100 }],
  [`${prefix}_${code}`, "text", { length: 30 }],
  [`${prefix}_Country`, "text", { length: 100 }],
];

export const description: readonly SectionSpec[] = [
  {
    name: "Description Information",
    fields: [["Description", "textarea", { textarea: "large", length: 32000 }]],
  },
];

/** The fields that Zoho keeps for every record of a module. */
export const systemFields = (spec: ModuleSpec): FieldRow[] => {
  const owned: FieldRow[] = [
    ["Tag", "text", { json: "jsonarray", length: 2000, hidden: true }],
    ["Last_Activity_Time", "datetime", { readOnly: true, hidden: true }],
    [
      "Unsubscribed_Mode",
      "picklist",
      {
        values: ["Consent form", "Manual", "Unsubscribe link", "Zoho campaigns"],
        readOnly: true,
        hidden: true,
      },
    ],
    ["Unsubscribed_Time", "datetime", { readOnly: true, hidden: true }],
    ["Change_Log_Time__s", "datetime", { label: "Change Log Time", readOnly: true, hidden: true }],
    ["Locked__s", "boolean", { label: "Locked", readOnly: true, hidden: true }],
    [
      "Record_Status__s",
      "picklist",
      { label: "Record Status", values: ["Available", "Draft", "Trash"], readOnly: true, hidden: true },
    ],
  ];
  const parented: FieldRow[] = spec.parent
    ? [["Parent_Id", "lookup", { module: spec.parent, readOnly: true, hidden: true }]]
    : [];
  const id: FieldRow = ["id", "bigint", { label: "Record Id", readOnly: true, hidden: true }];
  const modified: FieldRow[] = [
    ["Modified_By", "ownerlookup", { readOnly: true }],
    ["Modified_Time", "datetime", { readOnly: true }],
  ];
  if (spec.kind === "field_tracker") return [id, ...modified];
  return [
    id,
    ["Created_By", "ownerlookup", { readOnly: true }],
    ["Created_Time", "datetime", { readOnly: true }],
    ...modified,
    ...(spec.kind === "subform" || spec.kind === "linking" ? parented : owned),
    ["Layout", "layout", { hidden: true }],
  ];
};
