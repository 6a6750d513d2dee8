import type { Answer } from "../../core/answer";
import type { Route } from "../../http/route";
import { type Failure, failure, listAnswer, missingParam, refusal } from "../answers";
import { type CrmCall, crmRoute, scope } from "../call";
import { isObject, listOf } from "../objects";
import { numberedPage } from "../records/params";
import { failed, type ItemResult } from "../records/write/results";
import { type Channel, eachOf, moduleOf, modulesOf } from "./channel";
import { type Notifications, notificationsOf } from "./notifications";
import { channelId, details, events, type Read } from "./read";

const MAX_CHANNELS = 50;
const path = "/actions/watch";

/** `/actions/watch`: notification channels. See "Notification APIs" in Zoho's documentation. */
export const notificationRoutes: readonly Route[] = [
  crmRoute("crm.notifications.enable", ["POST", path], eachChannel(enable, 201), {
    scopes: scope("ZohoCRM.notifications.CREATE"),
  }),
  crmRoute("crm.notifications.list", ["GET", path], list, { scopes: scope("ZohoCRM.notifications.READ") }),
  crmRoute("crm.notifications.replace", ["PUT", path], eachChannel(replace, 200), {
    scopes: scope("ZohoCRM.notifications.UPDATE"),
  }),
  crmRoute("crm.notifications.update", ["PATCH", path], eachChannel(update, 200), {
    scopes: scope("ZohoCRM.notifications.UPDATE"),
  }),
  crmRoute("crm.notifications.disable", ["DELETE", path], disable, {
    scopes: scope("ZohoCRM.notifications.DELETE"),
  }),
];

type Handler = (call: CrmCall, item: Record<string, unknown>) => ItemResult;

/** Runs a handler on each channel of the body. */
function eachChannel(handle: Handler, success: number) {
  return (call: CrmCall): Answer => {
    const { body } = call.request;
    const items = isObject(body) ? body.watch : undefined;
    if (!Array.isArray(items))
      return refusal(failure("MANDATORY_NOT_FOUND", "required field not found", { api_name: "watch" }));
    if (items.length === 0 || items.length > MAX_CHANNELS) {
      return refusal(
        failure("INVALID_DATA", "invalid data", { api_name: "watch", maximum_length: MAX_CHANNELS }),
      );
    }
    const results = items.map((item, index) =>
      placed(isObject(item) ? handle(call, item) : failed(notSubscribed), index),
    );
    return resultsOf(results, success, call.version);
  };
}

/** A refusal with the place of what it is about in the whole body. */
function placed(result: ItemResult, index: number): ItemResult {
  const { details } = result;
  const { dependee } = details;
  const whole = (at: object) =>
    "json_path" in at ? { ...at, json_path: `$.watch[${index}].${at.json_path}` } : at;
  const other = isObject(dependee) ? { dependee: whole(dependee) } : {};
  return { ...result, details: { ...whole(details), ...other } };
}

function resultsOf(results: readonly ItemResult[], success: number, version: string): Answer {
  const failures = results.filter(({ status }) => status === "error").length;
  const other = version === "v2" ? 202 : failures === results.length ? 400 : 207;
  return { status: failures === 0 ? success : other, body: { watch: results } };
}

const notSubscribed: Failure = failure(
  "NOT_SUBSCRIBED",
  "Not subscribed for actions-watch of the given channel",
  {},
);

const store = ({ organization }: CrmCall): Notifications => notificationsOf(organization);

function enable(call: CrmCall, item: Record<string, unknown>): ItemResult {
  const id = channelId(item);
  return "problem" in id ? failed(id.problem) : put(call, item, id.value, enabled);
}

function replace(call: CrmCall, item: Record<string, unknown>): ItemResult {
  const known = knownChannel(call, item);
  return "problem" in known ? failed(known.problem) : put(call, item, known.value.id, updated);
}

function update(call: CrmCall, item: Record<string, unknown>): ItemResult {
  const known = knownChannel(call, item);
  if ("problem" in known) return failed(known.problem);
  const channel = known.value;
  if (item._delete_events === true) return dropEvents(call, item, channel);
  const named = item.events === undefined ? { value: channel.events } : events(call.organization, item);
  if ("problem" in named) return failed(named.problem);
  const rest = details(call, item, channel);
  if ("problem" in rest) return failed(rest.problem);
  return keep(call, { id: channel.id, events: named.value, ...rest.value }, updated);
}

function dropEvents(call: CrmCall, item: Record<string, unknown>, channel: Channel): ItemResult {
  const named = events(call.organization, item);
  if ("problem" in named) return failed(named.problem);
  const dropped = eachOf(named.value);
  const kept = eachOf(channel.events).filter((event) => !dropped.includes(event));
  const left = resources(call, { ...channel, events: named.value }).map(
    ({ channel_expiry: _, ...rest }) => rest,
  );
  if (kept.length > 0) store(call).channels.put({ ...channel, events: kept });
  else store(call).channels.remove(channel.id);
  return success("Successfully removed the subscribe details", { events: left });
}

function knownChannel(call: CrmCall, item: Record<string, unknown>): Read<Channel> {
  const id = channelId(item);
  if ("problem" in id) return id;
  const channel = store(call).channels.get(id.value);
  return channel ? { value: channel } : { problem: notSubscribed };
}

const enabled = "Successfully subscribed for actions-watch of the given module";
const updated = "Successfully updated the subscribe details";

function put(call: CrmCall, item: Record<string, unknown>, id: string, message: string): ItemResult {
  const named = events(call.organization, item);
  if ("problem" in named) return failed(named.problem);
  const rest = details(call, item);
  return "problem" in rest
    ? failed(rest.problem)
    : keep(call, { id, events: named.value, ...rest.value }, message);
}

function keep(call: CrmCall, asked: Omit<Channel, "baseUrl">, message: string): ItemResult {
  const channel = { ...asked, baseUrl: call.request.baseUrl };
  store(call).channels.put(channel);
  return success(message, { events: resources(call, channel) });
}

const success = (message: string, details: Record<string, unknown>): ItemResult => ({
  code: "SUCCESS",
  details,
  message,
  status: "success",
});

/** What is said of a channel for each of its modules. */
const resources = ({ organization, version, request }: CrmCall, channel: Channel) =>
  modulesOf(channel).map((module) => ({
    channel_expiry: organization.timeText(channel.expiresAt),
    resource_uri: `${request.baseUrl}/crm/${version}/${module}`,
    resource_id: organization.schema.get(module)?.id ?? null,
    resource_name: module,
    channel_id: channel.id,
  }));

function list(call: CrmCall): Answer {
  const { query } = call.request;
  const [id, module] = [query.get("channel_id"), query.get("module")];
  const rows = store(call)
    .channels.alive()
    .filter((channel) => id === null || channel.id === id)
    .flatMap((channel) =>
      resources(call, channel).map((resource) => ({
        ...resource,
        ...shown(channel, resource.resource_name),
      })),
    )
    .filter(({ resource_name: name }) => module === null || name === module);
  const page = numberedPage(query, rows);
  return "problem" in page ? refusal(page.problem) : listAnswer("watch", page.items, page.info);
}

const shown = (channel: Channel, module: string) => ({
  notify_on_related_action: channel.notifiesOnRelatedAction,
  return_affected_field_values: channel.returnsAffectedValues,
  notify_url: channel.notifyUrl,
  fields: null,
  notification_condition: channel.conditions.length > 0 ? channel.conditions : null,
  events: eachOf(channel.events).filter((event) => moduleOf(event) === module),
  token: channel.token,
});

function disable(call: CrmCall): Answer {
  const ids = listOf(call.request.query.get("channel_ids"));
  if (ids.length === 0) return refusal(missingParam("channel_ids"));
  const results = ids.flatMap((id): ItemResult[] => {
    const channel = store(call).channels.get(id);
    if (!channel) return [failed(notSubscribed)];
    store(call).channels.remove(id);
    return resources(call, channel).map(({ resource_uri, resource_id, channel_id }) =>
      success("Successfully un-subscribed from actions-watch", { resource_uri, resource_id, channel_id }),
    );
  });
  return resultsOf(results, 200, call.version);
}
