import type { Answer } from "../../core/answer";
import type { Route } from "../../http/route";
import { type Failure, failure, refusal } from "../answers";
import { type CrmCall, crmRoute, scope } from "../call";
import { isObject, objectsOf, textOf } from "../objects";
import { userLicenses } from "../people/peopleJson";
import type { User } from "../people/staff";
import { failed, type ItemResult, itemsAnswer } from "../records/write/results";
import { type FieldRule, wrongField } from "./fieldRules";

type Values = Readonly<Record<string, unknown>>;

const fields: Readonly<Record<string, FieldRule>> = {
  last_name: { type: "text", required: true, most: 50 },
  email: { type: "text", required: true, most: 100 },
  role: { type: "object", required: true },
  profile: { type: "object", required: true },
  first_name: { type: "text", most: 50 },
  status: { type: "text" },
};

/** How many users one `PUT /users` changes. */
const mostOfOneCall = 10;

type Place = (name: string) => Record<string, unknown>;
const placeOf =
  (index: number): Place =>
  (name) => ({ api_name: name, json_path: `$.users[${index}].${name}` });

const inUse = ({ status }: User): boolean => status === "active";
const isAdministrator = ({ profile }: User): boolean => profile.name === "Administrator";
const done = (id: string, message: string): ItemResult => ({
  code: "SUCCESS",
  details: { id },
  message,
  status: "success",
});
const answer = (result: ItemResult, success = 200): Answer => itemsAnswer("users", [result], success);

const sent = ({ request: { body } }: CrmCall): Values[] => objectsOf(isObject(body) ? body.users : undefined);

/** The refusal of a call that names more users than it may. */
const tooMany = (items: readonly Values[], most: number): Answer | undefined =>
  items.length > most
    ? refusal(
        failure("INVALID_DATA", "invalid data", {
          maximum_length: most,
          api_name: "users",
          json_path: "$.users",
        }),
      )
    : undefined;

/** The role and the profile that are named, or what is wrong with them. */
function places({ organization: { staff } }: CrmCall, { role, profile }: Values, at: Place) {
  const idOf = (value: unknown) => (isObject(value) ? value.id : undefined);
  const found = {
    role: staff.roles.find(({ id }) => id === idOf(role)),
    profile: staff.profiles.find(({ id }) => id === idOf(profile)),
  };
  const wrong = (name: "role" | "profile", given: unknown) =>
    given !== undefined && !found[name] ? failure("INVALID_DATA", "INVALID_DATA", at(name)) : undefined;
  return { ...found, problem: wrong("role", role) ?? wrong("profile", profile) };
}

function wrongForm(values: Values, at: Place, isNew: boolean): Failure | undefined {
  const problem = wrongField(fields, values, at, isNew);
  if (problem) return problem;
  const { email, status } = values;
  if (typeof email === "string" && !/^\S+@\S+\.\S+$/.test(email))
    return failure("INVALID_DATA", "Invalid Email Id. Please choose a different email id", {
      api_name: "email",
    });
  return typeof status === "string" && !["active", "inactive"].includes(status)
    ? failure("INVALID_DATA", "Pattern not matched", at("status"))
    : undefined;
}

const isTaken = ({ organization }: CrmCall, email: unknown, but?: User): boolean =>
  organization.staff.users.some((user) => user !== but && user.status !== "deleted" && user.email === email);

const isFull = ({ organization }: CrmCall): boolean =>
  organization.staff.users.filter(inUse).length >= userLicenses;

const noSeat = "Request exceeds your license limit. Need to upgrade in order to add a user";

function create(call: CrmCall): Answer {
  const { organization } = call;
  const items = sent(call);
  const [values = {}] = items;
  const several = tooMany(items, 1);
  if (several) return several;
  const at = placeOf(0);
  const { role, profile, problem } = places(call, values, at);
  const refused =
    wrongForm(values, at, true) ??
    problem ??
    (isTaken(call, values.email)
      ? failure("DUPLICATE_DATA", "Failed to add user since same email id is already present")
      : undefined) ??
    (isFull(call) ? failure("LICENSE_LIMIT_EXCEEDED", noSeat) : undefined);
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

/** `PUT /users/{id}`. */
function update(call: CrmCall): Answer {
  const items = sent(call);
  const user = call.organization.user(call.request.params.id ?? "");
  if (!user) return unknownUser;
  return tooMany(items, 1) ?? answer(change(call, user, items[0] ?? {}, placeOf(0)));
}

/** `PUT /users`, with the ids in the body. */
function updateMany(call: CrmCall): Answer {
  const items = sent(call);
  const several = tooMany(items, mostOfOneCall);
  if (several) return several;
  const results = (items.length > 0 ? items : [{}]).map((values, index) => {
    const at = placeOf(index);
    if (values.id === undefined)
      return failed(failure("MANDATORY_NOT_FOUND", "required field not found", at("id")));
    const user = call.organization.user(textOf(values.id) ?? "");
    return user
      ? change(call, user, values, at)
      : failed(failure("INVALID_DATA", "the id given seems to be invalid", at("id")));
  });
  return itemsAnswer("users", results, 200);
}

function change(call: CrmCall, user: User, values: Values, at: Place): ItemResult {
  const { role, profile, problem } = places(call, values, at);
  const isBack = values.status === "active" && !inUse(user);
  const refused =
    mayNot(call, user, values, at) ??
    wrongForm(values, at, false) ??
    problem ??
    (isTaken(call, values.email, user)
      ? failure("DUPLICATE_DATA", "Email already exists", at("email"))
      : undefined) ??
    (isBack && isFull(call) ? failure("LICENSE_LIMIT_EXCEEDED", "License Limit is Exceeded") : undefined);
  if (refused) return failed(refused);
  user.firstName = textOf(values.first_name) ?? user.firstName;
  user.lastName = textOf(values.last_name) ?? user.lastName;
  user.name = `${user.firstName} ${user.lastName}`.trim();
  user.phone = textOf(values.phone) ?? user.phone;
  user.role = role ?? user.role;
  user.profile = profile ?? user.profile;
  if (values.status !== undefined) user.status = values.status === "active" ? "active" : "disabled";
  user.asOwner.name = user.name;
  return done(user.id, "User updated");
}

/** What Zoho does not let be changed of a user. */
function mayNot(
  { organization }: CrmCall,
  user: User,
  { status, email, profile }: Values,
  at: Place,
): Failure | undefined {
  if (user.status === "deleted")
    return failure("CANNOT_UPDATE_DELETED_USER", "Deleted user cannot be updated");
  const { id } = user;
  const { json_path } = at("id");
  if (status === "inactive" && user === organization.currentUser)
    return failure("INVALID_REQUEST", "Primary Contact cannot be deactivated", { id, json_path });
  const losesRights = isObject(profile) && profile.id !== undefined && profile.id !== user.profile.id;
  const others = organization.staff.users.filter(
    (other) => other !== user && inUse(other) && other.confirmed,
  );
  if (losesRights && isAdministrator(user) && inUse(user) && !others.some(isAdministrator))
    return failure("INVALID_REQUEST", "You can't perform this action over logged in user");
  if (status === "inactive" && user.status === "disabled")
    return failure("ID_ALREADY_DEACTIVATED", "User is already deactivated", {
      api_name: "id",
      id: json_path,
    });
  if (status === "active" && inUse(user))
    return failure("ID_ALREADY_ACTIVE", "User is already active", { id, json_path });
  return email !== undefined && email !== user.email && user.confirmed
    ? failure("EMAIL_UPDATE_NOT_ALOWED", "Cannot update email of a confirmed CRM User", {
        api_name: "email",
      })
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
  crmRoute("crm.users.updateMany", ["PUT", "/users"], updateMany, may("UPDATE")),
  crmRoute("crm.users.delete", ["DELETE", "/users/:id"], remove, may("DELETE")),
];
