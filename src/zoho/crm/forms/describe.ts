import { textAt } from "../../core/json";
import type { Crm } from "../crm";
import { type ModuleUse, nameOf, usableModules } from "../metadata/modules";
import { type FormInput, formSections } from "./sections";

/** A module as a wizard of one's own shows it. */
export interface DescribedModule {
  /** The API name, which is the Record Type of actions. */
  readonly name: string;
  readonly label: string;
  /** What one record is called. */
  readonly singular: string;
  readonly isCustom: boolean;
}

/**
 * The modules that can be used in all of these ways, custom ones included, by label. One credit, and none
 * within ten minutes of the last time.
 */
export async function describeModules(crm: Crm, ...uses: ModuleUse[]): Promise<DescribedModule[]> {
  const modules = await usableModules(crm, uses);
  return modules
    .map((module) => ({
      name: nameOf(module),
      label: textAt(module, "plural_label") ?? nameOf(module),
      singular: textAt(module, "singular_label") ?? nameOf(module),
      isCustom: module.generated_type === "custom",
    }))
    .sort((left, right) => left.label.localeCompare(right.label, "en"));
}

/** A field as a wizard of one's own asks for it. */
export interface DescribedField {
  readonly name: string;
  readonly label: string;
  /** Zoho's `data_type`. */
  readonly type: string;
  /** The section of the layout that it stands in. */
  readonly section: string;
  /** Whether a new record must have a value, by the module or by the layout. */
  readonly required: boolean;
  /** The values of a picklist that are in use in the layout, as records hold them. */
  readonly options: readonly string[];
  /** The most characters of a text; undefined where Zoho names none. */
  readonly length?: number;
  /** The modules whose records a lookup may name. */
  readonly modules: readonly string[];
  /** What the layout fills in. */
  readonly initial?: unknown;
}

/**
 * The fields of a module that can be written, custom ones included, in the order of a layout. Two credits at
 * most, and none within ten minutes of the last time.
 * @throws ZohoError of kind `input` for a layout that the module does not have.
 */
export async function describeFields(crm: Crm, input: FormInput): Promise<DescribedField[]> {
  const isNew = input.purpose !== "update";
  return (await formSections(crm, input)).flatMap(({ label: section, fields }) =>
    fields.map(({ field, required, options, initial }) => ({
      name: field.name,
      label: field.label || field.name,
      type: field.type,
      section,
      required: isNew && required,
      options,
      ...(field.length === undefined ? {} : { length: field.length }),
      modules: field.module ? [field.module] : field.modules,
      ...(initial === undefined ? {} : { initial }),
    })),
  );
}
