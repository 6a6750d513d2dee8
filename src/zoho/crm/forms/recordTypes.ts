import type { Choice } from "../../core/choice";
import { type JsonObject, textAt } from "../../core/json";
import type { Crm } from "../crm";
import { choicesOfFields, labelOfModule } from "../metadata/choices";
import { getFields, nameOf, usableModules } from "../metadata/modules";
import { select } from "../query/select";
import { fieldOf } from "../values/fields";

/** Modules whose fields are read at once, and how long all may take. */
const AT_ONCE = 4;
const MAX_MS = 15_000;

export interface Selectable {
  readonly object: Choice;
  /** Left out where they could not be read in time. */
  readonly fields?: Choice[];
  readonly defaultSelected: boolean;
}

export interface SelectableInput {
  /** API names or labels of the modules to offer; all that can be read when it is empty. */
  readonly recordTypeFilter: readonly string[];
  /** Offered beside the filter. */
  readonly includeAllCustomRecordTypes: boolean;
  readonly defaultSelectedRecordTypes: readonly string[];
}

/** Whether a module goes by one of these names, in any case. */
const isNamed = (module: JsonObject, names: readonly string[]): boolean => {
  const own = [nameOf(module), textAt(module, "plural_label"), textAt(module, "singular_label")];
  const wanted = names.map((name) => name.trim().toLowerCase());
  return own.some((name) => name !== undefined && wanted.includes(name.toLowerCase()));
};

/**
 * The fields of modules as Zoho describes them, four modules at a time. Those that cannot be read within 15
 * seconds are not there. One credit each.
 */
async function fieldsByModule(
  crm: Crm,
  names: readonly string[],
): Promise<Map<string, readonly JsonObject[]>> {
  const until = crm.now() + MAX_MS;
  const waiting = [...names];
  const fields = new Map<string, readonly JsonObject[]>();
  const work = async (): Promise<void> => {
    for (let name = waiting.shift(); name !== undefined && crm.now() < until; name = waiting.shift())
      fields.set(name, await getFields(crm, name));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const left = names.length - fields.size;
  if (left > 0) crm.log.warn(`The fields of ${left} modules could not be read in time. Name fewer of them.`);
  return fields;
}

/**
 * The modules of the organization with their fields, custom ones included, each to be selected or not. One
 * credit a module.
 */
export async function selectableRecordTypes(
  crm: Crm,
  { recordTypeFilter, includeAllCustomRecordTypes, defaultSelectedRecordTypes }: SelectableInput,
): Promise<Selectable[]> {
  const modules = (await usableModules(crm, ["viewable"])).filter(
    (module) =>
      recordTypeFilter.length === 0 ||
      isNamed(module, recordTypeFilter) ||
      (includeAllCustomRecordTypes && module.generated_type === "custom"),
  );
  const described = await fieldsByModule(crm, modules.map(nameOf));
  return modules
    .map((module) => {
      const fields = described.get(nameOf(module))?.filter(({ visible }) => visible !== false);
      return {
        object: { key: nameOf(module), label: labelOfModule(module) },
        ...(fields ? { fields: choicesOfFields(fields.map(fieldOf)) } : {}),
        defaultSelected: isNamed(module, defaultSelectedRecordTypes),
      };
    })
    .sort((left, right) => left.object.label.localeCompare(right.object.label, "en"));
}

/** What stands among the fields of a record type that could not be read in time. */
const unread: Choice = { key: "", label: "Fields could not be read in time: select fewer record types" };

/**
 * What a builder's fields can be mapped to: the fields of record types that can be written, and the ID of a
 * record to update. A record type whose fields could not be read within 15 seconds says so.
 */
export async function mappableRecordTypes(
  crm: Crm,
  objects: readonly Choice[],
): Promise<{ object: Choice; fields: Choice[] }[]> {
  const described = await fieldsByModule(
    crm,
    objects.map(({ key }) => key),
  );
  return objects.map((object) => {
    const fields = described.get(object.key)?.map(fieldOf);
    const writable = fields?.filter(({ creatable, updatable }) => creatable || updatable);
    const id = { key: "id", label: "Record ID (of the record to update)" };
    return { object, fields: [...(writable ? choicesOfFields(writable) : [unread]), id] };
  });
}

/**
 * All that Zoho tells of the fields of record types, by API name; of those that can be read within 15
 * seconds.
 */
export const describedRecordTypes = async (crm: Crm, recordTypes: readonly string[]): Promise<JsonObject> =>
  Object.fromEntries(await fieldsByModule(crm, recordTypes));

/**
 * Some values that the newest records have in a field, each once: what a deployer sees of a field while
 * mapping it. One query.
 */
export async function exampleValues(
  crm: Crm,
  { recordType, field, count }: { recordType: string; field: string; count: number },
): Promise<Choice[]> {
  const order = "Modified_Time desc";
  const { rows } = await select(crm, {
    module: recordType,
    names: [field],
    optional: true,
    order,
    limit: 200,
  });
  const values = new Set<string>();
  for (const row of rows) {
    const value = row[field];
    if (value !== null && value !== undefined && value !== "")
      values.add(typeof value === "object" ? JSON.stringify(value) : String(value));
    if (values.size >= count) break;
  }
  return [...values].map((value) => ({ key: value, label: value }));
}
