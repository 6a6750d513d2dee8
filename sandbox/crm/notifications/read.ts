import { type Failure, failure } from "../answers";
import type { CrmCall } from "../call";
import { isObject, objectsOf, textOf } from "../objects";
import type { CrmOrganization } from "../organization";
import { formats } from "../records/values/formats";
import { type Channel, fieldsOf, moduleOf, operations } from "./channel";

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
const WEEK_MS = 7 * DAY_MS;
const MAX_TOKEN = 50;
const MAX_CONDITIONS = 2;
const MAX_FIELDS = 10;

/** What is missing, or wrong: `json_path` is the place in the item, where Zoho tells one. */
const missing = (name: string, more: object = {}): Failure =>
  failure("MANDATORY_NOT_FOUND", "required field not found", { api_name: name, ...more });
const invalid = (name: string, more: object = {}): Failure =>
  failure("INVALID_DATA", "invalid data", { api_name: name, ...more });

export type Read<T> = { value: T } | { problem: Failure };

/** The channel id of an item: a number, or one as text. */
export function channelId(item: Record<string, unknown>): Read<string> {
  const { channel_id: id } = item;
  if (id === undefined || id === null || id === "")
    return { problem: missing("channel_id", { json_path: "channel_id" }) };
  const isNumber = typeof id === "string" || typeof id === "number" ? /^\d{1,19}$/.test(String(id)) : false;
  return isNumber ? { value: String(id) } : { problem: invalid("channel_id") };
}

/** The events of an item, each on a module that there is. */
export function events(organization: CrmOrganization, item: Record<string, unknown>): Read<string[]> {
  const { events: given } = item;
  if (given === undefined || given === null) return { problem: missing("events") };
  if (!Array.isArray(given) || given.length === 0) return { problem: invalid("events") };
  const isEvent = (event: unknown): event is string => {
    if (typeof event !== "string") return false;
    const module = moduleOf(event);
    const operation = event.slice(module.length + 1);
    const isOperation = operation === "all" || operations.some((known) => known === operation);
    return (
      isOperation && (module === "users" || organization.schema.get(module)?.flags.api_supported === true)
    );
  };
  return given.every(isEvent) ? { value: given } : { problem: invalid("events") };
}

/** The rest of a channel: what an item says of it, over what it was before. */
export function details(
  { organization, version }: CrmCall,
  item: Record<string, unknown>,
  before?: Channel,
): Read<Omit<Channel, "id" | "events" | "baseUrl">> {
  const notifyUrl = item.notify_url === undefined ? before?.notifyUrl : textOf(item.notify_url);
  if (item.notify_url === undefined && notifyUrl === undefined) return { problem: missing("notify_url") };
  if (notifyUrl === undefined || !/^https?:\/\//.test(notifyUrl) || !URL.canParse(notifyUrl)) {
    return { problem: invalid("notify_url") };
  }
  const token = item.token === undefined ? (before?.token ?? null) : item.token;
  if (token !== null && (typeof token !== "string" || token.length > MAX_TOKEN)) {
    return { problem: invalid("token", { maximum_length: MAX_TOKEN }) };
  }
  const expiry = item.channel_expiry;
  const asked = typeof expiry === "string" ? formats.moment(expiry) : undefined;
  if (expiry !== undefined && expiry !== null && asked === undefined)
    return { problem: invalid("channel_expiry") };
  const conditions =
    item.notification_condition === undefined ? (before?.conditions ?? []) : item.notification_condition;
  const wrong = conditionProblem(organization, conditions);
  if (wrong) return { problem: wrong };
  return {
    value: {
      notifyUrl,
      token,
      expiresAt:
        before && asked === undefined
          ? before.expiresAt
          : clamped(asked, organization.clock.now(), longestIn(version)),
      returnsAffectedValues: flag(item.return_affected_field_values, before?.returnsAffectedValues ?? false),
      notifiesOnRelatedAction: flag(item.notify_on_related_action, before?.notifiesOnRelatedAction ?? true),
      conditions: objectsOf(conditions),
    },
  };
}

/** A channel lives a week at most, and a day before version 4. */
const longestIn = (version: string): number => (Number(version.slice(1)) >= 4 ? WEEK_MS : DAY_MS);

/** One that asks for more than the longest life, for nothing, or for the past lives an hour. */
const clamped = (asked: number | undefined, now: number, longest: number): number =>
  asked === undefined || asked > now + longest || asked <= now ? now + HOUR_MS : asked;

const flag = (value: unknown, otherwise: boolean): boolean =>
  typeof value === "boolean" ? value : otherwise;

function conditionProblem(organization: CrmOrganization, conditions: unknown): Failure | undefined {
  if (conditions === null) return undefined;
  const json_path = "notification_condition";
  if (!Array.isArray(conditions) || conditions.length > MAX_CONDITIONS)
    return invalid("notification_condition", { json_path });
  for (const [index, condition] of conditions.entries()) {
    const wrong = oneProblem(organization, condition, `${json_path}[${index}]`);
    if (wrong) return wrong;
  }
  return undefined;
}

/** What is wrong with one condition, in the words of Zoho's examples as far as these go. */
function oneProblem({ schema }: CrmOrganization, condition: unknown, path: string): Failure | undefined {
  const { type, module: of, field_selection: selection } = isObject(condition) ? condition : {};
  const at = (name: string) => ({ api_name: name, json_path: `${path}.${name}` });
  if (type === undefined) return missing("type", at("type"));
  if (type !== "field_selection")
    return invalid("type", { ...at("type"), supported_values: ["field_selection"] });
  if (of === undefined) return failure("INVALID_DATA", "required field not found", at("module"));
  if (!isObject(of)) return invalid("module", { ...at("module"), expected_data_type: "jsonobject" });
  const module = schema.get(String(of.api_name));
  if (!module) return invalid("module", at("module"));
  if (selection === undefined) {
    const details = { ...at("field_selection"), dependee: at("type") };
    return failure("DEPENDENT_FIELD_MISSING", "DEPENDENT_FIELD_MISSING", details);
  }
  const fields = fieldsOf(selection);
  if (fields.length === 0) return invalid("field_selection", at("field_selection"));
  if (fields.length > MAX_FIELDS)
    return invalid("field_selection", { ...at("field_selection"), maximum_length: MAX_FIELDS });
  const unknown = fields.findIndex((field) => !module.fields.has(field));
  return unknown < 0 ? undefined : invalid("fields", { json_path: `fields[${unknown}]` });
}
