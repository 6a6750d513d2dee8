import { type Failure, invalidParam } from "../../answers";
import type { ModuleCall } from "../../call";
import type { RecordData } from "../../metadata/types";
import { isObject, listOf } from "../../objects";
import type { CustomView } from "../../settings/settings";
import { modifiedTime } from "../../store/sorted";
import { choice } from "../params";
import { formats } from "../values/formats";

/** Which records of a module a list is to have. */
export interface ListFilter {
  matches: (record: RecordData) => boolean;
  /** `If-Modified-Since`: only what was modified then or later. */
  modifiedSince: string | undefined;
}

/**
 * The records that a list request asks for: `ids`, `cvid`, `converted`, `approved` and `If-Modified-Since`.
 */
export function readFilter(call: ModuleCall): ListFilter | { problem: Failure } {
  const { query, headers } = call.request;
  const converted = choice(query, "converted", ["false", "true", "both"]);
  if ("problem" in converted) return converted;
  const approved = choice(query, "approved", ["true", "false", "both"]);
  if ("problem" in approved) return approved;
  const since = readSince(call, headers["if-modified-since"]);
  if ("problem" in since) return since;
  const view = readView(call);
  if ("problem" in view) return view;
  const ids = query.has("ids") ? new Set(listOf(query.get("ids"))) : undefined;
  return {
    modifiedSince: since.time,
    matches: (record) =>
      isAsked(converted.value, record.Converted__s === true) &&
      isAsked(approved.value, record.$approval_state !== "approval_pending") &&
      (!ids || ids.has(record.id)) &&
      (since.time === undefined || modifiedTime(record) >= since.time) &&
      (!view.criterion || meets(view.criterion, record)),
  };
}

const isAsked = (asked: "true" | "false" | "both", is: boolean): boolean =>
  asked === "both" || (asked === "true") === is;

/**
 * The time of an `If-Modified-Since`, which is inclusive, as the organization writes times: from an ISO time
 * or a date of HTTP.
 */
export function readSince(
  { organization }: ModuleCall,
  header: string | undefined,
): { time: string | undefined } | { problem: Failure } {
  if (header === undefined) return { time: undefined };
  const moment = formats.moment(header) ?? httpDate(header);
  return moment === undefined
    ? { problem: { ...invalidParam("If-Modified-Since"), details: { header_name: "If-Modified-Since" } } }
    : { time: organization.timeText(moment) };
}

/** A date as HTTP writes it, such as `Sat, 29 Oct 1994 19:43:31 GMT`, in milliseconds since the epoch. */
const httpDate = (text: string): number | undefined =>
  /^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/.test(text) ? Date.parse(text) : undefined;

function readView({
  organization,
  module,
  request,
}: ModuleCall): Pick<CustomView, "criterion"> | { problem: Failure } {
  const id = request.query.get("cvid");
  if (id === null) return { criterion: undefined };
  const view = organization.customViews.get(module.apiName)?.find((candidate) => candidate.id === id);
  return view ?? { problem: invalidParam("cvid") };
}

/** Whether a record belongs to a view. */
export function meets({ field, value }: NonNullable<CustomView["criterion"]>, record: RecordData): boolean {
  const actual = record[field.apiName];
  return isObject(actual) ? actual.id === value : actual === value;
}
