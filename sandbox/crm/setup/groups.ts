import type { Answer } from "../../core/answer";
import type { Route } from "../../http/route";
import { failure, listAnswer, ok, refusal } from "../answers";
import { type CrmCall, crmRoute, scope } from "../call";
import { jobsOf } from "../jobs/jobs";
import { isObject, objectsOf } from "../objects";
import { personOf } from "../people/staff";
import { endSharesWith, recordsSharedWith } from "../recordActions/shares";
import { numberedPage } from "../records/params";
import { type Setting, setupList } from "./setupList";

/** The groups of users. */
export const groups = setupList({
  name: "userGroups",
  key: "user_groups",
  path: "/settings/user_groups",
  scope: "ZohoCRM.settings.user_groups",
  fields: {
    name: { type: "text", required: true, most: 250 },
    description: { type: "text", most: 250 },
    sources: { type: "list", required: true, most: 200 },
  },
  unique: "name",
  most: 500,
  words: {
    created: "User group created successfully",
    updated: "User group updated successfully",
    deleted: "User group deleted successfully",
    taken: "A user group with the same name already exists.",
    unknown: "The provided group ID is invalid.",
  },
  createdStatus: 201,
  paged: true,
  idsFrom: 150,
  stock: ({ currentUser }, nextId) =>
    ["Sales Team", "Support Team"].map((name) => ({
      id: nextId(),
      name,
      description: null,
      created_by: personOf(currentUser),
      created_time: currentUser.createdTime,
      modified_by: null,
      modified_time: null,
    })),
  fill: (call, { description = null, sources }) => ({
    sources: sourcesOf(call, sources),
    description,
    created_by: personOf(call.organization.currentUser),
    created_time: call.organization.now(),
    modified_by: null,
    modified_time: null,
  }),
  settle: (call, { sources }) => ({
    ...(sources !== undefined && { sources: sourcesOf(call, sources) }),
    modified_by: personOf(call.organization.currentUser),
    modified_time: call.organization.now(),
  }),
  mayChange: (call, _, { sources }) => wrongSource(call, sources),
  mayCreate: (call, { sources }) => wrongSource(call, sources),
});

/** Users and roles that a group can be made of. */
const known = ({ organization: { staff } }: CrmCall): Readonly<Record<string, readonly Person[]>> => ({
  users: staff.users,
  roles: staff.roles,
});

interface Person {
  id: string;
  name: string;
}

const found = (call: CrmCall, { type, source }: Record<string, unknown>) =>
  known(call)[String(type)]?.find(({ id }) => isObject(source) && source.id === id);

function wrongSource(call: CrmCall, sources: unknown) {
  if (sources === undefined) return undefined;
  const unknown = objectsOf(sources).findIndex((source) => !found(call, source));
  const at = { api_name: "id", json_path: `$.user_groups[0].source[${unknown}].id` };
  return unknown < 0 ? undefined : failure("INVALID_DATA", "The User Id given seems to be Invalid", at);
}

const sourcesOf = (call: CrmCall, sources: unknown) =>
  objectsOf(sources).flatMap((source) => {
    const person = found(call, source);
    if (!person) return [];
    return { type: source.type, source: personOf(person), subordinates: source.subordinates === true };
  });

/** How much of each kind a group is made of. */
function sourceCounts({ organization: { staff } }: CrmCall, group: Setting) {
  const sources = objectsOf(group.sources);
  const ids = sources.flatMap(({ type, source }) =>
    type === "users" && isObject(source) ? [source.id] : [],
  );
  const users = staff.users.filter(({ id }) => ids.includes(id));
  const count = (status: string) => users.filter((user) => user.status === status).length;
  return {
    territories: 0,
    roles: sources.filter(({ type }) => type === "roles").length,
    groups: 0,
    users: { active: count("active"), inactive: count("disabled"), deleted: count("deleted") },
  };
}

const shown = ({ sources: _, ...group }: Setting) => group;
const groupOf = (call: CrmCall) => groups.of(call.organization).get(call.request.params.id ?? "");
const noGroup = refusal(
  failure("INVALID_DATA", "the id given seems to be invalid", { resource_path_index: 2 }),
);

/** The groups of the organisation without what they are made of, which has a list of its own. */
function list(call: CrmCall): Answer {
  const all = [...groups.of(call.organization).values()];
  const { user, id } = call.request.params;
  if (user !== undefined && !call.organization.user(user))
    return refusal(failure("INVALID_DATA", "the id given seems to be invalid", { resource_path_index: 1 }));
  const isIn = (group: Setting) =>
    objectsOf(group.sources).some(({ source }) => isObject(source) && source.id === user);
  const asked = all.filter((group) =>
    user !== undefined ? isIn(group) : id === undefined || group.id === id,
  );
  const page = numberedPage(call.request.query, asked);
  return "problem" in page
    ? refusal(page.problem)
    : listAnswer("user_groups", page.items.map(shown), page.info);
}

function sources(call: CrmCall): Answer {
  const group = groupOf(call);
  if (!group) return noGroup;
  const page = numberedPage(call.request.query, objectsOf(group.sources));
  return "problem" in page ? refusal(page.problem) : listAnswer("sources", page.items, page.info);
}

function counts(call: CrmCall): Answer {
  const group = groupOf(call);
  return group ? ok({ sources_count: [sourceCounts(call, group)] }) : noGroup;
}

function userCounts(call: CrmCall): Answer {
  const all = [...groups.of(call.organization).values()].map((group) => ({
    user_group: { id: group.id, name: group.name },
    count: sourceCounts(call, group).users.active,
  }));
  const page = numberedPage(call.request.query, all);
  return "problem" in page
    ? refusal(page.problem)
    : listAnswer("associated_users_count", page.items, page.info);
}

/** What stands on a group: the records that are shared with it. */
function associations(call: CrmCall): Answer {
  const group = groupOf(call);
  if (!group) return noGroup;
  const used = recordsSharedWith(call.organization, group.id).map(({ id, module }) => ({
    resource: { id, name: module.apiName },
    details: { module: { api_name: module.apiName, id: module.id } },
    type: "record_sharing",
  }));
  return ok({ associations: used });
}

/** `DELETE /settings/user_groups/{id}`: at once, or by a job where records are shared with the group. */
const remove = (call: CrmCall): Answer | Promise<Answer> => {
  const { organization } = call;
  const id = call.request.params.id ?? "";
  if (recordsSharedWith(organization, id).length === 0) return groups.remove.handle(call.request);
  const job_id = jobsOf(organization).schedule({
    kind: "user group",
    counts: {},
    work: () => {
      endSharesWith(organization, id);
      return { deleted: groups.of(organization).delete(id) ? 1 : 0 };
    },
  });
  const message = "User group deletion has been scheduled";
  return ok({ user_groups: [{ code: "SCHEDULED", message, status: "scheduled", details: { job_id } }] });
};

/** One role stays, for deals need one. */
const contactRoles = setupList({
  name: "contactRoles",
  key: "contact_roles",
  path: "/contacts/roles",
  scope: "ZohoCRM.modules.contacts",
  fields: {
    name: { type: "text", required: true, most: 50, wrong: "invalid data" },
    sequence_number: { type: "number", required: true, wrong: "invalid data" },
  },
  unique: "name",
  most: 100,
  words: {
    created: "Contact role created successfully.",
    updated: "Contact role updated successfully.",
    deleted: "Contact role deleted successfully.",
  },
  createdStatus: 200,
  idsFrom: 160,
  stock: (_, nextId) =>
    ["Developer/Evaluator", "Decision Maker", "Purchasing"].map((name, index) => ({
      id: nextId(),
      name,
      sequence_number: index + 1,
    })),
  unknownAsItem: true,
  mayDelete: ({ organization }, { id }) =>
    contactRoles.of(organization).size > 1
      ? undefined
      : failure("LOWER_LIMIT_REACHED", "Lower limit reached", { limit: 1, id }),
});

const contactRoleRoutes: readonly Route[] = [
  contactRoles.list,
  contactRoles.get,
  contactRoles.create,
  contactRoles.update,
  contactRoles.updateMany,
  contactRoles.remove,
  contactRoles.removeMany,
];

const path = "/settings/user_groups";
const reads = { scopes: scope("ZohoCRM.settings.user_groups.READ") };

/** Groups of users, and the roles of contacts in deals. */
export const groupRoutes: Route[] = [
  crmRoute("crm.userGroups.list", ["GET", path], list, reads),
  crmRoute("crm.userGroups.userCounts", ["GET", `${path}/actions/associated_users_count`], userCounts, reads),
  crmRoute("crm.userGroups.get", ["GET", `${path}/:id`], list, reads),
  crmRoute("crm.userGroups.sources", ["GET", `${path}/:id/sources`], sources, reads),
  crmRoute("crm.userGroups.counts", ["GET", `${path}/:id/actions/sources_count`], counts, reads),
  crmRoute("crm.userGroups.associations", ["GET", `${path}/:id/actions/associations`], associations, reads),
  crmRoute("crm.userGroups.ofUser", ["GET", "/users/:user/actions/associated_groups"], list, reads),
  groups.create,
  groups.update,
  crmRoute("crm.userGroups.delete", ["DELETE", `${path}/:id`], remove, {
    scopes: scope("ZohoCRM.settings.user_groups.DELETE"),
  }),
  ...contactRoleRoutes,
  // Zoho's own SDKs write the module as it is named.
  ...contactRoleRoutes.map((route) => ({
    ...route,
    operation: route.operation.replace("contactRoles", "contactsRoles"),
    path: route.path.replace("/contacts/", "/Contacts/"),
  })),
];
