import type { Answer } from "../../core/answer";
import { type Failure, failure, noContent, ok, refusal } from "../answers";
import type { ModuleCall } from "../call";
import { isObject, objectsOf } from "../objects";
import type { CrmOrganization } from "../organization";
import { personOf } from "../people/staff";
import { groups } from "../setup/groups";
import { type Share, sharesOf } from "./shares";

/** How many of a kind may be given at a time. */
const limits: Readonly<Record<string, number>> = { users: 10, groups: 5, roles: 5 };
const choices = { type: ["private", "public"], permission: ["read_only", "read_write", "full_access"] };

const recordOf = ({ organization, module, request }: ModuleCall): string | undefined =>
  organization.store(module).get(request.params.id ?? "")?.id;

const noRecord = refusal(failure("INVALID_DATA", "ENTITY_ID_INVALID", { resource_path_index: 1 }));

/** `GET /{module}/{id}/actions/share`. */
export function getShares(call: ModuleCall): Answer {
  const { organization, module, request } = call;
  const id = recordOf(call);
  if (id === undefined) return noRecord;
  const asked = request.query.get("sharedTo");
  const shares = (sharesOf(organization).get(id) ?? []).filter(
    ({ shared_with: to }) => asked === null || to.id === asked,
  );
  if (shares.length === 0) return noContent;
  const by = organization.currentUser;
  return ok({
    share: shares.map((share) => ({
      ...share,
      shared_through: { module: { name: module.apiName, id: module.id }, id },
      shared_by: { ...personOf(by), zuid: by.zuid },
    })),
  });
}

/** `POST` of the same path adds to those with whom the record is shared, `PUT` takes their place. */
export const share =
  (replaces: boolean) =>
  (call: ModuleCall): Answer => {
    const { organization, request } = call;
    const id = recordOf(call);
    if (id === undefined) return noRecord;
    const given = isObject(request.body) ? request.body.share : undefined;
    const at = { api_name: "share", json_path: "$.share" };
    if (!Array.isArray(given) || given.length === 0)
      return items([failure("MANDATORY_NOT_FOUND", "required field not found", at)]);
    for (const [type, limit] of Object.entries(limits)) {
      const count = objectsOf(given).filter(({ shared_with: to }) => isObject(to) && to.type === type).length;
      if (count > limit)
        return refusal(failure("INVALID_DATA", "invalid data", { ...at, maximum_length: limit }));
    }
    const read = objectsOf(given).map((item, index) => readShare(organization, item, `$.share[${index}]`));
    const problems = read.flatMap((each) => ("problem" in each ? [each.problem] : []));
    if (problems.length > 0) return items(problems);
    const made = read.flatMap((each) => ("share" in each ? [each.share] : []));
    const known = replaces ? [] : (sharesOf(organization).get(id) ?? []);
    const others = known.filter(({ shared_with: to }) => !made.some((each) => each.shared_with.id === to.id));
    sharesOf(organization).set(id, [...others, ...made]);
    const message = "record will be shared successfully";
    return ok({ share: made.map(() => ({ code: "SUCCESS", details: {}, message, status: "success" })) }, 201);
  };

/** `DELETE` of the same path: nobody sees the record through a share any more. */
export function revokeShares(call: ModuleCall): Answer {
  const id = recordOf(call);
  if (id === undefined) return noRecord;
  if (!sharesOf(call.organization).delete(id)) {
    return refusal(failure("CANNOT_PROCESS", "No sharing through this record is available to revoke"));
  }
  return ok({ share: { code: "SUCCESS", details: { id }, message: "Sharing Revoked", status: "success" } });
}

const items = (problems: readonly Failure[]): Answer => ({
  status: 400,
  body: { share: problems.map((problem) => ({ ...problem, status: "error" })) },
});

type Item = Record<string, unknown>;

function readShare(
  organization: CrmOrganization,
  item: Item,
  path: string,
): { share: Share } | { problem: Failure } {
  for (const [name, values] of Object.entries(choices)) {
    const at = { api_name: name, json_path: `${path}.${name}` };
    if (item[name] === undefined)
      return { problem: failure("MANDATORY_NOT_FOUND", "required field not found", at) };
    if (!values.includes(String(item[name]))) {
      return { problem: failure("INVALID_DATA", "invalid data", { ...at, regex: values.join("|") }) };
    }
  }
  const to = isObject(item.shared_with) ? item.shared_with : undefined;
  const at = { api_name: "shared_with", json_path: `${path}.shared_with` };
  if (!to) return { problem: failure("MANDATORY_NOT_FOUND", "required field not found", at) };
  const { users, roles } = organization.staff;
  const known =
    to.type === "users"
      ? users.filter(({ status }) => status === "active")
      : to.type === "roles"
        ? roles
        : to.type === "groups"
          ? [...groups.of(organization).values()].map(({ id, name }) => ({ id, name: String(name) }))
          : undefined;
  if (!known)
    return {
      problem: failure("INVALID_DATA", "invalid data", {
        ...at,
        api_name: "type",
        json_path: `${at.json_path}.type`,
      }),
    };
  const found = known.find(({ id }) => id === to.id);
  if (!found) {
    const message = `invalid ${String(to.type).slice(0, -1)} Id`;
    return { problem: failure("INVALID_DATA", message, { api_name: "id", json_path: `${at.json_path}.id` }) };
  }
  return {
    share: {
      type: String(item.type),
      permission: String(item.permission),
      share_related_records: item.share_related_records === true,
      shared_with: { ...personOf(found), type: String(to.type) },
      shared_time: organization.now(),
    },
  };
}
