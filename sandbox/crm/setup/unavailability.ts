import type { Answer } from "../../core/answer";
import type { Route } from "../../http/route";
import { type Failure, failure, listAnswer, noContent, ok, refusal } from "../answers";
import { type CrmCall, crmRoute, scope } from "../call";
import { isObject, listOf, objectsOf } from "../objects";
import { personOf, type User } from "../people/staff";
import { numberedPage } from "../records/params";
import { members } from "../territories/users";
import { groups } from "./groups";
import { type Setting, setupList } from "./setupList";

const time = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}([+-]\d{2}:\d{2}|Z)$/;
const key = "users_unavailability";
const path = `/settings/${key}`;

/** When users are not there to be met. */
const unavailability = setupList({
  name: "usersUnavailability",
  key,
  path,
  scope: "ZohoCRM.settings.users_unavailability",
  fields: {
    from: { type: "text", required: true, pattern: time, wrong: "invalid data" },
    to: { type: "text", required: true, pattern: time, wrong: "invalid data" },
    user: { type: "object", required: true },
    comments: { type: "text", most: 250 },
  },
  most: 2000,
  words: {
    created: "Unavailability Hours saved successfully",
    updated: "Unavailability Hours saved successfully",
    deleted: "Unavailability deleted Successfully",
  },
  createdStatus: 201,
  idsFrom: 230,
  stock: ({ staff: { users } }, nextId) => [
    {
      id: nextId(),
      comments: "Dentist",
      from: "2026-03-02T09:00:00+00:00",
      to: "2026-03-02T11:00:00+00:00",
      user: withZuid(users[1]),
    },
  ],
  fill: (call, { comments = null, user }) => {
    const known = userOf(call, user);
    return { comments, ...(known && { user: withZuid(known) }) };
  },
  settle: (call, { user }) => {
    const known = userOf(call, user);
    return known ? { user: withZuid(known) } : {};
  },
  mayCreate: (call, given, at) => wrongUser(call, given.user) ?? wrongSpan(given, at),
  mayChange: (call, setting, changes, at) =>
    (changes.user === undefined ? undefined : wrongUser(call, changes.user)) ??
    wrongSpan({ ...setting, ...changes }, at),
});

const withZuid = (user: User) => ({ ...personOf(user), zuid: user.zuid });
const userOf = ({ organization }: CrmCall, user: unknown) =>
  isObject(user) ? organization.user(String(user.id)) : undefined;

function wrongUser(call: CrmCall, user: unknown): Failure | undefined {
  const at = { api_name: "id", json_path: `$.${key}[0].user.id` };
  return userOf(call, user) ? undefined : failure("INVALID_DATA", "invalid data", at);
}

function wrongSpan(
  { from, to }: Readonly<Record<string, unknown>>,
  at: (name: string) => object,
): Failure | undefined {
  const isSpan = Date.parse(String(from)) < Date.parse(String(to));
  return isSpan ? undefined : failure("INVALID_DATA", "invalid data", { ...at("to") });
}

/** Users by what they belong to, under the parameters that ask for it. */
const belonging: Readonly<Record<string, (call: CrmCall, id: string, user: string) => boolean>> = {
  role_ids: ({ organization }, id, user) => organization.user(user)?.role.id === id,
  territory_ids: ({ organization }, id, user) => members(organization).get(id)?.has(user) ?? false,
  group_ids: ({ organization }, id, user) =>
    objectsOf(groups.of(organization).get(id)?.sources).some(
      ({ source }) => isObject(source) && source.id === user,
    ),
};

type Test = (setting: Setting) => boolean;

/** Comparisons of times, by the words of filters. */
const comparators: Readonly<Record<string, (left: number, right: number) => boolean>> = {
  equal: (left, right) => left === right,
  not_equal: (left, right) => left !== right,
  greater_than: (left, right) => left > right,
  greater_equal: (left, right) => left >= right,
  less_than: (left, right) => left < right,
  less_equal: (left, right) => left <= right,
};

/** What a filter asks for; undefined for one that cannot be read. */
function filterOf(filter: unknown): Test | undefined {
  if (!isObject(filter)) return undefined;
  const { group, group_operator, comparator, field, value } = filter;
  if (Array.isArray(group)) {
    const tests = group.map(filterOf);
    if (tests.includes(undefined)) return undefined;
    return (setting) =>
      group_operator === "or"
        ? tests.some((test) => test?.(setting))
        : tests.every((test) => test?.(setting));
  }
  const compare = Object.hasOwn(comparators, String(comparator))
    ? comparators[String(comparator)]
    : undefined;
  const name = isObject(field) ? String(field.api_name) : "";
  const wanted = Date.parse(String(value));
  if (!compare || Number.isNaN(wanted) || !["from", "to"].includes(name)) return undefined;
  return (setting) => compare(Date.parse(String(setting[name])), wanted);
}

/** A filter that is sent as JSON; undefined for one that cannot be read. */
function filterIn(text: string): Test | undefined {
  try {
    return filterOf(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** What is wrong with the parameters of a read. */
function wrongQuery(query: URLSearchParams): Failure | undefined {
  for (const name of Object.keys(belonging)) {
    const index = listOf(query.get(name)).findIndex((id) => !/^\d+$/.test(id));
    const message = "Ids should be Long value with comma separated";
    if (index >= 0) return failure("INVALID_DATA", message, { index, param_name: name });
  }
  if ((query.get("include_inner_details") ?? "user.zuid") !== "user.zuid")
    return failure("PATTERN_NOT_MATCHED", "Please check whether the input values are correct", {
      api_name: "include_inner_details",
    });
  return undefined;
}

/** One with the ZUID of its user only where that is asked for. */
const shown = ({ request: { query } }: CrmCall, { user, ...setting }: Setting) => {
  const { zuid, ...person } = isObject(user) ? user : {};
  return { ...setting, user: query.has("include_inner_details") ? { ...person, zuid } : person };
};

/** `GET /settings/users_unavailability`, by what users belong to and by time. */
function list(call: CrmCall): Answer {
  const { organization, request } = call;
  const { query } = request;
  const problem = wrongQuery(query);
  if (problem) return refusal(problem);
  const filters = query.get("filters");
  const isMeant: Test | undefined = filters === null ? () => true : filterIn(filters);
  if (!isMeant)
    return refusal(
      failure("UNABLE_TO_PARSE_DATA_TYPE", "either the request body or parameters is in wrong format"),
    );
  const belongs = ({ user }: Setting) =>
    Object.entries(belonging).every(([name, test]) => {
      const ids = listOf(query.get(name));
      const id = isObject(user) ? String(user.id) : "";
      return ids.length === 0 || ids.some((each) => test(call, each, id));
    });
  const found = [...unavailability.of(organization).values()].filter(
    (setting) => belongs(setting) && isMeant(setting),
  );
  const page = numberedPage(query, found);
  if ("problem" in page) return refusal(page.problem);
  return listAnswer(
    key,
    page.items.map((setting) => shown(call, setting)),
    page.info,
  );
}

function get(call: CrmCall): Answer {
  const setting = unavailability.of(call.organization).get(call.request.params.id ?? "");
  return setting ? ok({ [key]: [shown(call, setting)] }) : noContent;
}

const read = { scopes: scope("ZohoCRM.settings.users_unavailability.READ") };

export const unavailabilityRoutes: Route[] = [
  crmRoute("crm.usersUnavailability.list", ["GET", path], list, read),
  crmRoute("crm.usersUnavailability.get", ["GET", `${path}/:id`], get, read),
  unavailability.create,
  unavailability.update,
  unavailability.updateMany,
  unavailability.remove,
];
