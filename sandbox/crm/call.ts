import { scopeNameOf } from "../accounts/scopes";
import type { Behaviours } from "../behaviours";
import type { Answer } from "../core/answer";
import { refusals } from "../http/refusals";
import type { Route, SandboxRequest } from "../http/route";
import { invalidModule, missingParam, refusal } from "./answers";
import { jobsOf } from "./jobs/jobs";
import type { Module } from "./metadata/types";
import { isObject, objectsOf } from "./objects";
import type { CrmOrganization } from "./organization";

const versions = ["v2", "v2.1", "v3", "v4", "v5", "v6", "v7", "v8"];

/** A request to the CRM, with the organisation and the version it is meant for. */
export interface CrmCall {
  organization: CrmOrganization;
  /** `v2` to `v8`. */
  version: string;
  request: SandboxRequest;
}

export interface ModuleCall extends CrmCall {
  module: Module;
}

type Handler<Call> = (call: Call) => Answer | Promise<Answer>;
type Settings = Omit<Route, "operation" | "method" | "path" | "handle">;

/** A route under `/crm/{version}`, or for `/bulk/…` under `/crm/bulk/{version}`. */
export function crmRoute(
  operation: string,
  [method, path]: readonly [Route["method"], string],
  handle: Handler<CrmCall>,
  settings: Settings = {},
): Route {
  return {
    operation,
    method,
    path: path.startsWith("/bulk/")
      ? `/crm${path.replace("/bulk/", "/bulk/:version/")}`
      : `/crm/:version${path}`,
    ...settings,
    handle: async (request) => {
      const version = request.params.version ?? "";
      if (!versions.includes(version)) return refusals.crm.path;
      const organization = request.world.crm;
      jobsOf(organization).runDue();
      const answer = await handle({ organization, version, request });
      return withPlayedStatus(
        request.holdsScope(TAGS_SCOPE) ? answer : withoutTags(answer),
        organization.behaviours,
      );
    },
  };
}

/** A route whose path names a module (`:module`); an unknown one is INVALID_MODULE. */
export function moduleRoute(
  operation: string,
  methodAndPath: readonly [Route["method"], string],
  handle: Handler<ModuleCall>,
  settings: Settings = {},
): Route {
  return crmRoute(
    operation,
    methodAndPath,
    (call) => {
      const { module: name = "", id } = call.request.params;
      const module = moduleOf(call.organization, name);
      if (reserved.has(name) || id === "actions") return refusals.crm.path;
      if (!module) return refusal(invalidModule({ resource_path_index: 0 }));
      if (!module.flags.api_supported) return refusal(unsupportedModule);
      return handle({ ...call, module });
    },
    settings,
  );
}

/**
 * A settings route that asks for a module by the parameter `module`.
 * @param unknown with which details one is refused that is not there.
 */
export function settingsRoute(
  operation: string,
  methodAndPath: readonly [Route["method"], string],
  handle: Handler<ModuleCall>,
  settings: Settings = {},
  unknown: Readonly<Record<string, unknown>> = { param_name: "module" },
): Route {
  return crmRoute(
    operation,
    methodAndPath,
    (call) => {
      const name = call.request.query.get("module");
      if (!name) return refusal(missingParam("module"));
      const module = call.organization.schema.get(name);
      return module ? handle({ ...call, module }) : refusal(invalidModule(unknown));
    },
    settings,
  );
}

/**
 * The scope of an operation on the module of the path: `ZohoCRM.modules.{module}.{operation}`; custom modules
 * share `custom`.
 */
export const moduleScopes =
  (...operations: string[]) =>
  (request: SandboxRequest): string[] => {
    const module = moduleOf(request.world.crm, request.params.module ?? "");
    const owner = module?.parent ? request.world.crm.schema.get(module.parent) : module;
    const name = owner?.kind === "custom" ? "custom" : scopeNameOf(owner?.apiName ?? "");
    return operations.map((operation) => `ZohoCRM.modules.${name}.${operation}`);
  };

export const scope = (name: string) => (): string[] => [name];

/** Refuses an operation that a module does not have, such as adding rows to a subform on their own. */
export const ifAllowed =
  (flag: "creatable" | "editable" | "deletable", handle: Handler<ModuleCall>): Handler<ModuleCall> =>
  (call) =>
    call.module.flags[flag] ? handle(call) : refusal(unsupportedModule);

const TAGS_SCOPE = "ZohoCRM.settings.tags.READ";

/** To a token without the scope of tags every record's `Tag` is empty, and nothing says so. */
function withoutTags(answer: Answer): Answer {
  if (!isObject(answer.body) || !Array.isArray(answer.body.data)) return answer;
  const data = answer.body.data.map((row: unknown) =>
    isObject(row) && "Tag" in row ? { ...row, Tag: [] } : row,
  );
  return { ...answer, body: { ...answer.body, data } };
}

/** The status of an answer with one result a record, where some or all records were refused. */
function withPlayedStatus(answer: Answer, { mixedBatchStatus, failedBatchStatus }: Behaviours): Answer {
  if (answer.status === 207) return { ...answer, status: Number(mixedBatchStatus) };
  const results = isObject(answer.body) ? objectsOf(answer.body.data) : [];
  if (answer.status !== 400 || results.length === 0) return answer;
  return { ...answer, status: Number(failedBatchStatus) };
}

const unsupportedModule = {
  code: "INVALID_MODULE",
  details: {},
  message: "the given module is not supported in api",
};

/** Parts of Zoho's paths that stand where a module could. */
const reserved = new Set([
  "actions",
  "settings",
  "org",
  "users",
  "files",
  "coql",
  "features",
  "functions",
  "upload",
  "bulk",
  "portals",
]);

/** A module by its name in a path, in whatever case: clients are known that send `/leads`. */
function moduleOf({ schema }: CrmOrganization, name: string): Module | undefined {
  const lower = name.toLowerCase();
  return schema.get(name) ?? [...schema.values()].find(({ apiName }) => apiName.toLowerCase() === lower);
}
