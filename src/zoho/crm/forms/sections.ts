import type { Listed } from "../../core/choice";
import { isObject, type JsonObject, objectsAt, textAt } from "../../core/json";
import { inputError } from "../../http/errors";
import type { Crm } from "../crm";
import { listRecords, userChoices } from "../metadata/choices";
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

interface FormSection {
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

/**
 * What a field begins with, as people see it: of a picklist, defaults may go by what values were first
 * called.
 */
function displayed(initial: unknown, { choices }: Field): unknown {
  if (typeof initial !== "string" || choices.length === 0) return initial;
  const isSeen = (value: string): boolean => choices.some(({ display }) => display === value);
  return initial
    .split(";")
    .map((value) =>
      isSeen(value) ? value : (choices.find(({ actual }) => actual === value)?.display ?? value),
    )
    .join(";");
}

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
    ...(initial === undefined || initial === null || initial === NONE
      ? {}
      : { initial: displayed(initial, field) }),
  };
}

const isDefault = (layout: JsonObject): boolean =>
  objectsAt(layout, "profiles").some((profile) => profile.default === true);

/** Sections and fields in the order in which the layout numbers them. */
const inOrder = (numbered: readonly JsonObject[]): JsonObject[] => {
  const numberOf = ({ sequence_number: number }: JsonObject): number =>
    typeof number === "number" ? number : Number.POSITIVE_INFINITY;
  return numbered.toSorted((left, right) =>
    numberOf(left) === numberOf(right) ? 0 : numberOf(left) - numberOf(right),
  );
};

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
    ? inOrder(objectsAt(layout, "sections")).map((section) => ({
        label: textAt(section, "display_label") ?? textAt(section, "name") ?? "",
        fields: inOrder(objectsAt(section, "fields"))
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

/** Records that a lookup of a form offers, and how long all lookups of a form may read. */
const MAX_OPTIONS = 200;
const MAX_MS = 15_000;

/**
 * What the lookups of a form offer, by module; users under `users`. A module that could not be read in time
 * is not there.
 */
export type Lookups = ReadonlyMap<string, Listed>;

const userTypes = ["ownerlookup", "userlookup", "multiuserlookup"];
const recordTypes = ["lookup", "multiselectlookup"];

/** Where a field's values come from: a module, `users`, or nowhere that can be listed. */
export function lookedUpIn({ type, module }: Field): string | undefined {
  if (userTypes.includes(type)) return "users";
  if (!recordTypes.includes(type)) return undefined;
  return module;
}

async function listed(crm: Crm, module: string): Promise<Listed> {
  if (module !== "users") return listRecords(crm, module, { max: MAX_OPTIONS });
  const users = (await userChoices(crm)).filter(({ key }) => key !== "");
  return { choices: users.slice(0, MAX_OPTIONS), isCut: users.length > MAX_OPTIONS };
}

/**
 * The records that lookups may name: the 200 most recently changed of each module, read within 15 seconds.
 * One credit a module.
 */
export async function readLookups(crm: Crm, fields: readonly Field[]): Promise<Lookups> {
  const until = crm.now() + MAX_MS;
  const modules = new Set(fields.map(lookedUpIn).filter((module) => module !== undefined));
  const lookups = new Map<string, Listed>();
  for (const module of modules) {
    if (crm.now() >= until) {
      crm.log.warn(`The records of ${module} could not be listed in time; their IDs can be typed.`);
      continue;
    }
    try {
      lookups.set(module, await listed(crm, module));
    } catch (error) {
      crm.log.warn(`The records of ${module} cannot be listed; their IDs can be typed. ${String(error)}`);
    }
  }
  return lookups;
}
