import type { Answer } from "../../core/answer";
import type { Route } from "../../http/route";
import { type Failure, failure, noContent, ok, refusal } from "../answers";
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
  if (unknown >= 0) return failure("INVALID_DATA", "invalid data", at(unknown, "id"));
  const many = secondOf(changes, "_delete", true) ?? secondOf(changes, "type", "unused", ({ id }) => id);
  if (many) return many;
  const whole = { api_name: "pick_list_values", json_path: `$.${key}[0].pick_list_values` };
  const names = known.map(({ display_value }) => display_value);
  const double = changes.findIndex(
    ({ id, display_value }, index) =>
      (id === undefined && names.includes(display_value)) ||
      changes.some((other, place) => place < index && other.display_value === display_value && display_value),
  );
  if (double >= 0) return failure("DUPLICATE_DATA", "Duplicate option found. Enter a unique option.", whole);
  const nameless = changes.findIndex(({ id, display_value }) => id === undefined && !textOf(display_value));
  if (nameless >= 0)
    return failure("MANDATORY_NOT_FOUND", "required field not found", at(nameless, "display_value"));
  const after = new Map([...known, ...changes].map((value, index) => [value.id ?? index, value]));
  const isUsed = [...after.values()].some(({ type, _delete }) => type !== "unused" && _delete !== true);
  return isUsed
    ? undefined
    : failure("INVALID_DATA", "Values in the pick list field cannot be empty.", whole);
}

const secondWords = {
  _delete: "More than one picklist value cannot be deleted",
  type: "More than one picklist value cannot be moved to unused type",
};

/** Why a change with two values of a kind is refused: one goes at a time. */
function secondOf(
  changes: readonly Values[],
  name: keyof typeof secondWords,
  wanted: unknown,
  counts: (value: Values) => unknown = () => true,
): Failure | undefined {
  const places = changes.flatMap((value, index) => (value[name] === wanted && counts(value) ? [index] : []));
  if (places.length < 2) return undefined;
  const place = { api_name: name, json_path: `$.${key}[0].pick_list_values[${places[1]}].${name}` };
  return failure("LIMIT_EXCEEDED", secondWords[name], {
    limit_due_to: name === "_delete" ? place : [place],
    limit: 1,
  });
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
    created: "global picklist added successfully",
    updated: "global picklist updated successfully",
    deleted: "Deletion scheduled",
    taken: "Duplicate name found, enter a unique name.",
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

/** How many fields may use a global picklist that is deleted. */
const mostUsers = 15;

const notAllowed = (message: string): Answer =>
  refusal(failure("NOT_ALLOWED", message, { resource_path_index: 2 }));

const jobOf = ({ id }: Setting): string => `global picklist ${id}`;

/** Refuses whatever is done with a picklist that is being deleted. */
const whileItStands =
  (handle: (call: CrmCall) => Answer | Promise<Answer>) =>
  (call: CrmCall): Answer | Promise<Answer> => {
    const picklist = one(call);
    return picklist && jobsOf(call.organization).isUnderWay(jobOf(picklist))
      ? notAllowed("global picklist deletion in progress.")
      : handle(call);
  };

/** `DELETE …/{id}`: by a job. */
function remove(call: CrmCall): Answer {
  const picklist = one(call);
  if (!picklist) return gone;
  if (usersOf(call, picklist).length > mostUsers)
    return notAllowed(`global set can't be deleted as it is associated to more than ${mostUsers} fields`);
  const job_id = jobsOf(call.organization).schedule({
    kind: jobOf(picklist),
    counts: {},
    work: () => ({ Deleted_Count: globalPicklists.of(call.organization).delete(picklist.id) ? 1 : 0 }),
  });
  const message = "Deletion scheduled";
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
    const at = { api_name: "id", json_path: `$.${name}[0].${wrong}.id` };
    const problem = failure("INVALID_DATA", "The given value seems to be invalid", at);
    return itemsAnswer(name, [failed(problem)], 200);
  }
  const left = values.filter((value) => value !== old);
  globalPicklists.of(call.organization).set(picklist.id, { ...picklist, pick_list_values: left });
  const { display_value, reference_value } = old;
  const known = replacedOf(call.organization).get(picklist.id) ?? [];
  replacedOf(call.organization).set(picklist.id, [...known, { display_value, reference_value }]);
  const job_id = call.organization.ids.next();
  return itemsAnswer(
    name,
    [{ code: "SCHEDULED", details: { job_id }, message: "success", status: "success" }],
    202,
  );
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
  crmRoute(
    "crm.globalPicklists.update",
    ["PATCH", `${path}/:id`],
    whileItStands((call) => globalPicklists.update.handle(call.request)),
    may("UPDATE"),
  ),
  crmRoute("crm.globalPicklists.delete", ["DELETE", `${path}/:id`], whileItStands(remove), may("DELETE")),
  crmRoute(
    "crm.globalPicklists.replace",
    ["POST", `${path}/:id/actions/replace_picklist_values`],
    whileItStands(replace),
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
