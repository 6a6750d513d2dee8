import type { MappedField } from "../../core/fieldMapping";
import type { Crm } from "../crm";
import { getFields } from "../metadata/modules";
import { indexOf } from "../values/fields";
import { namedField } from "../values/names";
import { invalid, missing, type Problem } from "../values/problem";
import { type FormInput, formSections, type Purpose } from "./sections";

export interface CheckedMapping extends FormInput {
  readonly mapping: readonly MappedField[];
}

/** Keys that a mapping may lead to though they are no fields. */
const isOwnTarget = (name: string): boolean => name === "id" || name === "Layout" || name.startsWith("$");

const isWritable = (
  { creatable, updatable }: { creatable: boolean; updatable: boolean },
  purpose: Purpose,
): boolean => (purpose === "create" ? creatable : updatable);

/**
 * What is wrong with a mapping, before any record goes through it: fields that the module does not have or
 * that cannot be written, fields that two sources lead to, and for new records those that the layout requires
 * and nothing leads to. Two credits at most.
 */
export async function checkMapping(crm: Crm, input: CheckedMapping): Promise<Problem[]> {
  const { recordType, purpose = "create" } = input;
  const mapping = input.mapping.filter(({ recordType: owner = recordType }) => owner === recordType);
  const fields = indexOf(await getFields(crm, recordType));
  const problems: Problem[] = [];
  const sources = new Map<string, string>();
  for (const { source, field: key } of mapping) {
    if (isOwnTarget(key)) continue;
    const named = namedField(key, recordType, fields);
    if (!named.ok) {
      problems.push(named.problem);
      continue;
    }
    const { field } = named;
    const other = sources.get(field.name);
    if (!isWritable(field, purpose))
      problems.push(invalid(field.name, `no value from ${source}, the field is read-only`));
    else if (other !== undefined)
      problems.push(invalid(field.name, `a value from one source, got ${other} and ${source}`));
    sources.set(field.name, source);
  }
  if (purpose === "update") return problems;
  const sections = await formSections(crm, input);
  const required = sections.flatMap((section) => section.fields).filter((shown) => shown.required);
  const lacking = required.filter(({ field }) => !sources.has(field.name));
  return [...problems, ...lacking.map(({ field }) => missing(field.name))];
}
