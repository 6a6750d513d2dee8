import type { Answer } from "../../core/answer";
import type { Route } from "../../http/route";
import { failure, noContent, ok, refusal } from "../answers";
import { type CrmCall, crmRoute, scope } from "../call";
import { jobsOf } from "../jobs/jobs";
import { isObject, objectsOf, textOf } from "../objects";
import { personOf } from "../people/staff";
import { perOrganization } from "../perOrganization";
import { failed, itemsAnswer } from "../records/write/results";
import { type Setting, setupList } from "./setupList";

const key = "global_picklists";
const path = "/settings/global_picklists";
type Values = Readonly<Record<string, unknown>>;

const stamp = ({ organization }: CrmCall) => ({
  modified_by: personOf(organization.currentUser),
  modified_time: organization.now(),
});

/** The values of a picklist after those that a body adds, renames or with `_delete` takes away. */
function valuesAfter({ organization }: CrmCall, known: readonly Values[], given: unknown): Values[] {
  const changes = objectsOf(given);
  const kept = known.map((value) => ({ ...value, ...changes.find(({ id }) => id === value.id) }) as Values);
  const added = changes
    .filter(({ id }) => !known.some((value) => value.id === id))
    .map(({ display_value, type = "used" }) => ({
      id: organization.ids.next(),
      type,
      display_value,
      reference_value: display_value,
      actual_value: display_value,
    }));
  return [...kept, ...added]
    .filter(({ _delete }: Values) => _delete !== true)
    .map(({ _delete: _, ...value }: Values, index) => ({ ...value, sequence_number: index + 1 }));
}

function wrongValues(known: readonly Values[], given: unknown) {
  const changes = objectsOf(given);
  const at = (index: number, name: string) => ({
    api_name: name,
    json_path: `$.${key}[0].pick_list_values[${index}].${name}`,
  });
  const unknown = changes.findIndex(({ id }) => id !== undefined && !known.some((value) => value.id === id));
  if (unknown >= 0) return failure("INVALID_DATA", "the id given seems to be invalid", at(unknown, "id"));
  const names = known.map(({ display_value }) => display_value);
  const double = changes.findIndex(
    ({ id, display_value }, index) =>
      (id === undefined && names.includes(display_value)) ||
      changes.some((other, place) => place < index && other.display_value === display_value && display_value),
  );
  if (double >= 0) return failure("DUPLICATE_DATA", "duplicate data", at(double, "display_value"));
  const nameless = changes.findIndex(({ id, display_value }) => id === undefined && !textOf(display_value));
  return nameless >= 0
    ? failure("MANDATORY_NOT_FOUND", "required field not found", at(nameless, "display_value"))
    : undefined;
}

const globalPicklists = setupList({
  name: "globalPicklists",
  key,
  path,
  scope: "ZohoCRM.settings.global_picklist",
  fields: {
    display_label: { type: "text", required: true, most: 50 },
    description: { type: "text", most: 1000 },
    pick_list_values: { type: "list", required: true, most: 5_000 },
  },
  unique: "display_label",
  most: 100,
  words: {
    created: "global picklist created",
    updated: "global picklist updated",
    deleted: "global picklist deletion scheduled",
  },
  createdStatus: 201,
  changedBy: "PATCH",
  idsFrom: 190,
  stock: ({ currentUser }, nextId) => [
    {
      id: nextId(),
      display_label: "Region",
      actual_label: "Region",
      api_name: "Region",
      source: "crm",
      description: null,
      presence: true,
      customizable: true,
      pick_list_values_sorted_lexically: false,
      pick_list_values: ["Europe", "Asia", "Americas"].map((value, index) => ({
        id: nextId(),
        type: "used",
        sequence_number: index + 1,
        display_value: value,
        reference_value: value,
        actual_value: value,
      })),
      created_by: personOf(currentUser),
      created_time: currentUser.createdTime,
      modified_by: personOf(currentUser),
      modified_time: currentUser.createdTime,
    },
  ],
  fill: (call, given) => ({
    display_label: given.display_label,
    actual_label: given.display_label,
    api_name: textOf(given.api_name) ?? String(given.display_label).replaceAll(" ", "_"),
    description: given.description ?? null,
    source: "crm",
    presence: true,
    customizable: true,
    pick_list_values_sorted_lexically: given.pick_list_values_sorted_lexically === true,
    pick_list_values: valuesAfter(call, [], given.pick_list_values),
    created_by: personOf(call.organization.currentUser),
    created_time: call.organization.now(),
    ...stamp(call),
  }),
  settle: (call, changes) => {
    const picklist = one(call);
    const values = valuesAfter(call, objectsOf(picklist?.pick_list_values), changes.pick_list_values);
    return { ...(changes.pick_list_values !== undefined && { pick_list_values: values }), ...stamp(call) };
  },
  mayCreate: (_, given) => wrongValues([], given.pick_list_values),
  mayChange: (_, picklist, changes) =>
    wrongValues(objectsOf(picklist.pick_list_values), changes.pick_list_values),
});

const one = (call: CrmCall): Setting | undefined =>
  globalPicklists.of(call.organization).get(call.request.params.id ?? "");
const gone = refusal(failure("INVALID_DATA", "the id given seems to be invalid", { resource_path_index: 2 }));

/** The fields that take their values from a global picklist: those whose values are its own. */
const usersOf = ({ organization }: CrmCall, picklist: Setting) => {
  const names = objectsOf(picklist.pick_list_values).map(({ display_value }) => display_value);
  return [...organization.schema.values()].flatMap((module) =>
    [...module.fields.values()]
      .filter(({ values, apiName }) => apiName === picklist.api_name && values.length === names.length)
      .map((field) => ({ module, field })),
  );
};

/** `DELETE …/{id}`: by a job, and not while a field uses it. */
function remove(call: CrmCall): Answer {
  const picklist = one(call);
  if (!picklist) return gone;
  if (usersOf(call, picklist).length > 0)
    return refusal(
      failure("NOT_ALLOWED", "the global picklist is used in fields", { resource_path_index: 2 }),
    );
  const job_id = jobsOf(call.organization).schedule({
    kind: "global picklist",
    counts: {},
    work: () => ({ Deleted_Count: globalPicklists.of(call.organization).delete(picklist.id) ? 1 : 0 }),
  });
  const message = "global picklist deletion scheduled";
  return itemsAnswer(key, [{ code: "SCHEDULED", details: { job_id }, message, status: "success" }], 202);
}

/** What values were replaced by others, by the id of the picklist. */
const replacedOf = perOrganization(() => new Map<string, Values[]>());

/** `POST …/{id}/actions/replace_picklist_values`: a value is used no more, and another stands for it. */
function replace(call: CrmCall): Answer {
  const name = "replace_picklist_values";
  const picklist = one(call);
  if (!picklist) return gone;
  const { body } = call.request;
  const [item = {}] = objectsOf(isObject(body) ? body[name] : undefined);
  const values = objectsOf(picklist.pick_list_values);
  const found = (wanted: unknown) =>
    values.find(
      ({ id, display_value }) =>
        isObject(wanted) && (wanted.id === id || wanted.display_value === display_value),
    );
  const [old, fresh] = [found(item.old_value), found(item.new_value)];
  const wrong = old ? "new_value" : "old_value";
  if (!old || !fresh || old === fresh) {
    const at = { api_name: wrong, json_path: `$.${name}[0].${wrong}` };
    return itemsAnswer(name, [failed(failure("INVALID_DATA", "invalid data", at))], 200);
  }
  const left = values.filter((value) => value !== old);
  globalPicklists.of(call.organization).set(picklist.id, { ...picklist, pick_list_values: left });
  const { display_value, reference_value } = old;
  const known = replacedOf(call.organization).get(picklist.id) ?? [];
  replacedOf(call.organization).set(picklist.id, [...known, { display_value, reference_value }]);
  const job_id = call.organization.ids.next();
  const message = "picklist value replacement scheduled";
  return itemsAnswer(name, [{ code: "SCHEDULED", details: { job_id }, message, status: "success" }], 202);
}

function replaced(call: CrmCall): Answer {
  const picklist = one(call);
  if (!picklist) return gone;
  const values = replacedOf(call.organization).get(picklist.id) ?? [];
  return values.length === 0 ? noContent : ok({ replaced_values: values });
}

function associations(call: CrmCall): Answer {
  const picklist = one(call);
  if (!picklist) return gone;
  const used = usersOf(call, picklist).map(({ module, field }) => ({
    field: { api_name: field.apiName, id: field.id },
    module: { api_name: module.apiName, id: module.id },
    layouts: module.layouts.map(({ id, name }) => ({ id, name })),
  }));
  const info = { per_page: 200, count: used.length, page: 1, more_records: false };
  return used.length === 0 ? noContent : ok({ associations: used, info });
}

const may = (operation: string) => ({ scopes: scope(`ZohoCRM.settings.global_picklist.${operation}`) });

/** The picklists that fields of several modules share. */
export const globalPicklistRoutes: Route[] = [
  globalPicklists.list,
  globalPicklists.get,
  globalPicklists.create,
  globalPicklists.update,
  crmRoute("crm.globalPicklists.delete", ["DELETE", `${path}/:id`], remove, may("DELETE")),
  crmRoute(
    "crm.globalPicklists.replace",
    ["POST", `${path}/:id/actions/replace_picklist_values`],
    replace,
    may("ALL"),
  ),
  crmRoute(
    "crm.globalPicklists.replaced",
    ["GET", `${path}/:id/actions/replaced_values`],
    replaced,
    may("READ"),
  ),
  crmRoute(
    "crm.globalPicklists.associations",
    ["GET", `${path}/:id/actions/associations`],
    associations,
    may("READ"),
  ),
];
