import { input, structuredObjectInput } from "@prismatic-io/spectral";
import {
  fieldList,
  flag,
  optionalApiName,
  optionalFlag,
  optionalId,
  optionalInteger,
  optionalTime,
  textList,
} from "./cleaners";

const triggerKinds = ["workflow", "approval", "blueprint", "pathfinder", "orchestration", "none"];

const triggers = input({
  label: "Triggers",
  type: "string",
  collection: "valuelist",
  model: triggerKinds.map((kind) => ({ label: kind === "none" ? "None" : kind, value: kind })),
  comments:
    "The kinds of automation that Zoho runs for the write: workflow, approval, blueprint, pathfinder, orchestration. Leave empty for all of them; None runs nothing.",
  example: "workflow",
  clean: (value: unknown) => {
    const kinds = textList("Triggers")(value).map((kind) => kind.toLowerCase());
    const wrong = kinds.find((kind) => !triggerKinds.includes(kind));
    if (wrong)
      throw new Error(`Triggers: expected ${triggerKinds.join(", ")}, got ${JSON.stringify(wrong)}.`);
    return kinds;
  },
});

const skipCadences = input({
  label: "Skip Cadences",
  type: "boolean",
  default: "false",
  comments: "When true, the write starts no cadences.",
  clean: flag("Skip Cadences"),
});

const applyLayoutRules = input({
  label: "Apply Layout Rules",
  type: "boolean",
  default: "false",
  comments:
    "When true, the layout rules of the module are applied, and fields that they require are mandatory.",
  clean: flag("Apply Layout Rules"),
});

const layoutId = input({
  label: "Layout ID",
  type: "string",
  dataSource: "selectLayout",
  placeholder: "Select a layout",
  comments:
    "The unique identifier of the layout of the records. Fields that it requires are mandatory in new records.",
  example: "5725767000000091055",
  clean: optionalId("Layout ID"),
});

const assignmentRuleId = input({
  label: "Assignment Rule ID",
  type: "string",
  dataSource: "selectAssignmentRule",
  placeholder: "Select an assignment rule",
  comments: "The unique identifier of the assignment rule that chooses the owner of new records.",
  example: "5725767000001380001",
  clean: optionalId("Assignment Rule ID"),
});

const approved = input({
  label: "Approved",
  type: "boolean",
  default: "true",
  comments: "When true, the records are approved at once. When false, they wait for approval.",
  clean: (value: unknown) => optionalFlag("Approved")(value) ?? true,
});

/** What Zoho runs beside a write of its own. */
export const ownAutomation = { triggers, skipCadences };

/** What Zoho runs beside a write. */
export const automationInputs = {
  automation: structuredObjectInput({
    label: "Automation",
    comments:
      "What Zoho runs and applies with the write: workflows and the like, cadences, layout rules, the layout, an assignment rule, and whether records wait for approval.",
    inputs: { triggers, skipCadences, applyLayoutRules, layoutId, assignmentRuleId, approved },
  }),
};

const validate = input({
  label: "Validate",
  type: "boolean",
  default: "true",
  comments:
    "When true, values are checked and typed by the module's fields before anything is sent; the fields are read once, for one credit. When false, values are sent as they are.",
  clean: (value: unknown) => optionalFlag("Validate")(value) ?? true,
});

const strict = input({
  label: "Strict",
  type: "boolean",
  default: "false",
  comments:
    "When true, a value for a read-only field is an error. When false, it is left out with a warning.",
  clean: flag("Strict"),
});

const newPicklistValues = input({
  label: "New Picklist Values",
  type: "boolean",
  default: "true",
  comments:
    "When true, picklist values that the module's metadata does not list are sent, and Zoho decides; it lists not all that there are. When false, they are an error.",
  clean: (value: unknown) => optionalFlag("New Picklist Values")(value) ?? true,
});

/** How the values of a bulk job are checked, which are typed in any case. */
export const typedCheckInputs = {
  checks: structuredObjectInput({
    label: "Value Checks",
    comments: "How values are checked by the module's fields before anything is uploaded.",
    inputs: { strict, newPicklistValues },
  }),
};

/** How values are checked before they are sent. */
export const checkInputs = {
  checks: structuredObjectInput({
    label: "Value Checks",
    comments: "How values are checked and typed by the module's fields before anything is sent.",
    inputs: { validate, strict, newPicklistValues },
  }),
};

const concurrency = input({
  label: "Concurrency",
  type: "string",
  placeholder: "Enter a number",
  comments:
    "The number of requests in flight at once, each with up to 100 records. Default is 5, maximum is 10.",
  example: "5",
  clean: optionalInteger("Concurrency", 1, 10),
});

const failOnError = input({
  label: "Fail On Error",
  type: "boolean",
  default: "false",
  comments: "When true, the step fails when any record failed, after all were attempted.",
  clean: flag("Fail On Error"),
});

/** How many records are sent. */
export const manyInputs = { concurrency, failOnError };

export const uniqueField = input({
  label: "Unique Field",
  type: "string",
  dataSource: "selectWritableField",
  placeholder: "Select a field",
  comments:
    "The API name of a field that Zoho keeps unique. When a connection breaks and it is unclear whether records were created, they are looked up by it and only the missing ones are sent again. Without it, or by a field that is not unique, they are reported as OUTCOME_UNKNOWN.",
  example: "ERP_Id",
  clean: optionalApiName("Unique Field"),
});

export const duplicateCheckFields = input({
  label: "Duplicate Check Fields",
  type: "string",
  collection: "valuelist",
  dataSource: "selectWritableField",
  comments:
    "The API names of the fields by which Zoho looks for an existing record, in this order: the module's own check field or unique fields. Leave empty for Zoho's default, such as Email for leads.",
  example: "Email",
  clean: fieldList("Duplicate Check Fields"),
});

export const appendValues = input({
  label: "Append Values",
  type: "string",
  collection: "valuelist",
  dataSource: "selectWritableField",
  comments:
    "The API names of multi-select picklists to whose values the given ones are added, instead of replacing them.",
  example: "Languages",
  clean: fieldList("Append Values"),
});

const ifUnmodifiedSince = input({
  label: "If Unmodified Since",
  type: "string",
  placeholder: "Enter a date and time",
  comments:
    "The time up to which the record must not have changed, such as the Modified_Time that was read. When it changed later, nothing is updated and the error is ALREADY_MODIFIED.",
  example: "2026-03-01T09:00:00+01:00",
  clean: optionalTime("If Unmodified Since"),
});

/** How one record is updated. */
export const updateOptions = structuredObjectInput({
  label: "Update Options",
  comments: "Values that are added rather than replaced, and a time that keeps changes of others.",
  inputs: { appendValues, ifUnmodifiedSince },
});

export const triggerWorkflow = input({
  label: "Trigger Workflow",
  type: "boolean",
  default: "true",
  comments: "When true, the removal runs workflow rules.",
  clean: optionalFlag("Trigger Workflow"),
});

export const recordIds = input({
  label: "Record IDs",
  type: "string",
  collection: "valuelist",
  required: true,
  placeholder: "Enter a record ID",
  comments: "The unique identifiers of the records, of any number. They are sent 100 at a time.",
  example: "5725767000000524001",
  clean: (value: unknown) => {
    const ids = textList("Record IDs")(value);
    if (ids.length === 0) throw new Error("Record IDs: expected at least one ID, got nothing.");
    return ids;
  },
});
