import { decimalOf } from "../../core/decimal";
import { control, type Form, type FormElement, vertical } from "../../core/form";
import type { Crm } from "../crm";
import { getFields } from "../metadata/modules";
import type { Field } from "../values/fields";
import { canBeAsked, objectOf } from "./fieldSchema";
import { type FormField, type FormInput, formField, formSections, readLookups } from "./sections";

/** Subforms whose rows a form shows; each costs a credit for its fields. */
const MAX_SUBFORMS = 10;

/** The fields of the rows of a module's subforms, by subform. */
async function rowsOfSubforms(crm: Crm, fields: readonly FormField[]): Promise<Map<string, FormField[]>> {
  const rows = new Map<string, FormField[]>();
  const subforms = fields.map(({ field }) => field).filter(({ type }) => type === "subform");
  for (const { name, rowsModule } of subforms.slice(0, MAX_SUBFORMS)) {
    const described = rowsModule ? await getFields(crm, rowsModule) : [];
    const shown = described
      .filter((field) => field.visible !== false)
      .map((field) => formField(rowsModule ?? "", field))
      .filter(({ field }) => field.creatable && field.type !== "subform" && field.type !== "layout")
      .filter(({ field }) => field.name !== "Owner" && field.name !== "Tag" && canBeAsked(field));
    if (shown.length > 0) rows.set(name, shown);
  }
  return rows;
}

/** What a layout fills in, in the form's own type; undefined for what the field does not take. */
function initialOf({ field, initial, options }: FormField): unknown {
  if (initial === undefined || initial === "") return undefined;
  if (field.type === "boolean") return initial === true || initial === "true";
  if (["integer", "double", "currency", "percent"].includes(field.type)) {
    const read = decimalOf(initial);
    return read.ok ? Number(read.value.digits) : undefined;
  }
  if (typeof initial !== "string") return undefined;
  if (field.type === "picklist") return options.includes(initial) ? initial : undefined;
  if (field.type === "multiselectpicklist") {
    const values = initial.split(";").filter((value) => options.includes(value));
    return values.length > 0 ? values : undefined;
  }
  return ["text", "textarea", "email", "phone", "website"].includes(field.type) ? initial : undefined;
}

const elementFor = ({ name, type }: Field): FormElement =>
  control(name, type === "textarea" ? { multi: true } : undefined);

/**
 * A form for the values of a record, from the organization's own layout: its sections in their order, with
 * the fields that can be written, what the layout requires, the values of picklists, lookups with the records
 * that they may name, subforms as rows, and what the layout fills in. What it is filled with is a record for
 * the writes. A credit for the fields and for the layouts, and one for each module that is looked up or
 * describes a subform.
 */
export async function recordForm(crm: Crm, input: FormInput): Promise<Form> {
  const isNew = input.purpose !== "update";
  const sections = (await formSections(crm, input))
    .map(({ label, fields }) => ({ label, fields: fields.filter(({ field }) => canBeAsked(field)) }))
    .filter(({ fields }) => fields.length > 0);
  const asked = sections.flatMap(({ fields }) => fields);
  const rows = await rowsOfSubforms(crm, asked);
  const isShown = ({ field }: FormField): boolean => field.type !== "subform" || rows.has(field.name);
  const shown = asked.filter(isShown);
  const inRows = [...rows.values()].flat();
  const lookups = await readLookups(
    crm,
    [...shown, ...inRows].map(({ field }) => field),
  );
  const initial = isNew ? shown.map((each) => [each.field.name, initialOf(each)] as const) : [];
  const { layoutId } = input;
  const schema = objectOf(shown, lookups, isNew, ({ name }) => rows.get(name) ?? []);
  return {
    schema: layoutId
      ? { ...schema, properties: { ...schema.properties, Layout: { type: "string", const: layoutId } } }
      : schema,
    uiSchema: vertical(
      ...sections.map(({ label, fields }) => ({
        type: "Group",
        label,
        elements: fields.filter(isShown).map(({ field }) => elementFor(field)),
      })),
    ),
    data: {
      ...Object.fromEntries(initial.filter(([, value]) => value !== undefined)),
      ...(layoutId ? { Layout: layoutId } : {}),
    },
  };
}
