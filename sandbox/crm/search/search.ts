import { invalidParam } from "../answers";
import type { ModuleCall } from "../call";
import { type CoqlField, idField } from "../coql/catalog";
import { sortBy } from "../coql/evaluate/order";
import { valueTypeOf } from "../coql/evaluate/valueTypes";
import { Fault } from "../coql/fault";
import type { RecordData } from "../metadata/types";
import { listOf } from "../objects";
import { choice, wholeNumber } from "../records/params";
import { allListed, listed } from "../records/present";
import { readQuery } from "./query";

/** A page of what was found. */
export interface Found {
  data: RecordData[];
  info: object;
}

/** By what a search is sorted where that is not any field. */
const sortFields = ["id", "Created_Time", "Modified_Time"];

const maximumPerPage = 200;
/** How far a search can be read; Zoho writes it as a text in its error. */
const maximumRows = 2000;

/**
 * Searches a module by the parameters of Zoho's page "Search Records". What is read is the index, which may
 * lag behind the records.
 * @throws Fault for everything Zoho refuses.
 */
export function search(
  { organization, module }: ModuleCall,
  params: URLSearchParams,
  conditions: number,
): Found {
  const described = organization.catalog.module(module.apiName);
  const fields = new Map([["id", idField], ...(described?.fields ?? [])]);
  const test = readQuery(params, { fields, zone: organization.timeText(0).slice(-6), conditions });
  const inState = readState(params);
  const { page, perPage, order, key } = readPage(params, fields);
  if (organization.behaviours.searchSortBy === "threeFields" && !sortFields.includes(key.name))
    throw refused("sort_by", { supported_values: sortFields });

  const rows = module.parent ? (described?.rows() ?? []) : organization.searchRows(module.apiName);
  const found = [...rows].filter((row) => inState(row) && test(row));
  const descending = order === "desc";
  const byId = { key: (row: RecordData) => BigInt(row.id), descending };
  const from = (page - 1) * perPage;
  const sorted = sortBy(found, [{ key: (row: RecordData) => key.type.key(row[key.name]), descending }, byId]);
  const asked = listOf(params.get("fields"));
  const names = asked.length > 0 ? asked : allListed(module);
  const data = sorted.slice(from, from + perPage).map((row) => listed(module, row, names));
  const more = found.length > from + perPage;
  const info = {
    per_page: perPage,
    count: data.length,
    sort_by: key.name,
    page,
    sort_order: order,
    more_records: more,
  };
  return { data, info };
}

function readPage(params: URLSearchParams, fields: ReadonlyMap<string, CoqlField>) {
  const perPage = wholeNumber(params, "per_page", {
    least: 1,
    most: maximumPerPage,
    otherwise: maximumPerPage,
  });
  if (perPage === undefined) throw refused("per_page", { maximum_value: maximumPerPage });
  const page = wholeNumber(params, "page", { least: 1, most: 10 ** 9, otherwise: 1 });
  if (page === undefined) throw refused("page");
  if (page * perPage > maximumRows) {
    throw new Fault("LIMIT_REACHED", "maximum response iteration limit reached", {
      limit: String(maximumRows),
    });
  }
  const name = params.get("sort_by") ?? "id";
  const field = fields.get(name);
  if (!field) throw refused("sort_by");
  const order = oneOf(params, "sort_order", ["desc", "asc"]);
  return { page, perPage, order, key: { name, type: valueTypeOf(field) } };
}

/** States that the parameter and the record call differently. */
const stateNames: Readonly<Record<string, string>> = { approval_process_pending: "approval_pending" };

/** Which records are asked for by `converted`, and by `approval_state` or, before it, `approved`. */
function readState(params: URLSearchParams): (row: RecordData) => boolean {
  const converted = oneOf(params, "converted", ["false", "true", "both"]);
  const approved = oneOf(params, "approved", ["true", "false", "both"]);
  const state = params.get("approval_state");
  return (row) => {
    const actual = row.$approval_state ?? "approved";
    const wanted =
      state === null
        ? isAsked(approved, actual === "approved")
        : [state, stateNames[state]].includes(String(actual));
    return wanted && isAsked(converted, row.Converted__s === true);
  };
}

const isAsked = (asked: "true" | "false" | "both", is: boolean): boolean =>
  asked === "both" || (asked === "true") === is;

function oneOf<T extends string>(params: URLSearchParams, name: string, values: readonly [T, ...T[]]): T {
  const chosen = choice(params, name, values);
  if ("problem" in chosen) throw refused(name, chosen.problem.details);
  return chosen.value;
}

function refused(name: string, more: Record<string, unknown> = {}): Fault {
  const { code, message, details } = invalidParam(name, more);
  return new Fault(code, message, details);
}
