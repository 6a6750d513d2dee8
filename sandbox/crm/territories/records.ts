import type { Answer } from "../../core/answer";
import type { Route } from "../../http/route";
import { failure, refusal } from "../answers";
import { type ModuleCall, moduleRoute, moduleScopes } from "../call";
import { isObject, objectsOf, textOf } from "../objects";
import { failed, type ItemResult, itemsAnswer } from "../records/write/results";
import { territories, territoryModules } from "./territories";

const maxRecords = 100;

/**
 * `POST /{module}/actions/assign_territories` and its counterpart: by record, one result each, carried out at
 * once.
 */
const assign =
  (adds: boolean) =>
  (call: ModuleCall): Answer => {
    const { body } = call.request;
    const items = isObject(body) ? objectsOf(body.data) : [];
    const at = { api_name: "data", json_path: "$.data" };
    if (!territoryModules.includes(call.module.apiName))
      return refusal(failure("INVALID_MODULE", "the given module is not supported in api"));
    if (items.length === 0) return refusal(failure("MANDATORY_NOT_FOUND", "required field not found", at));
    if (items.length > maxRecords)
      return refusal(failure("INVALID_DATA", "invalid data", { maximum_length: maxRecords, ...at }));
    return itemsAnswer(
      "data",
      items.map((item, index) =>
        assignOne(call, { ...item, id: call.request.params.id ?? item.id }, `$.data[${index}]`, adds),
      ),
      202,
    );
  };

function assignOne(
  { organization, module }: ModuleCall,
  item: Record<string, unknown>,
  path: string,
  adds: boolean,
): ItemResult {
  const record = organization.store(module).get(textOf(item.id) ?? "");
  const wanted = objectsOf(item.Territories).map(({ id }) => textOf(id) ?? "");
  const known = territories.of(organization);
  const unknown = wanted.findIndex((id) => !known.has(id));
  const wrong = (name: string) =>
    failed(
      failure("INVALID_DATA", "the id given seems to be invalid", {
        api_name: "id",
        json_path: `${path}.${name}`,
      }),
    );
  if (!record) return wrong("id");
  if (wanted.length === 0)
    return failed(
      failure("MANDATORY_NOT_FOUND", "required field not found", {
        api_name: "Territories",
        json_path: `${path}.Territories`,
      }),
    );
  if (unknown >= 0) return wrong(`Territories[${unknown}].id`);
  const others = objectsOf(record.Territories).filter(({ id }) => !wanted.includes(textOf(id) ?? ""));
  const added = adds ? wanted.map((id) => ({ id, name: known.get(id)?.name })) : [];
  const store = organization.store(module);
  store.put({ ...record, Territories: [...others, ...added] }, organization.writeMoment(store));
  const message = `territories ${adds ? "assign" : "remove"} scheduled successfully`;
  return {
    code: "SCHEDULED",
    details: { id: record.id, job_id: organization.ids.next() },
    message,
    status: "success",
  };
}

const may = { scopes: moduleScopes("UPDATE", "WRITE") };

/** The records in the territories. */
export const territoryRecordRoutes: Route[] = [
  moduleRoute("crm.territories.assign", ["POST", "/:module/actions/assign_territories"], assign(true), may),
  moduleRoute("crm.territories.remove", ["POST", "/:module/actions/remove_territories"], assign(false), may),
  moduleRoute(
    "crm.territories.assignOne",
    ["POST", "/:module/:id/actions/assign_territories"],
    assign(true),
    may,
  ),
  moduleRoute(
    "crm.territories.removeOne",
    ["POST", "/:module/:id/actions/remove_territories"],
    assign(false),
    may,
  ),
];
