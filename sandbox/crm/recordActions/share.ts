import type { Answer } from "../../core/answer";
import { type Failure, failure, noContent, ok, refusal } from "../answers";
import type { ModuleCall } from "../call";
import { isObject, objectsOf } from "../objects";
import { personOf } from "../people/staff";
import { failed, type ItemResult, itemsAnswer } from "../records/write/results";
import { groups } from "../setup/groups";
import { type Share, sharesOf } from "./shares";

/** The modules whose records have no related ones to share. */
const activities = ["Tasks", "Events", "Calls"];

/** With how many of a kind a record is shared. */
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
      return itemsAnswer(
        "share",
        [failed(failure("MANDATORY_NOT_FOUND", "required field not found", at))],
        201,
      );
    const shares = new Map(
      replaces ? [] : (sharesOf(organization).get(id) ?? []).map((each) => [each.shared_with.id, each]),
    );
    const results = objectsOf(given).map((item, index): ItemResult => {
      const read = readShare(call, item, `$.share[${index}]`);
      const problem = "problem" in read ? read.problem : tooMany([...shares.values()], read.share, index);
      if (problem) return failed(problem);
      if ("share" in read) shares.set(read.share.shared_with.id, read.share);
      return {
        code: "SUCCESS",
        details: {},
        message: "record will be shared successfully",
        status: "success",
      };
    });
    if (results.some(({ status }) => status === "success"))
      sharesOf(organization).set(id, [...shares.values()]);
    return itemsAnswer("share", results, 201);
  };

/** A record is shared with so many of a kind at most. */
function tooMany(known: readonly Share[], { shared_with: { id, type } }: Share, index: number) {
  const limit = limits[type] ?? 0;
  const others = known.filter(({ shared_with: to }) => to.type === type && to.id !== id);
  if (others.length < limit) return undefined;
  const at = { api_name: "type", limit, json_path: `$.share[${index}].shared_with.type` };
  return failure("LIMIT_EXCEEDED", `Cannot share a record to more than ${limit} ${type}`, at);
}

/** `DELETE` of the same path: nobody sees the record through a share any more. */
export function revokeShares(call: ModuleCall): Answer {
  const id = recordOf(call);
  if (id === undefined) return noRecord;
  if (!sharesOf(call.organization).delete(id)) {
    return refusal(failure("CANNOT_PROCESS", "No sharing through this record is available to revoke"));
  }
  return ok({ share: { code: "SUCCESS", details: { id }, message: "Sharing Revoked", status: "success" } });
}

type Item = Record<string, unknown>;

function readShare(
  { organization, module }: ModuleCall,
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
  if (item.share_related_records === true && activities.includes(module.apiName)) {
    const at = { api_name: "share_related_records", json_path: `${path}.share_related_records` };
    return { problem: failure("INVALID_DATA", "cannot share the related records", at) };
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
