import { type BatchResult, reportOf } from "../../batch/outcomes";
import { isObject, type JsonObject, textAt } from "../../core/json";
import type { Operation } from "../../http/operation";
import type { Crm } from "../crm";
import { type PagingInput, readList } from "../paging";
import { type RecordBatch, sendRecords } from "../records/write/sendRecords";
import { changing, creating, reading } from "./calls";

const enrolling = {
  ...changing,
  method: "POST",
  scope: "ZohoCRM.modules.{module}.CREATE",
  success: [200, 202, 207],
  items: "data",
} as const;

/** Cadences and functions, which Zoho runs by itself. */
export const automationOperations = {
  getCadences: {
    ...reading,
    path: "/crm/{version}/settings/automation/cadences",
    scope: "ZohoCRM.settings.cadences.READ",
    answers: "cadences",
  },
  getWorkflowRules: {
    ...reading,
    path: "/crm/{version}/settings/automation/workflow_rules",
    scope: "ZohoCRM.settings.workflow_rules.READ",
    answers: "workflow_rules",
  },
  getWebhooks: {
    ...reading,
    path: "/crm/{version}/settings/automation/webhooks",
    scope: "ZohoCRM.settings.automation_actions.READ",
    answers: "webhooks",
  },
  getFieldUpdates: {
    ...reading,
    path: "/crm/{version}/settings/automation/field_updates",
    scope: "ZohoCRM.settings.automation_actions.READ",
    answers: "field_updates",
  },
  getWorkflowTasks: {
    ...reading,
    path: "/crm/{version}/settings/automation/tasks",
    scope: "ZohoCRM.settings.automation_actions.READ",
    answers: "tasks",
  },
  enrollInCadences: { ...enrolling, path: "/crm/{version}/{module}/actions/enrol_in_cadences" },
  unenrollFromCadences: { ...enrolling, path: "/crm/{version}/{module}/actions/unenrol_from_cadences" },
  executeFunction: {
    ...creating,
    path: "/crm/{version}/functions/{function}/actions/execute",
    scope: "ZohoCRM.functions.execute.CREATE",
    success: [200],
    answers: "details",
  },
} as const;

/**
 * The cadences of a module or of all modules, by page or all of them.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-cadences.html
 */
export async function getCadences(
  crm: Crm,
  { recordType, ...paging }: Omit<PagingInput, "page_token"> & { recordType?: string },
): Promise<{ cadences: JsonObject[]; info: JsonObject }> {
  const call = { query: { module: recordType } };
  const { rows, info } = await readList(crm, automationOperations.getCadences, call, "cadences", paging);
  return { cadences: rows, info };
}

type ListInput = Omit<PagingInput, "page_token"> & { readonly recordType?: string };

/**
 * The workflow rules of a module or of all modules, by page or all of them.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-workflow-rules.html
 */
export async function getWorkflowRules(
  crm: Crm,
  { recordType, active, ...paging }: ListInput & { active?: boolean },
): Promise<{ workflow_rules: JsonObject[]; info: JsonObject }> {
  const call = { query: { module: recordType, status_active: active } };
  const operation = automationOperations.getWorkflowRules;
  const { rows, info } = await readList(crm, operation, call, "workflow_rules", paging);
  return { workflow_rules: rows, info };
}

const actionLists = {
  webhooks: automationOperations.getWebhooks,
  fieldUpdates: automationOperations.getFieldUpdates,
  tasks: automationOperations.getWorkflowTasks,
} as const;

/**
 * What workflow rules can do, of one kind: the webhooks, field updates or tasks of a module or of all
 * modules.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-webhooks.html,
 * https://www.zoho.com/crm/developer/docs/api/v8/get-field-updates.html and
 * https://www.zoho.com/crm/developer/docs/api/v8/get-automation-tasks.html
 */
export async function getWorkflowActions(
  crm: Crm,
  { recordType, actionKind, ...paging }: ListInput & { actionKind: keyof typeof actionLists },
): Promise<{ actions: JsonObject[]; info: JsonObject }> {
  const operation = actionLists[actionKind];
  const call = { query: { module: recordType } };
  const { rows, info } = await readList(crm, operation, call, operation.answers, paging);
  return { actions: rows, info };
}

export interface CadenceInput {
  readonly recordType: string;
  readonly recordIds: readonly string[];
  /** At most five, of the same module. */
  readonly cadenceIds: readonly string[];
  /** Requests in flight at once, 5 when left out. */
  readonly concurrency?: number;
  /** Throw when any record failed, after all were attempted. */
  readonly failOnError?: boolean;
}

/** What Zoho takes in one request. */
const CHUNK = 100;

/**
 * Enrolls records in cadences. Where it takes time, Zoho answers `SCHEDULED` once for all of them.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/enroll-in-cadences.html
 */
export const enrollInCadence = (crm: Crm, input: CadenceInput): Promise<BatchResult> =>
  sendAll(crm, automationOperations.enrollInCadences, input);

/**
 * Takes records out of cadences.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/unenroll-from-cadences.html
 */
export const unenrollFromCadence = (crm: Crm, input: CadenceInput): Promise<BatchResult> =>
  sendAll(crm, automationOperations.unenrollFromCadences, input);

async function sendAll(
  crm: Crm,
  operation: Operation,
  { recordType, recordIds, cadenceIds, concurrency = 5, failOnError = false }: CadenceInput,
): Promise<BatchResult> {
  const entries = recordIds.map((id, index) => ({ index, record: { id } }));
  const batch: RecordBatch = {
    operation,
    action: "update",
    chunkSize: CHUNK,
    concurrency,
    keys: (record) => [String(record.id)],
    call: (records) => ({
      path: { module: recordType },
      body: { cadences_ids: cadenceIds, ids: records.map((record) => textAt(record, "id")) },
    }),
  };
  return reportOf(crm, await sendRecords(crm, batch, entries, recordIds), failOnError);
}

/**
 * Runs a standalone function that has its REST API with OAuth 2.0 switched on. Zoho gives what it returns as
 * text under `details.output`.
 * @param input.functionArguments by the names of the function's parameters.
 * @throws ZohoError for a function that is not there or fails; of kind `unknown` where it may have run.
 * @see https://www.zoho.com/crm/developer/docs/functions/serverless-fn-oauth.html
 */
export async function executeFunction(
  crm: Crm,
  { functionName, functionArguments }: { functionName: string; functionArguments?: JsonObject },
): Promise<JsonObject> {
  const query = {
    auth_type: "oauth",
    arguments: functionArguments ? JSON.stringify(functionArguments) : undefined,
  };
  const { body } = await crm.send(automationOperations.executeFunction, {
    path: { function: functionName },
    query,
  });
  return isObject(body) ? body : {};
}
