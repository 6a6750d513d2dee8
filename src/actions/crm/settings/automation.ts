import { input } from "@prismatic-io/spectral";
import { crmAction } from "../../../define";
import {
  chosen,
  optionalApiName,
  optionalFlag,
  optionalObject,
  requiredText,
  someIds,
} from "../../../inputs/cleaners";
import { updatableModule, viewableModule } from "../../../inputs/modules";
import { numberedPaging } from "../../../inputs/paging";
import { manyInputs, recordIds } from "../../../inputs/writing";
import {
  enrollInCadence,
  executeFunction,
  getCadences,
  getWorkflowActions,
  getWorkflowRules,
  unenrollFromCadence,
} from "../../../zoho/crm/settings/automation";
import { numberedPageInfo, oneOfTwo, recordId, time, unknownSecond, user } from "../exampleValues";

const cadenceModule = input({
  ...viewableModule,
  required: false,
  comments: "The API name of the module whose cadences to list. Leave empty for all modules.",
  clean: optionalApiName("Record Type"),
});

const cadenceIds = input({
  label: "Cadence IDs",
  type: "string",
  collection: "valuelist",
  required: true,
  dataSource: "selectCadence",
  placeholder: "Select a cadence",
  comments: "The unique identifiers of active cadences of the module. Maximum is 5.",
  example: "5725767000000230001",
  clean: (value: unknown) => {
    const ids = someIds("Cadence IDs")(value);
    if (ids.length <= 5) return ids;
    throw new Error(`Cadence IDs: expected at most 5, got ${ids.length} of them.`);
  },
});

const enrolledIds = input({
  ...recordIds,
  comments: "The unique identifiers of the records, of any number. They are sent 100 at a time.",
  clean: someIds("Record IDs"),
});

const functionName = input({
  label: "Function Name",
  type: "string",
  required: true,
  placeholder: "Enter a function name",
  comments:
    "The API name of a standalone function whose REST API is switched on with OAuth 2.0 in Setup, under Developer Hub, Functions.",
  example: "sync_orders",
  clean: requiredText("Function Name"),
});

const functionArguments = input({
  label: "Function Arguments",
  type: "code",
  language: "json",
  comments: "What the function is given, as a JSON object by the names of its parameters.",
  example: '{ "name": "Ada" }',
  clean: optionalObject("Function Arguments"),
});

const leads = { api_name: "Leads", id: "5725767000000002175" };
const stamps = { created_by: user, created_time: time, modified_by: user, modified_time: time };
const cadence = { name: "New Leads", id: "5725767000000230001" };
const enrolling = { recordType: updatableModule, recordIds: enrolledIds, cadenceIds, ...manyInputs };

const enrolledExample = (message: string) => ({
  data: [
    {
      index: 0,
      status: "success",
      code: "SUCCESS",
      message,
      id: recordId,
      action: "update",
      details: { id: recordId, cadences: [cadence] },
    },
    unknownSecond("ids"),
  ],
  summary: oneOfTwo,
});

export const crmGetCadences = crmAction({
  label: "CRM - Get Cadences",
  description: "Returns the cadences of a module or of all modules, one page or all of them.",
  inputs: { recordType: cadenceModule, ...numberedPaging },
  call: getCadences,
  example: {
    cadences: [
      {
        ...cadence,
        module: leads,
        description: "",
        active: true,
        published: true,
        status: "active",
        type: "manual_enrollment",
        summary: { task_follow_up_count: 1, call_follow_up_count: 1, email_follow_up_count: 2 },
        ...stamps,
      },
    ],
    info: numberedPageInfo,
  },
});

export const crmEnrollInCadence = crmAction({
  label: "CRM - Enroll in Cadence",
  description: "Enrolls any number of records in cadences and reports what became of each.",
  inputs: enrolling,
  call: enrollInCadence,
  writes: true,
  example: enrolledExample("records manually enrolled"),
});

export const crmUnenrollFromCadence = crmAction({
  label: "CRM - Unenroll From Cadence",
  description: "Takes any number of records out of cadences and reports what became of each.",
  inputs: enrolling,
  call: unenrollFromCadence,
  writes: true,
  example: enrolledExample("records manually unenrolled"),
});

export const crmExecuteFunction = crmAction({
  label: "CRM - Execute Function",
  description: "Runs a function of the organization and returns what it gives.",
  inputs: { functionName, functionArguments },
  call: executeFunction,
  writes: true,
  example: {
    code: "success",
    details: { output: "Hello Ada", output_type: "string", id: "5725767000000240001" },
    message: "function executed successfully",
  },
});

const ruleModule = input({
  ...cadenceModule,
  comments: "The API name of the module whose automation to list. Leave empty for all modules.",
});

const activeRules = input({
  label: "Active",
  type: "boolean",
  comments: "When true, only active rules are listed; when false, only inactive ones. Leave empty for all.",
  example: "true",
  clean: optionalFlag("Active"),
});

const actionKind = input({
  label: "Action Kind",
  type: "string",
  default: "webhooks",
  model: [
    { label: "Webhooks", value: "webhooks" },
    { label: "Field Updates", value: "fieldUpdates" },
    { label: "Tasks", value: "tasks" },
  ],
  comments: "What the workflow actions do.",
  clean: chosen("Action Kind", ["webhooks", "fieldUpdates", "tasks"], "webhooks"),
});

export const crmGetWorkflowRules = crmAction({
  label: "CRM - Get Workflow Rules",
  description: "Returns the workflow rules of a module or of all modules, one page or all of them.",
  inputs: { recordType: ruleModule, active: activeRules, ...numberedPaging },
  call: getWorkflowRules,
  example: {
    workflow_rules: [
      {
        id: "5725767000000300001",
        name: "Big Leads",
        description: null,
        module: leads,
        execute_when: { type: "create", details: { trigger_module: leads } },
        conditions: [],
        status: { active: true },
        source: "crm",
        lock: { status: false, message: null },
        editable: true,
        deletable: true,
        last_executed_time: null,
        ...stamps,
      },
    ],
    info: numberedPageInfo,
  },
});

export const crmGetWorkflowActions = crmAction({
  label: "CRM - Get Workflow Actions",
  description: "Returns the webhooks, field updates or tasks that workflow rules can run.",
  inputs: { actionKind, recordType: ruleModule, ...numberedPaging },
  call: getWorkflowActions,
  example: {
    actions: [
      {
        id: "5725767000000310001",
        name: "Tell the Warehouse",
        description: null,
        module: leads,
        related_module: leads,
        url: "https://hooks.example.com/leads",
        http_method: "POST",
        url_parameters: {},
        authentication: { type: "general" },
        feature_type: "workflow",
        source: "crm",
        lock_status: { locked: false },
        editable: true,
        deletable: true,
        associated: true,
        ...stamps,
      },
    ],
    info: numberedPageInfo,
  },
});
