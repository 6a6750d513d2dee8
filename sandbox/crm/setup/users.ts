import type { Answer } from "../../core/answer";
import type { Route } from "../../http/route";
import { type Failure, failure, refusal } from "../answers";
import { type CrmCall, crmRoute, scope } from "../call";
import { isObject, textOf } from "../objects";
import { userLicenses } from "../people/peopleJson";
import type { User } from "../people/staff";
import { failed, type ItemResult, itemsAnswer } from "../records/write/results";
import { type FieldRule, wrongField } from "./fieldRules";

type Values = Readonly<Record<string, unknown>>;

const fields: Readonly<Record<string, FieldRule>> = {
  last_name: { type: "text", required: true, most: 50 },
  email: { type: "text", required: true, most: 100, pattern: /^\S+@\S+\.\S+$/, patternOf: "email" },
  role: { type: "object", required: true },
  profile: { type: "object", required: true },
  first_name: { type: "text", most: 50 },
  status: { type: "text", values: ["active", "inactive"] },
};

const at = (name: string) => ({ api_name: name, json_path: `$.users[0].${name}` });
const inUse = ({ status }: User): boolean => status === "active";
const isAdministrator = ({ profile }: User): boolean => profile.name === "Administrator";
const done = (id: string, message: string): ItemResult => ({
  code: "SUCCESS",
  details: { id },
  message,
  status: "success",
});
const answer = (result: ItemResult, success = 200): Answer => itemsAnswer("users", [result], success);

function sent({ request: { body } }: CrmCall): Values {
  const [first]: unknown[] = isObject(body) && Array.isArray(body.users) ? body.users : [];
  return isObject(first) ? first : {};
}

/** The role and the profile that are named, or what is wrong with them. */
function places({ organization: { staff } }: CrmCall, { role, profile }: Values) {
  const idOf = (value: unknown) => (isObject(value) ? value.id : undefined);
  const found = {
    role: staff.roles.find(({ id }) => id === idOf(role)),
    profile: staff.profiles.find(({ id }) => id === idOf(profile)),
  };
  const wrong = (name: "role" | "profile", given: unknown) =>
    given !== undefined && !found[name]
      ? failure("INVALID_DATA", "invalid data", at(`${name}.id`))
      : undefined;
  return { ...found, problem: wrong("role", role) ?? wrong("profile", profile) };
}

function taken({ organization }: CrmCall, email: unknown, but?: User): Failure | undefined {
  const others = organization.staff.users.filter((user) => user !== but && user.status !== "deleted");
  const isTaken = others.some((user) => user.email === email);
  return isTaken
    ? failure("DUPLICATE_DATA", "Failed to add user since same email id is already present", at("email"))
    : undefined;
}

function noLicense({ organization }: CrmCall): Failure | undefined {
  const isFull = organization.staff.users.filter(inUse).length >= userLicenses;
  return isFull ? failure("LICENSE_LIMIT_EXCEEDED", "License limit exceeded", at("status")) : undefined;
}

function create(call: CrmCall): Answer {
  const { organization } = call;
  const values = sent(call);
  const { role, profile, problem } = places(call, values);
  const refused =
    wrongField(fields, values, at, true) ?? problem ?? taken(call, values.email) ?? noLicense(call);
  if (refused || !role || !profile)
    return answer(failed(refused ?? failure("MANDATORY_NOT_FOUND", "required field not found", at("role"))));
  const id = organization.ids.next();
  const [firstName, lastName] = [textOf(values.first_name) ?? "", textOf(values.last_name) ?? ""];
  const name = `${firstName} ${lastName}`.trim();
  const email = textOf(values.email) ?? "";
  organization.staff.users.push({
    ...{ id, zuid: `7${id.slice(-8)}`, firstName, lastName, name, email, role, profile },
    phone: textOf(values.phone) ?? "",
    status: "active",
    confirmed: false,
    createdTime: organization.now(),
    asOwner: { name, id, email },
  });
  return answer(done(id, "User added"), 201);
}

function update(call: CrmCall): Answer {
  const values = sent(call);
  const user = call.organization.user(call.request.params.id ?? textOf(values.id) ?? "");
  if (!user && call.request.params.id === undefined)
    return answer(failed(failure("INVALID_DATA", "the id given seems to be invalid", at("id"))));
  if (!user) return unknownUser;
  const { role, profile, problem } = places(call, values);
  const isBack = values.status === "active" && !inUse(user);
  const refused =
    mayNot(call, user, values) ??
    wrongField(fields, values, at, false) ??
    problem ??
    taken(call, values.email, user) ??
    (isBack ? noLicense(call) : undefined);
  if (refused) return answer(failed(refused));
  user.firstName = textOf(values.first_name) ?? user.firstName;
  user.lastName = textOf(values.last_name) ?? user.lastName;
  user.name = `${user.firstName} ${user.lastName}`.trim();
  user.phone = textOf(values.phone) ?? user.phone;
  user.role = role ?? user.role;
  user.profile = profile ?? user.profile;
  if (values.status !== undefined) user.status = values.status === "active" ? "active" : "disabled";
  user.asOwner.name = user.name;
  return answer(done(user.id, "User updated"));
}

/** What Zoho does not let be changed of a user. */
function mayNot(
  { organization }: CrmCall,
  user: User,
  { status, email, profile }: Values,
): Failure | undefined {
  if (user.status === "deleted")
    return failure("CANNOT_UPDATE_DELETED_USER", "the deleted user cannot be updated", at("id"));
  const { staff } = organization;
  const losesRights =
    status === "inactive" ||
    (isObject(profile) && profile.id !== undefined && profile.id !== user.profile.id);
  const others = staff.users.filter((other) => other !== user && inUse(other) && other.confirmed);
  if (losesRights && isAdministrator(user) && inUse(user) && !others.some(isAdministrator))
    return failure("NOT_ALLOWED", "the organization needs an administrator", at("profile"));
  if (status === "inactive" && user === organization.currentUser)
    return failure("NOT_ALLOWED", "Primary contact cannot be deactivated", at("status"));
  if (status === "inactive" && user.status === "disabled")
    return failure("ID_ALREADY_DEACTIVATED", "User is already deactivated", at("status"));
  return email !== undefined && email !== user.email && user.confirmed
    ? failure("EMAIL_UPDATE_NOT_ALOWED", "Cannot update email of a confirmed user", at("email"))
    : undefined;
}

function remove({ organization, request }: CrmCall): Answer {
  const user = organization.user(request.params.id ?? "");
  if (!user) return unknownUser;
  const details = { json_path: "$.users[0].id", id: user.id };
  if (user === organization.currentUser)
    return answer(failed(failure("INVALID_REQUEST", "Primary contact cannot be deleted", details)));
  if (user.status === "deleted")
    return answer(failed(failure("ID_ALREADY_DELETED", "User is already deleted", details)));
  user.status = "deleted";
  return answer(done(user.id, "User deleted"));
}

const unknownUser = refusal(
  failure("INVALID_DATA", "the id given seems to be invalid", { resource_path_index: 1 }),
);

const may = (operation: string) => ({ scopes: scope(`ZohoCRM.users.${operation}`) });

/** What changes the users of the organisation. */
export const userRoutes: Route[] = [
  crmRoute("crm.users.create", ["POST", "/users"], create, may("CREATE")),
  crmRoute("crm.users.update", ["PUT", "/users/:id"], update, may("UPDATE")),
  crmRoute("crm.users.updateMany", ["PUT", "/users"], update, may("UPDATE")),
  crmRoute("crm.users.delete", ["DELETE", "/users/:id"], remove, may("DELETE")),
];
