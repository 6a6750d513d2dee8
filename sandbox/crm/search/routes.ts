import type { Answer } from "../../core/answer";
import { refusals } from "../../http/refusals";
import type { Route } from "../../http/route";
import { failure, listAnswer, refusal } from "../answers";
import { type ModuleCall, moduleRoute, moduleScopes } from "../call";
import { withFaults } from "../coql/answer";
import { isObject } from "../objects";
import { search } from "./search";

const settings = { scopes: moduleScopes("READ"), subConcurrency: () => true };
const otherScope = "ZohoSearch.securesearch.READ";

/**
 * `GET /{module}/search`, and since v8 `POST /{module}/bulk/search` with the same parameters in its body; see
 * "Search Records" in Zoho's documentation.
 */
export const searchRoutes: readonly Route[] = [
  moduleRoute(
    "crm.records.search",
    ["GET", "/:module/search"],
    (call) => answer(call, call.request.query, 10),
    settings,
  ),
  moduleRoute("crm.records.bulkSearch", ["POST", "/:module/bulk/search"], bulkSearch, settings),
];

function bulkSearch(call: ModuleCall): Answer {
  if (call.version !== "v8") {
    return refusal(
      failure("API_NOT_SUPPORTED", "api not supported in this version", { supported_version: "v8" }),
    );
  }
  const { body } = call.request;
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(isObject(body) ? body : {})) params.set(name, String(value));
  return answer(call, params, 15);
}

function answer(call: ModuleCall, params: URLSearchParams, conditions: number): Answer {
  if (!call.request.holdsScope(otherScope)) return refusals.crm.scope;
  if (call.module.kind === "field_tracker") return refusals.crm.permission;
  if (!call.module.flags.global_search_supported && !call.module.parent) {
    return refusal(
      failure("NOT_SUPPORTED", "module not suppoted for search", { module: call.module.apiName }),
    );
  }
  return withFaults(() => {
    const { data, info } = search(call, params, conditions);
    return listAnswer("data", data, info);
  });
}
