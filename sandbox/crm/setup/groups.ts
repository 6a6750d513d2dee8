import type { Route } from "../../http/route";
import { failure } from "../answers";
import { isObject, objectsOf } from "../objects";
import { personOf } from "../people/staff";
import { setupList } from "./setupList";

const groups = setupList({
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
  words: { created: "user group added", updated: "user group updated", deleted: "user group deleted" },
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
  fill: ({ organization }, { description = null }) => ({
    sources: undefined,
    description,
    created_by: personOf(organization.currentUser),
    created_time: organization.now(),
    modified_by: null,
    modified_time: null,
  }),
  mayCreate: ({ organization: { staff } }, { sources }) => {
    const known: Readonly<Record<string, readonly { id: string }[]>> = {
      users: staff.users,
      roles: staff.roles,
    };
    const unknown = objectsOf(sources).findIndex(
      ({ type, source }) => !known[String(type)]?.some(({ id }) => isObject(source) && source.id === id),
    );
    const at = { api_name: "id", json_path: `$.user_groups[0].sources[${unknown}].source.id` };
    return unknown < 0 ? undefined : failure("INVALID_DATA", "the id given seems to be invalid", at);
  },
});

/** One role stays, for deals need one. */
const contactRoles = setupList({
  name: "contactRoles",
  key: "contact_roles",
  path: "/contacts/roles",
  scope: "ZohoCRM.modules.contacts",
  fields: {
    name: { type: "text", required: true, most: 50 },
    sequence_number: { type: "number", required: true },
  },
  unique: "name",
  most: 100,
  words: {
    created: "contact role added",
    updated: "contact role updated",
    deleted: "contact role deleted",
  },
  createdStatus: 200,
  idsFrom: 160,
  stock: (_, nextId) =>
    ["Developer/Evaluator", "Decision Maker", "Purchasing"].map((name, index) => ({
      id: nextId(),
      name,
      sequence_number: index + 1,
    })),
  mayDelete: ({ organization }) =>
    contactRoles.of(organization).size > 1
      ? undefined
      : failure("NOT_ALLOWED", "the last contact role cannot be deleted"),
});

/** Groups of users, and the roles of contacts in deals. */
export const groupRoutes: Route[] = [
  groups.list,
  groups.create,
  groups.remove,
  contactRoles.list,
  contactRoles.create,
  contactRoles.update,
  contactRoles.remove,
];
