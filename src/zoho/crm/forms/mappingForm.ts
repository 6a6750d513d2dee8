import type { Form } from "../../core/form";
import { mappingFormOf } from "../../core/mappingForm";
import type { Crm } from "../crm";
import { labelOfField } from "../metadata/choices";
import { type FormInput, formSections } from "./sections";

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
