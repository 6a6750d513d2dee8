import type { Answer } from "../../core/answer";
import { type Failure, failure, invalidId, listAnswer, refusal } from "../answers";
import type { ModuleCall } from "../call";
import { plainText } from "../coql/evaluate/valueTypes";
import type { Module, RecordData } from "../metadata/types";
import { isObject } from "../objects";
import { personOf } from "../people/staff";
import { wholeNumber } from "../records/params";
import type { Entry } from "./timelines";

const maxPerPage = 200;

/** `GET /{module}/{id}/__timeline`: what happened to a record, the newest first. */
export function getTimeline(call: ModuleCall): Answer {
  const { organization, module, request } = call;
  const { query } = request;
  const record = organization.view(module).get(request.params.id ?? "");
  if (!record) return refusal(invalidId({ resource_path_index: 1 }));
  const sortBy = query.get("sort_by") ?? "audited_time";
  if (sortBy !== "audited_time") return refusal(notMatched("sort_by"));
  const perPage = wholeNumber(query, "per_page", { least: 1, most: maxPerPage, otherwise: maxPerPage });
  if (perPage === undefined) return refusal(notMatched("per_page"));
  const token = query.get("page_token");
  const start = readStart(call, token);
  if (start === undefined) return refusal(notMatched(token === null ? "page" : "page_token"));

  const entries = organization.timelines.of(record.id).map((entry) => entryJson(module, record, entry));
  if (query.get("sort_order") !== "asc") entries.reverse();
  const rows = entries.slice(start * perPage, (start + 1) * perPage);
  const more = entries.length > (start + 1) * perPage;
  const tokenOf = (page: number) => Buffer.from(`${record.id}:${page}`).toString("base64url");
  return listAnswer("__timeline", rows, {
    per_page: perPage,
    next_page_token: more ? tokenOf(start + 1) : null,
    count: rows.length,
    page: start + 1,
    previous_page_token: start > 0 ? tokenOf(start - 1) : null,
    more_records: more,
  });
}

/** How many pages come before the one that is asked for, by token or by number. */
function readStart({ request }: ModuleCall, token: string | null): number | undefined {
  if (token === null) {
    const page = wholeNumber(request.query, "page", { least: 1, most: 10 ** 9, otherwise: 1 });
    return page === undefined ? undefined : page - 1;
  }
  const [id, page] = Buffer.from(token, "base64url").toString().split(":");
  return id === request.params.id && /^\d{1,9}$/.test(page ?? "") ? Number(page) : undefined;
}

function entryJson(
  module: Module,
  record: RecordData,
  { id, action, time, by, before, after, fields }: Entry,
): object {
  const history = fields.flatMap((name) => {
    const field = module.fields.get(name);
    if (!field || action !== "updated") return [];
    const _value = { new: textOrNull(after?.[name]), old: textOrNull(before?.[name]) };
    return [
      {
        data_type: field.dataType,
        enable_colour_code: false,
        pick_list_values: [],
        field_label: field.label,
        api_name: name,
        id: field.id,
        _value,
      },
    ];
  });
  return {
    audited_time: time,
    action,
    id,
    source: action === "converted" ? "convert" : "crm_api",
    extension: null,
    done_by: { ...personOf(by), profile: personOf(by.profile), type__s: "Regular User" },
    related_record: null,
    automation_details: null,
    record: {
      name: textOrNull(record[module.display]),
      id: record.id,
      module: { api_name: module.apiName, id: module.id },
    },
    field_history: history.length === 0 ? null : history,
    type: "timeline",
  };
}

const textOrNull = (value: unknown): string | null =>
  plainText(isObject(value) ? (value.name ?? value.id) : value) || null;

const notMatched = (name: string): Failure =>
  failure("PATTERN_NOT_MATCHED", "Please check whether the input values are correct", { param_name: name });
