import { type JsonObject, textAt } from "../core/json";
import type { Crm } from "./crm";
import { getFields, type ModuleUse, nameFieldOf, nameOf, usableModules } from "./metadata";
import { column, literal } from "./query/coql";
import { select } from "./query/select";
import { fieldOf } from "./values/fields";

/** One entry of a picker: the value that is kept, and what people read. */
export interface Choice {
  readonly key: string;
  readonly label: string;
}

export const byLabel = (choices: Choice[]): Choice[] =>
  choices.sort((left, right) => left.label.localeCompare(right.label, "en"));

/** The modules that can be used in the named ways. */
export async function moduleChoices(crm: Crm, ...uses: ModuleUse[]): Promise<Choice[]> {
  const modules = await usableModules(crm, uses);
  return byLabel(
    modules.map((module) => ({
      key: nameOf(module),
      label: textAt(module, "plural_label") ?? nameOf(module),
    })),
  );
}

/** The fields of a module; with `writable`, those alone that the API may set on create or update. */
export async function fieldChoices(crm: Crm, recordType: string, writable = false): Promise<Choice[]> {
  const fields = await getFields(crm, recordType);
  const offered = writable ? fields.filter(isWritable) : fields;
  return byLabel(
    offered.map((field) => ({ key: nameOf(field), label: textAt(field, "field_label") ?? nameOf(field) })),
  );
}

function isWritable(described: JsonObject): boolean {
  const { creatable, updatable } = fieldOf(described);
  return creatable || updatable;
}

/** How many records a picker offers. */
const MAX_RECORDS = 200;

/** Records of a module by name, the newest first; `searchText` narrows them to names that contain it. One query, one credit. */
export async function recordChoices(crm: Crm, recordType: string, searchText?: string): Promise<Choice[]> {
  const name = await nameFieldOf(crm, recordType);
  const where = searchText ? `${column(name)} like ${literal(`%${searchText}%`)}` : undefined;
  const order = "Modified_Time desc";
  const asked = { module: recordType, names: [name], where, order, limit: MAX_RECORDS };
  const { rows } = await select(crm, asked);
  return rows.map((record) => {
    const id = textAt(record, "id") ?? "";
    return { key: id, label: textAt(record, name) ?? id };
  });
}
