import type { Answer } from "../../../core/answer";
import { ok, refusal } from "../../answers";
import { type ModuleCall, moduleRoute, moduleScopes } from "../../call";
import { withFaults } from "../../coql/answer";
import { readQuery } from "../../search/query";
import { readFilter } from "./listFilter";

const maxConditions = 10;

/** `GET /{module}/actions/count`: how many records a module, a custom view of it or a search of it has. */
export const countRoute = moduleRoute("crm.records.count", ["GET", "/:module/actions/count"], countRecords, {
  scopes: moduleScopes("READ"),
});

function countRecords(call: ModuleCall): Answer {
  const { organization, module, request } = call;
  const filter = readFilter(call);
  if ("problem" in filter) return refusal(filter.problem);
  const isSearch = ["criteria", "email", "phone", "word"].some((name) => request.query.has(name));
  if (!isSearch) return ok({ count: organization.view(module).byId().filter(filter.matches).length });
  return withFaults(() => {
    const fields = organization.catalog.module(module.apiName)?.fields ?? new Map();
    const zone = organization.timeText(0).slice(-6);
    const finds = readQuery(request.query, { fields, zone, conditions: maxConditions });
    const rows = organization.searchRows(module.apiName);
    return ok({ count: rows.filter((row) => filter.matches(row) && finds(row)).length });
  });
}
