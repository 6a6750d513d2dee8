import type { Answer } from "../../core/answer";
import type { Route } from "../../http/route";
import { failure, refusal } from "../answers";
import { type ModuleCall, moduleRoute, moduleScopes } from "../call";
import { isObject, objectsOf, textOf } from "../objects";
import { failed, type ItemResult, itemsAnswer } from "../records/write/results";
import { territories, territoryModules } from "./territories";

const maxRecords = 100;
/** How many territories a record is in at most. */
const maxTerritories = 10;

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
      return refusal(
        failure("NOT_SUPPORTED", "the api is not supported for this module", { resource_path_index: 0 }),
      );
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
  { organization, module, request }: ModuleCall,
  item: Record<string, unknown>,
  path: string,
  adds: boolean,
): ItemResult {
  const store = organization.store(module);
  const record = store.get(textOf(item.id) ?? "");
  const at = (name: string) => ({ api_name: name.split(".").at(-1), json_path: `${path}.${name}` });
  const inPath = { resource_path_index: 1 };
  if (!record)
    return failed(
      failure(
        "INVALID_DATA",
        "the id given seems to be invalid",
        request.params.id === undefined ? at("id") : inPath,
      ),
    );
  const wanted = objectsOf(item.Territories).map(({ id }) => textOf(id));
  if (wanted.length === 0)
    return failed(failure("MANDATORY_NOT_FOUND", "required field not found", at("Territories")));
  const known = territories.of(organization);
  const here = objectsOf(record.Territories);
  const isHere = (wantedId: string) => here.some(({ id }) => id === wantedId);
  for (const [index, id] of wanted.entries()) {
    const place = at(`Territories[${index}].id`);
    if (id === undefined) return failed(failure("MANDATORY_NOT_FOUND", "required field not found", place));
    if (!known.has(id) || (!adds && !isHere(id)))
      return failed(failure("INVALID_DATA", "the id given seems to be invalid", place));
    if (adds && isHere(id))
      return failed(failure("DUPLICATE_DATA", "Given Territory already exists for that record", place));
  }
  if (adds && here.length + wanted.length > maxTerritories)
    return failed(
      failure("LIMIT_EXCEEDED", "Maximum limit of territories for that record exceeds", {
        ...at("Territories"),
        limit: maxTerritories,
      }),
    );
  const others = here.filter(({ id }) => !wanted.includes(textOf(id)));
  const added = adds ? wanted.map((id = "") => ({ id, name: known.get(id)?.name })) : [];
  store.put({ ...record, Territories: [...others, ...added] }, organization.writeMoment(store));
  return {
    code: "SCHEDULED",
    details: { id: record.id, job_id: organization.ids.next() },
    message: `Territory ${adds ? "assignment" : "removal"} process scheduled successfully`,
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
