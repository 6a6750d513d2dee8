import type { Failure } from "../answers";
import type { ModuleCall } from "../call";
import type { Module } from "../metadata/types";
import { isObject } from "../objects";
import { invalidHeader } from "./externalId";

/** An entry of X-EXTERNAL that names a lookup, of a record or of its rows, and a field of where it leads. */
interface ExternalLookup {
  rows: string | undefined;
  lookup: string;
  field: string;
  find: (value: unknown) => string | undefined;
}

const entryPattern = /^(\w+)\.(?:(\w+)\.)?(\w+)(?:->(\w+))?\.(\w+)$/;

function readEntry({ organization, module }: ModuleCall, entry: string): ExternalLookup | undefined {
  const [, moduleName, rows, lookup = "", target, field = ""] = entryPattern.exec(entry) ?? [];
  const { schema } = organization;
  const at: Module | undefined =
    rows === undefined
      ? module
      : schema.get(module.fields.get(rows)?.rows ?? (rows === "Participants" ? module.apiName : ""));
  const leadsTo = schema.get(target ?? at?.fields.get(lookup)?.module ?? "");
  if (moduleName !== module.apiName || !leadsTo?.fields.get(field)?.external) return undefined;
  const store = organization.store(leadsTo);
  const find = (value: unknown) => (typeof value === "string" ? [...store.find(field, value)][0] : undefined);
  return { rows, lookup, field, find };
}

/** A value of a lookup with the id of the record that it names; as it is where there is none. */
function resolved(of: unknown, { lookup, field, find }: ExternalLookup): unknown {
  const value = isObject(of) ? of[lookup] : undefined;
  if (!isObject(of) || !isObject(value) || !(field in value)) return of;
  const { [field]: named, ...rest } = value;
  const id = find(named);
  return id === undefined ? of : { ...of, [lookup]: { ...rest, id } };
}

const inRecord = (record: unknown, entry: ExternalLookup): unknown => {
  if (entry.rows === undefined) return resolved(record, entry);
  const rows = isObject(record) ? record[entry.rows] : undefined;
  if (!isObject(record) || !Array.isArray(rows)) return record;
  return { ...record, [entry.rows]: rows.map((row) => resolved(row, entry)) };
};

/**
 * Records whose lookups name others by external fields, with ids in their place: of the header
 * `X-EXTERNAL: Contacts.Account_Name.External_Account_ID`. Its value counts, whatever id stands beside it.
 */
export function withLookups(
  call: ModuleCall,
  data: readonly unknown[],
): { data: readonly unknown[] } | { problem: Failure } {
  const header = call.request.headers["x-external"] ?? "";
  const entries = header.split(",").map((entry) => entry.trim());
  const lookups = entries.filter((entry) => entryPattern.test(entry)).map((entry) => readEntry(call, entry));
  const known = lookups.filter((entry) => entry !== undefined);
  if (known.length < lookups.length) return { problem: invalidHeader };
  return { data: data.map((record) => known.reduce(inRecord, record)) };
}
