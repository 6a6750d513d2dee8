import type { Answer } from "../../core/answer";
import type { Route } from "../../http/route";
import { failure, ok, refusal } from "../answers";
import { type CrmCall, crmRoute, type ModuleCall, moduleRoute, moduleScopes, scope } from "../call";
import { isObject } from "../objects";
import type { CrmOrganization } from "../organization";
import { personOf } from "../people/staff";
import { perOrganization } from "../perOrganization";
import { failed, type ItemResult, itemsAnswer } from "../records/write/results";
import { asksFor, ofModule, setupList } from "./setupList";

const cadences = setupList({
  name: "cadences",
  key: "cadences",
  path: "/settings/automation/cadences",
  scope: "ZohoCRM.settings.cadences",
  fields: {},
  most: 0,
  words: { created: "", updated: "", deleted: "" },
  createdStatus: 201,
  paged: true,
  idsFrom: 230,
  shows: ofModule,
  mayList: asksFor(failure("INVALID_DATA", "the given module doesn't exist", { param_name: "module" })),
  stock: ({ schema, currentUser }, nextId) =>
    [
      ["New Leads", "Leads", true],
      ["Old Leads", "Leads", false],
    ].map(([name, module, active]) => ({
      id: nextId(),
      name,
      module: { api_name: module, id: schema.get(String(module))?.id },
      description: "",
      active,
      published: true,
      status: active ? "active" : "inactive",
      type: active ? "manual_enrollment" : "custom_view",
      summary: { task_follow_up_count: 1, call_follow_up_count: 1, email_follow_up_count: 2 },
      created_by: personOf(currentUser),
      created_time: currentUser.createdTime,
      modified_by: personOf(currentUser),
      modified_time: currentUser.createdTime,
    })),
});

/** Which records are in which cadence: `cadence record`. */
const enrolledIn = perOrganization(() => new Set<string>());
const limits = { cadences_ids: { most: 5, what: "Cadences" }, ids: { most: 100, what: "Record" } };

const enroll =
  (adds: boolean) =>
  (call: ModuleCall): Answer => {
    const body = isObject(call.request.body) ? call.request.body : {};
    for (const [name, { most, what }] of Object.entries(limits)) {
      const at = { api_name: name, json_path: `$.${name}` };
      const list = body[name] ?? [];
      const isNone = `${what} ids not found`;
      if (!Array.isArray(list))
        return refusal(failure("INVALID_DATA", isNone, { expected_data_type: "jsonarray", ...at }));
      if (list.length === 0) return refusal(failure("MANDATORY_NOT_FOUND", isNone, at));
      if (list.length > most) {
        const message = `Limit Exceeded, You cannot give more than ${most} ${what.toLowerCase()} ids`;
        return refusal(failure("LIMIT_EXCEEDED", message, { limit: most, limit_due_to: [at] }));
      }
    }
    const wanted = texts(body.cadences_ids).map((id) => cadences.of(call.organization).get(id));
    const unfit = wanted.findIndex(
      (cadence) => !cadence || !isObject(cadence.module) || cadence.module.api_name !== call.module.apiName,
    );
    if (unfit >= 0) {
      const at = { api_name: "cadences_ids", json_path: "$.cadences_ids" };
      return refusal(failure("INVALID_DATA", "the given id seems to be invalid", at));
    }
    const known = wanted.flatMap((cadence) => cadence ?? []);
    const unasked = known.findIndex(({ type }) => type !== "manual_enrollment");
    if (unasked >= 0) {
      const at = { api_name: "cadences_id", json_path: `$.cadences_id[${unasked}]` };
      return refusal(failure("NOT_ALLOWED", "id given is not manual enrollment cadence", at));
    }
    const named = known.map(({ id, name }) => ({ id, name }));
    const results = texts(body.ids).map((id, index) => enrollOne(call, id, index, named, adds));
    const areTaken = results.every(({ status }) => status === "success");
    return areTaken && call.organization.behaviours.enrollments === "scheduled"
      ? itemsAnswer("data", [scheduledForAll], 202)
      : itemsAnswer("data", results, 200);
  };

const scheduledForAll: ItemResult = {
  code: "SCHEDULED",
  details: {},
  message: "Cadence manual enrolment is in progress.",
  status: "success",
};

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

function enrollOne(
  { organization, module }: ModuleCall,
  id: string,
  index: number,
  named: readonly { id: string; name: unknown }[],
  adds: boolean,
): ItemResult {
  const at = { api_name: "ids", json_path: `$.ids[${index}]` };
  const enrolled = enrolledIn(organization);
  const keys = named.map((cadence) => `${cadence.id} ${id}`);
  if (!organization.store(module).get(id))
    return failed(failure("INVALID_DATA", "given id seems to be invalid", at));
  if (!adds && keys.some((key) => !enrolled.has(key)))
    return failed(failure("INVALID_DATA", "the record is not enrolled in the cadence", at));
  for (const key of keys) {
    if (adds) enrolled.add(key);
    else enrolled.delete(key);
  }
  const message = `records manually ${adds ? "enrolled" : "unenrolled"}`;
  return { code: "SUCCESS", details: { id, cadences: named }, message, status: "success" };
}

/** What the functions of the organisation make of their arguments. */
const functions: Readonly<Record<string, (values: Record<string, unknown>) => string>> = {
  echo: (values) => JSON.stringify(values),
  greet: ({ name = "nobody" }) => `Hello ${name}`,
};

function execute({ organization, request }: CrmCall): Answer {
  const { name = "" } = request.params;
  const run = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (!run)
    return refusal(
      failure("INVALID_DATA", "the function name given seems to be invalid", { api_name: name }),
    );
  if (request.query.get("auth_type") !== "oauth")
    return refusal(failure("AUTHENTICATION_FAILURE", "Authentication failed"), 401);
  const given = request.query.get("arguments") ?? "{}";
  const details = { output: run(JSON.parse(given)), output_type: "string", id: organization.ids.next() };
  return ok({ code: "success", details, message: "function executed successfully" });
}

const wrongParam = "The value provided to the param is Invalid";

/** Rules and actions of automation, which are made in Setup and read here. */
const automationList = (
  name: string,
  key: string,
  scopeName: string,
  idsFrom: number,
  more: (organization: CrmOrganization, nextId: () => string) => object,
) =>
  setupList({
    name,
    key,
    path: `/settings/automation/${key}`,
    scope: `ZohoCRM.settings.${scopeName}`,
    fields: {},
    most: 0,
    words: { created: "", updated: "", deleted: "" },
    createdStatus: 201,
    paged: true,
    idsFrom,
    shows: ofModule,
    mayList: asksFor(
      failure("INVALID_MODULE", wrongParam, { param_name: "module" }),
      failure("INVALID_DATA", wrongParam, { param_name: "sort_order" }),
    ),
    stock: (organization, nextId) => {
      const { currentUser } = organization;
      const [by, at] = [personOf(currentUser), currentUser.createdTime];
      const people = { created_by: by, created_time: at, modified_by: by, modified_time: at };
      return [{ id: nextId(), ...people, source: "crm", ...more(organization, nextId) }];
    },
  });

const leadsOf = ({ schema }: CrmOrganization) => {
  const leads = schema.get("Leads");
  return {
    api_name: "Leads",
    id: leads?.id,
    singular_label: "Lead",
    plural_label: "Leads",
    moduleName: "Leads",
  };
};
const isKept = { lock_status: { locked: false }, editable: true, deletable: true, associated: true };

const rules = automationList("workflowRules", "workflow_rules", "workflow_rules", 300, (organization) => {
  const { api_name, id } = leadsOf(organization);
  return {
    name: "Big Leads",
    description: null,
    module: { api_name, id },
    status: { active: true },
    execute_when: { type: "create", details: { trigger_module: { api_name, id } } },
    last_executed_time: null,
    lock: { status: false, message: null },
    editable: true,
    deletable: true,
    conditions: [],
  };
});

const webhooks = automationList("webhooks", "webhooks", "automation_actions", 310, (organization) => {
  const { api_name, id } = leadsOf(organization);
  return {
    ...isKept,
    name: "Tell the Warehouse",
    description: null,
    module: { api_name, id },
    related_module: { api_name, id },
    url: "https://hooks.example.com/leads",
    http_method: "POST",
    feature_type: "workflow",
    url_parameters: {},
    authentication: { type: "general" },
  };
});

const fieldUpdates = automationList(
  "fieldUpdates",
  "field_updates",
  "automation_actions",
  320,
  (organization) => {
    const rating = organization.schema.get("Leads")?.fields.get("Rating");
    return {
      ...isKept,
      name: "Rate Big Leads",
      module: leadsOf(organization),
      related_module: null,
      type: "static",
      update_type: "overwrite",
      feature_type: "workflow",
      notify: false,
      field: { id: rating?.id, api_name: "Rating", ui_type: 2 },
      value: "Active",
    };
  },
);

const workflowTasks = automationList("workflowTasks", "tasks", "automation_actions", 330, (organization) => {
  const subject = organization.schema.get("Tasks")?.fields.get("Subject");
  return {
    ...isKept,
    name: "Call the Lead",
    module: leadsOf(organization),
    notify: false,
    feature_type: "workflow",
    field_mappings: [
      {
        field: { id: subject?.id, api_name: "Subject" },
        type: "static",
        value: "Call",
        display_value: "Call",
      },
    ],
  };
});

const may = { scopes: moduleScopes("CREATE", "WRITE") };

/** What Zoho runs by itself. */
export const automationRoutes: Route[] = [
  cadences.list,
  ...[rules, webhooks, fieldUpdates, workflowTasks].flatMap(({ list, get }) => [list, get]),
  moduleRoute("crm.cadences.enroll", ["POST", "/:module/actions/enrol_in_cadences"], enroll(true), may),
  moduleRoute(
    "crm.cadences.unenroll",
    ["POST", "/:module/actions/unenrol_from_cadences"],
    enroll(false),
    may,
  ),
  crmRoute("crm.functions.execute", ["POST", "/functions/:name/actions/execute"], execute, {
    scopes: scope("ZohoCRM.functions.execute.CREATE"),
  }),
];
