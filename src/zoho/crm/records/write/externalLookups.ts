import { isObject, type JsonObject, textAt } from "../../../core/json";

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
    if (!isName(name) || others.includes(name)) return [];
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
