import type { Answer } from "../../core/answer";
import type { Route } from "../../http/route";
import { failure, listAnswer, refusal } from "../answers";
import { type CrmCall, crmRoute, scope } from "../call";
import { isObject, objectsOf, textOf } from "../objects";
import type { CrmOrganization } from "../organization";
import { personOf } from "../people/staff";
import { numberedPage } from "../records/params";
import { failed, type ItemResult, itemsAnswer } from "../records/write/results";
import { type Setting, setupList } from "../setup/setupList";
import { wrongCriteria } from "./criteria";

const key = "territories";
export const path = "/settings/territories";
/** Whose records can be in territories. */
export const territoryModules = ["Leads", "Contacts", "Accounts", "Deals"];

type Values = Readonly<Record<string, unknown>>;
export const idOf = (value: unknown): string => (isObject(value) ? (textOf(value.id) ?? "") : "");

export const territories = setupList({
  name: "territories",
  key,
  path,
  scope: "ZohoCRM.settings.territories",
  fields: {
    name: { type: "text", required: true, most: 50 },
    reporting_to: { type: "object", required: true },
    permission_type: { type: "text", required: true, values: ["read_write_delete", "read_only"] },
    description: { type: "text", most: 100 },
  },
  unique: "name",
  most: 250,
  full: { code: "LIMIT_EXCEEDED", message: "Territory Limit reached" },
  words: {
    created: "Territory Created Successfully",
    updated: "Territory Updated Successfully",
    deleted: "Given Territory Removed Successfully",
  },
  createdStatus: 201,
  paged: true,
  idsFrom: 140,
  stock: ({ currentUser, staff }, nextId) => {
    const top = { id: nextId(), name: "World" };
    return ["Europe", "Asia"].map((name, index) => ({
      id: nextId(),
      name,
      api_name: name,
      description: null,
      manager: personOf(staff.users[index] ?? currentUser),
      reporting_to: top,
      permission_type: "read_only",
      created_by: personOf(currentUser),
      created_time: currentUser.createdTime,
      modified_by: personOf(currentUser),
      modified_time: currentUser.createdTime,
    }));
  },
  fill: (call, given) => ({
    description: given.description ?? null,
    manager: null,
    ...people(call, given),
    api_name: String(given.name).replaceAll(" ", "_"),
    created_by: personOf(call.organization.currentUser),
    created_time: call.organization.now(),
    ...changedNow(call),
  }),
  settle: (call, changes) => ({ ...people(call, changes), ...changedNow(call) }),
  mayCreate: (call, given) => wrongPlace(call, given) ?? wrongCriteria(call, given),
  mayChange: (call, { id }, changes) => wrongPlace(call, changes, id) ?? wrongCriteria(call, changes),
  mayDelete: ({ organization }, territory) => inUse(organization, territory),
});

const changedNow = ({ organization }: CrmCall) => ({
  modified_by: personOf(organization.currentUser),
  modified_time: organization.now(),
});

/** The territories that others may report to: those that are there, and the one above them all. */
function parents(organization: CrmOrganization): Map<string, string> {
  const all = [...territories.of(organization).values()];
  const above = all.flatMap(({ reporting_to }) => (isObject(reporting_to) ? [reporting_to] : []));
  return new Map([...above, ...all].map(({ id, name }) => [String(id), String(name)]));
}

/** The manager and the place of a territory, by name besides their ids. */
function people({ organization }: CrmCall, { manager, reporting_to }: Values): Values {
  const boss = organization.user(idOf(manager));
  const parent = parents(organization).get(idOf(reporting_to));
  return {
    ...(manager !== undefined && { manager: boss ? personOf(boss) : null }),
    ...(parent !== undefined && { reporting_to: { id: idOf(reporting_to), name: parent } }),
  };
}

function wrongPlace({ organization }: CrmCall, { name, manager, reporting_to }: Values, own?: string) {
  const at = (field: string) => ({ api_name: field, json_path: `$.territories[0].${field}` });
  if (typeof name === "string" && /[\^~`#%&*()+={}[\]|\\;"',!<>]/.test(name))
    return failure("INVALID_DATA", "Special Characters in Territory Name", at("name"));
  const place = idOf(reporting_to);
  if (reporting_to !== undefined && (place === own || !parents(organization).has(place)))
    return failure("INVALID_DATA", "Given Reporting To Territory value is invalid", at("reporting_to"));
  return isObject(manager) && organization.user(idOf(manager))?.status !== "active"
    ? failure("INVALID_DATA", "required field not found", at("manager"))
    : undefined;
}

/** The records that are in a territory. */
const recordsIn = (organization: CrmOrganization, id: string) =>
  territoryModules.flatMap((name) => {
    const module = organization.schema.get(name);
    const store = module && organization.store(module);
    const records = (store?.byId() ?? []).filter((record) =>
      objectsOf(record.Territories).some((territory) => territory.id === id),
    );
    return store ? records.map((record) => ({ store, record })) : [];
  });

/** Whether others report to a territory. */
const hasBelow = (organization: CrmOrganization, id: string): boolean =>
  [...territories.of(organization).values()].some(({ reporting_to }) => idOf(reporting_to) === id);

/** Why a territory cannot be deleted: others report to it, records are in it, or it is the last. */
function inUse(organization: CrmOrganization, { id }: Setting) {
  const refused = (message: string) => failure("NOT_ALLOWED", message, { id });
  if (territories.of(organization).size === 1) return refused("the last territory cannot be deleted");
  if (hasBelow(organization, id))
    return refused("territories that report to the territory are to be transferred");
  return recordsIn(organization, id).length > 0
    ? refused("records of the territory are to be transferred")
    : undefined;
}

/**
 * `POST …/actions/transfer_and_delete`, with and without an id in the path: what was in it goes to another.
 */
function transfer(call: CrmCall): Answer {
  const { organization, request } = call;
  const items = objectsOf(isObject(request.body) ? request.body[key] : undefined);
  const named = request.params.id;
  const all = territories.of(organization);
  if (named !== undefined && !all.has(named))
    return refusal(failure("INVALID_DATA", "the id given seems to be invalid", { resource_path_index: 2 }));
  const at = (field: string, index: number) => ({
    api_name: field,
    json_path: `$.territories[${index}].${field}`,
  });
  const results = items.map((item, index): ItemResult => {
    const [id, to] = [named ?? textOf(item.id) ?? "", textOf(item.transfer_to_id)];
    const territory = all.get(id);
    const refused = (message: string, field: string) =>
      failed(failure("INVALID_DATA", message, at(field, index)));
    if (!territory) return refused("Given Territoryid isn't valid one", "id");
    if (to === id)
      return refused(
        "Territory id and Transfer_to_id are same.Please choose different transfer_to_id",
        "transfer_to_id",
      );
    if (to !== undefined && !all.has(to))
      return refused("Given transfer_to_id isn't valid one", "transfer_to_id");
    if (to === undefined && hasBelow(organization, id)) {
      const dependee = named === undefined ? at("id", index) : { resource_path_index: 2 };
      const message = "This territory has its child. Please Give the transfer_to_id field value";
      return failed(
        failure("DEPENDENT_FIELD_MISSING", message, { ...at("transfer_to_id", index), dependee }),
      );
    }
    const problem = to === undefined || all.size === 1 ? inUse(organization, territory) : undefined;
    if (problem) return failed(problem);
    const target = to === undefined ? [] : [{ id: to, name: all.get(to)?.name }];
    for (const { store, record } of recordsIn(organization, id)) {
      const others = objectsOf(record.Territories).filter((each) => each.id !== id && each.id !== to);
      store.put({ ...record, Territories: [...others, ...target] }, organization.writeMoment(store));
    }
    for (const child of all.values())
      if (idOf(child.reporting_to) === id) all.set(child.id, { ...child, reporting_to: target[0] });
    all.delete(id);
    const message = "Territory Transferred And Deleted Successfully";
    return { code: "SUCCESS", details: { id }, message, status: "success" };
  });
  const missing = failure("MANDATORY_NOT_FOUND", "required field not found", at("id", 0));
  return itemsAnswer(key, results.length > 0 ? results : [failed(missing)], 200);
}

function children({ organization, request }: CrmCall): Answer {
  const all = [...territories.of(organization).values()];
  const page = numberedPage(
    request.query,
    all.filter(({ reporting_to }) => idOf(reporting_to) === request.params.id),
  );
  return "problem" in page ? refusal(page.problem) : listAnswer(key, page.items, page.info);
}

/** The territories of the organisation. */
export const territoryListRoutes: Route[] = [
  territories.list,
  territories.get,
  territories.create,
  territories.update,
  territories.updateMany,
  territories.remove,
  territories.removeMany,
  ...["", "/:id"].map((named) =>
    crmRoute(
      `crm.territories.transfer${named === "" ? "Many" : ""}`,
      ["POST", `${path}${named}/actions/transfer_and_delete`],
      transfer,
      { scopes: scope("ZohoCRM.settings.territories.DELETE") },
    ),
  ),
  crmRoute("crm.territories.children", ["GET", `${path}/:id/__child_territories`], children, {
    scopes: scope("ZohoCRM.settings.territories.READ"),
  }),
];
