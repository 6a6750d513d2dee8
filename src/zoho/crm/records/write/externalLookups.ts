import { asJson, isObject, type JsonObject, textAt } from "../../../core/json";
import { ZohoError } from "../../../http/errors";
import type { Crm } from "../../crm";
import { getFields } from "../../metadata/modules";
import { type Field, type FieldIndex, fieldsNamed, indexOf } from "../../values/fields";
import { invalid, type Problem } from "../../values/problem";
import type { Schema } from "../../values/schema";

/** Objects with a single key that say no record. */
const others = ["Recurring_Activity", "Remind_At"];

/** The modules of a meeting's participants, by their types. */
const participants: ReadonlyMap<unknown, string> = new Map([
  ["contact", "Contacts"],
  ["lead", "Leads"],
]);

/** What may stand in the header, which commas and points divide. */
const isName = (text: string | undefined): text is string => /^\w+$/.test(text ?? "");

/**
 * The external field that a lookup names its record by, as in `{ "External_Account_ID": "A-17" }`: custom
 * fields begin with a capital, other than Zoho's own keys of people and records.
 */
function externalField(value: unknown): string | undefined {
  if (!isObject(value)) return undefined;
  const [key = "", ...more] = Object.keys(value);
  const isValue = typeof value[key] === "string" || typeof value[key] === "number";
  return more.length === 0 && isValue && /^[A-Z]\w*$/.test(key) ? key : undefined;
}

/** Where a lookup leads that may lead to several modules, as the header has it. */
function targetOf(name: string, of: JsonObject): string {
  const leadsTo: Readonly<Record<string, string | undefined>> = {
    What_Id: textAt(of, "$se_module"),
    participant: participants.get(of.type),
  };
  const module = leadsTo[name];
  return isName(module) ? `->${module}` : "";
}

const inObject = (path: string, of: JsonObject): string[] =>
  Object.entries(of).flatMap(([name, value]) => {
    if (typeof value !== "object" || !isName(name) || others.includes(name)) return [];
    const field = externalField(value);
    if (field !== undefined) return [`${path}.${name}${targetOf(name, of)}.${field}`];
    const rows = Array.isArray(value) ? value.filter(isObject) : [];
    return rows.flatMap((row) => inObject(`${path}.${name}`, row));
  });

/**
 * The external fields by which lookups of records, and of their rows, name other records: what the header
 * X-EXTERNAL has to say of a request that writes them, such as `Contacts.Account_Name.External_Account_ID`.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/insert-records-ext.html
 */
export const externalLookups = (module: string, records: readonly JsonObject[]): string[] => [
  ...new Set(records.flatMap((record) => inObject(module, record))),
];

/** A lookup that names its record by a field of the module where it leads. */
interface NamedRecord {
  readonly path: string;
  readonly module: string;
  readonly by: string;
}

const isLookup = ({ type }: Field): boolean => type === "lookup" || type === "multi_module_lookup";

const namedRecords = (of: JsonObject, fields: FieldIndex, rows: Schema["rows"], place = ""): NamedRecord[] =>
  Object.entries(of).flatMap(([key, given]) => {
    const value = asJson(given);
    if (!isObject(value) && !Array.isArray(value)) return [];
    return fieldsNamed(key, fields).flatMap((field) => {
      const path = `${place}${field.name}`;
      const by = isLookup(field) ? externalField(value) : undefined;
      const module = field.module ?? textAt(of, "$se_module");
      if (by !== undefined) return module === undefined ? [] : [{ path, module, by }];
      const inner = rows.get(field.rowsModule ?? "");
      if (!inner || !Array.isArray(value)) return [];
      return [...value.entries()].flatMap(([index, row]) =>
        isObject(row) ? namedRecords(row, inner, rows, `${path}[${index}].`) : [],
      );
    });
  });

/**
 * Finds lookups of records that name others by what is no external field of theirs: Zoho would refuse the
 * header, and with it all records of the request. The fields of each module that is so named are read once
 * and kept.
 * @returns what is wrong with a record, if anything is.
 */
export async function lookupsChecked(
  crm: Crm,
  { fields, rows }: Schema,
  records: readonly JsonObject[],
): Promise<(record: JsonObject) => Problem | undefined> {
  const wanted = new Map<string, Set<string>>();
  for (const { module, by } of records.flatMap((record) => namedRecords(record, fields, rows)))
    wanted.set(module, (wanted.get(module) ?? new Set()).add(by));
  const external = new Map<string, readonly string[]>();
  for (const [module, names] of wanted) {
    const known = await externalOf(crm, module, [...names]);
    if (known) external.set(module, known);
  }
  const isWrong = ({ module, by }: NamedRecord) => external.get(module)?.includes(by) === false;
  return (record) => {
    const wrong = external.size > 0 ? namedRecords(record, fields, rows).find(isWrong) : undefined;
    return wrong && invalid(wrong.path, expected(wrong.module, external.get(wrong.module) ?? []));
  };
}

/**
 * The external ID fields of a module: none of one that is not there or that the user may not see, for which
 * only the records fail that name it; undefined where Zoho does not say.
 */
async function externalOf(
  crm: Crm,
  module: string,
  names: readonly string[],
): Promise<readonly string[] | undefined> {
  const suffices = (known: readonly JsonObject[]) => names.every((name) => externalIn(known).includes(name));
  try {
    const described = await getFields(crm, module, suffices);
    return described.some((field) => "external" in field) ? externalIn(described) : undefined;
  } catch (error) {
    if (error instanceof ZohoError && ["input", "permission", "notFound"].includes(error.kind)) return [];
    throw error;
  }
}

const externalIn = (described: readonly JsonObject[]): string[] =>
  [...indexOf(described).byName.values()].filter((field) => field.external).map(({ name }) => name);

const expected = (module: string, known: readonly string[]): string =>
  known.length > 0
    ? `the ID of a record, or a value of one of the external ID fields of ${module}: ${known.join(", ")}`
    : `the ID of a record, for no external ID field of ${module} is known`;
