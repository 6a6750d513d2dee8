import type { Answer } from "../../core/answer";
import type { Route } from "../../http/route";
import { type Failure, failure, missingParam, refusal } from "../answers";
import { type CrmCall, crmRoute, scope } from "../call";
import { isObject, objectsOf, textOf } from "../objects";
import { failed, itemsAnswer } from "../records/write/results";
import type { Role } from "./staff";

type Values = Readonly<Record<string, unknown>>;

const maxName = 200;
const at = (name: string) => ({ api_name: name, json_path: `$.roles[0].${name}` });
const answer = (id: string, message: string, status = 200): Answer =>
  itemsAnswer("roles", [{ code: "SUCCESS", details: { id }, message, status: "success" }], status);
const refused = (problem: Failure): Answer => itemsAnswer("roles", [failed(problem)], 200);
const gone = refusal(failure("INVALID_DATA", "the id given seems to be invalid", { resource_path_index: 2 }));

const sent = ({ request: { body } }: CrmCall): Values =>
  objectsOf(isObject(body) ? body.roles : undefined)[0] ?? {};
const roleOf = ({ organization }: CrmCall, id: unknown): Role | undefined =>
  organization.staff.roles.find((role) => role.id === id);

/** Whether a role stands below another, or is the other. */
const isBelow = (role: Role | undefined, above: Role): boolean =>
  role !== undefined && (role === above || isBelow(role.reportsTo, above));

/** What is wrong with a role that is sent. */
function wrong(call: CrmCall, values: Values, own?: Role): Failure | undefined {
  const { name, reporting_to } = values;
  const isKept = own !== undefined && name === undefined;
  if (!isKept && (typeof name !== "string" || name === ""))
    return failure("INVALID_DATA", "invalid data", at("name"));
  if (String(name).length > maxName)
    return failure("INVALID_DATA", "Invalid role name", { maximum_length: maxName, ...at("name") });
  if (call.organization.staff.roles.some((role) => role !== own && role.name === name))
    return failure("DUPLICATE_DATA", "duplicate data", at("name"));
  if (reporting_to === undefined && own) return undefined;
  const above = isObject(reporting_to) ? roleOf(call, reporting_to.id) : undefined;
  const isCircle = own !== undefined && isBelow(above, own);
  return above && !isCircle ? undefined : failure("INVALID_DATA", "invalid data", at("reporting_to"));
}

function create(call: CrmCall): Answer {
  const values = sent(call);
  const problem = wrong(call, values);
  if (problem) return refused(problem);
  const above = isObject(values.reporting_to) ? roleOf(call, values.reporting_to.id) : undefined;
  const { organization } = call;
  const role = { id: organization.ids.next(), name: textOf(values.name) ?? "", reportsTo: above };
  organization.staff.roles.push(role);
  return answer(role.id, "Role added", 201);
}

function update(call: CrmCall): Answer {
  const values = sent(call);
  const role = roleOf(call, call.request.params.id ?? values.id);
  if (!role)
    return call.request.params.id ? gone : refused(failure("INVALID_DATA", "invalid data", at("id")));
  const problem = wrong(call, values, role);
  if (problem) return refused(problem);
  role.name = textOf(values.name) ?? role.name;
  if (isObject(values.reporting_to)) role.reportsTo = roleOf(call, values.reporting_to.id);
  return answer(role.id, "Role updated");
}

/** `DELETE /settings/roles/{id}`: its users, and the roles below it, go to the one that is named. */
function remove(call: CrmCall): Answer {
  const { staff } = call.organization;
  const role = roleOf(call, call.request.params.id);
  const named = call.request.query.get("transfer_to_id");
  if (!role) return gone;
  if (named === null) return refusal(missingParam("transfer_to_id"));
  const heir = roleOf(call, named);
  if (!heir || isBelow(heir, role)) {
    const role_status = !heir ? "invalid" : heir === role ? "same_role" : "subordinate";
    return refusal(
      failure("INVALID_DATA", "invalid transferToId", { role_status, param_name: "transfer_to_id" }),
    );
  }
  for (const user of staff.users) if (user.role === role) user.role = heir;
  for (const other of staff.roles) if (other.reportsTo === role) other.reportsTo = heir;
  staff.roles.splice(staff.roles.indexOf(role), 1);
  return answer(role.id, "Role Deleted");
}

const path = "/settings/roles";
const may = (operation: string) => ({ scopes: scope(`ZohoCRM.settings.roles.${operation}`) });

/** What changes the roles of the organisation. */
export const roleRoutes: Route[] = [
  crmRoute("crm.roles.create", ["POST", path], create, may("CREATE")),
  crmRoute("crm.roles.update", ["PUT", `${path}/:id`], update, may("UPDATE")),
  crmRoute("crm.roles.updateMany", ["PUT", path], update, may("UPDATE")),
  crmRoute("crm.roles.delete", ["DELETE", `${path}/:id`], remove, may("DELETE")),
];
