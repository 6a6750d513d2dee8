import type { MappedField } from "../../core/fieldMapping";
import { type Form, mappingFormOf } from "../../core/form";
import type { Crm } from "../crm";
import { labelOfField } from "../metadata/choices";
import { getFields } from "../metadata/modules";
import { indexOf, namedField } from "../values/fields";
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

export interface MappingFormInput extends FormInput {
  /** The fields of the other system: their keys, and what people read. */
  readonly sourceFields: Readonly<Record<string, unknown>>;
}

/**
 * A form that maps fields of another system to those of a module, custom ones included, in the order of the
 * layout. Its value is a Field Mapping for the writes. Two credits at most.
 */
export async function mappingForm(crm: Crm, { sourceFields, ...input }: MappingFormInput): Promise<Form> {
  const isNew = input.purpose !== "update";
  const fields = (await formSections(crm, input)).flatMap((section) => section.fields);
  const targets = fields.map(({ field, required }) => {
    const isRequired = isNew && required;
    const title = labelOfField({ ...field, mandatory: isRequired });
    return { key: field.name, label: field.label, title, isRequired };
  });
  const id = {
    key: "id",
    label: "Record ID",
    title: "Record ID (of the record to update)",
    isRequired: false,
  };
  return mappingFormOf(sourceFields, isNew ? targets : [id, ...targets]);
}
