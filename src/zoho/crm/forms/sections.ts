import { isObject, type JsonObject, objectsAt, textAt } from "../../core/json";
import { inputError } from "../../http/errors";
import type { Crm } from "../crm";
import { getFields, getLayouts, nameOf } from "../metadata/modules";
import { choiceOf, type Field, fieldOf } from "../values/fields";

/** Whether a form is for a new record or for changes of one. */
export type Purpose = "create" | "update";

export interface FormInput {
  readonly recordType: string;
  /** The first layout that Zoho takes by itself when it is left out. */
  readonly layoutId?: string;
  /** `create` when it is left out. */
  readonly purpose?: Purpose;
}

/** A field that a form asks for. */
export interface FormField {
  readonly field: Field;
  /** Whether a new record must have a value, by the module or by the layout. */
  readonly required: boolean;
  /** The values of a picklist that are in use in the layout, as records hold them. */
  readonly options: readonly string[];
  /** What the layout fills in. */
  readonly initial?: unknown;
}

export interface FormSection {
  readonly label: string;
  readonly fields: readonly FormField[];
}

/** Zoho's word for no value of a picklist. */
const NONE = "-None-";

/** The values of a picklist that can be chosen. */
const optionsOf = (described: JsonObject): string[] => {
  const used = objectsAt(described, "pick_list_values").filter(({ type }) => type !== "unused");
  return [...new Set(used.map((value) => choiceOf(value).display))].filter((value) => value !== NONE);
};

/** Calls that have not taken place have no duration, whatever the layout says. */
const isNeverRequired = (recordType: string, name: string): boolean =>
  recordType === "Calls" && name === "Call_Duration";

/** A field as the module describes it, with what a layout says of it. */
export function formField(recordType: string, described: JsonObject, inLayout: JsonObject = {}): FormField {
  const field = fieldOf(described);
  const own = optionsOf(inLayout);
  const initial = inLayout.default_value ?? described.default_value;
  return {
    field,
    required: (field.mandatory || inLayout.required === true) && !isNeverRequired(recordType, field.name),
    options: own.length > 0 ? own : optionsOf(described),
    ...(initial === undefined || initial === null || initial === NONE ? {} : { initial }),
  };
}

const isDefault = (layout: JsonObject): boolean =>
  objectsAt(layout, "profiles").some((profile) => profile.default === true);

const isActive = (layout: JsonObject): boolean => layout.visible !== false && layout.status !== "inactive";

/**
 * The layout of an ID; without one, that which Zoho takes by itself. Undefined for modules that have none.
 * @throws ZohoError of kind `input` for an ID of none, with those that there are.
 */
async function layoutFor(crm: Crm, { recordType, layoutId }: FormInput): Promise<JsonObject | undefined> {
  const layouts = (await getLayouts(crm, recordType)).filter(isActive);
  if (layoutId === undefined) return layouts.find(isDefault) ?? layouts[0];
  const layout = layouts.find(({ id }) => id === layoutId);
  if (layout) return layout;
  const known = layouts.map(({ id, name }) => `${String(name)} (${String(id)})`).join(", ");
  throw inputError("crm", `Layout ID: ${recordType} has no layout ${layoutId}. It has ${known}`);
}

const isWritable = ({ field }: FormField, purpose: Purpose): boolean =>
  purpose === "create" ? field.creatable : field.updatable;

const isReadOnly = (described: JsonObject): boolean =>
  described.read_only === true ||
  (isObject(described.operation_type) && described.operation_type.api_create === false);

/**
 * The fields of a module that can be written, in the sections and the order of a layout, custom ones
 * included. Two credits at most, and nothing within ten minutes of the last time.
 */
export async function formSections(crm: Crm, input: FormInput): Promise<FormSection[]> {
  const { recordType, purpose = "create" } = input;
  const described = await getFields(crm, recordType);
  const layout = await layoutFor(crm, input);
  const byName = new Map(described.map((field) => [nameOf(field), field]));
  const laidOut = layout
    ? objectsAt(layout, "sections").map((section) => ({
        label: textAt(section, "display_label") ?? textAt(section, "name") ?? "",
        fields: objectsAt(section, "fields")
          .filter((field) => !isReadOnly(field))
          .map((field) => formField(recordType, byName.get(nameOf(field)) ?? field, field)),
      }))
    : [
        {
          label: recordType.replaceAll("_", " "),
          fields: described.map((field) => formField(recordType, field)),
        },
      ];
  return laidOut
    .map(({ label, fields }) => ({ label, fields: fields.filter((field) => isWritable(field, purpose)) }))
    .filter(({ fields }) => fields.length > 0);
}
