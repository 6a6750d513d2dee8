import { nearestOf } from "../../core/choice";
import { isObject, type JsonObject, objectsAt, textAt } from "../../core/json";
import type { Problem } from "./problem";

/** One value of a picklist. */
export interface PicklistChoice {
  readonly display: string;
  readonly actual: string;
}

/** What the connector needs to know of a field, read from Zoho's description of it. */
export interface Field {
  readonly name: string;
  readonly label: string;
  /** Zoho's `data_type`. */
  readonly type: string;
  /** Some fields hold other JSON than their type's, such as the list of participants. */
  readonly isList: boolean;
  readonly isObject: boolean;
  readonly mandatory: boolean;
  readonly creatable: boolean;
  readonly updatable: boolean;
  readonly unique: boolean;
  /** Whether its values may stand for the IDs of records. */
  readonly external: boolean;
  /** Characters of a text, digits of a number; undefined where Zoho names none. */
  readonly length: number | undefined;
  /**
   * Picklist values: what people see, which is what records hold, and what they were first called. Zoho's
   * list may lack some.
   */
  readonly choices: readonly PicklistChoice[];
  /** Where a lookup leads. */
  readonly module: string | undefined;
  /** Where the lookup of an activity or the like may lead. */
  readonly modules: readonly string[];
  /** The module that describes the rows of a subform. */
  readonly rowsModule: string | undefined;
  /** In the rows of a multi-select or multi-user lookup, the field that names the linked record. */
  readonly linkField: string | undefined;
}

const at = (value: unknown, ...path: string[]): unknown =>
  path.reduce((inner: unknown, key) => (isObject(inner) ? inner[key] : undefined), value);

/** The first text found under one of the paths; a module may be named or described. */
function firstText(value: unknown, ...paths: string[]): string | undefined {
  const found = paths.map((path) => at(value, ...path.split(".")));
  return found.find((text) => typeof text === "string" && text !== "")?.toString();
}

/** Reads one value of a picklist, a pipeline or a stage. */
export const choiceOf = (described: JsonObject): PicklistChoice => {
  const actual = textAt(described, "actual_value") ?? "";
  const display = textAt(described, "display_value") ?? actual;
  return { display, actual: actual === "" ? display : actual };
};

/** Reads one field of `GET /settings/fields`; fields of layouts have the same form. */
export function fieldOf(described: JsonObject): Field {
  const type = textAt(described, "data_type") ?? "text";
  const length = described.length;
  const readOnly = described.read_only === true || described.field_read_only === true;
  const may = (operation: string): boolean =>
    !readOnly && at(described, "operation_type", operation) !== false;
  return {
    name: textAt(described, "api_name") ?? "",
    label: textAt(described, "field_label") ?? textAt(described, "display_label") ?? "",
    type,
    isList: described.json_type === "jsonarray",
    isObject: described.json_type === "jsonobject",
    mandatory: described.system_mandatory === true,
    creatable: may("api_create"),
    updatable: may("api_update"),
    unique: isObject(described.unique) && Object.keys(described.unique).length > 0,
    external: isObject(described.external),
    length: typeof length === "number" ? length : undefined,
    choices: objectsAt(described, "pick_list_values").map(choiceOf),
    module: firstText(
      described,
      "lookup.module.api_name",
      "lookup.module",
      "multiselectlookup.connected_details.module.api_name",
      "multiselectlookup.connected_module",
    ),
    modules: objectsAt(described.multi_module_lookup, "modules").map(
      (module) => textAt(module, "api_name") ?? "",
    ),
    rowsModule: firstText(described, "subform.module.api_name", "subform.module", "associated_module.module"),
    linkField: firstText(
      described,
      "multiselectlookup.linking_details.connected_lookup_field.api_name",
      "multiselectlookup.connectedlookup_apiname",
      "multiuserlookup.linking_details.connected_lookup_field.api_name",
      "multiuserlookup.connectedlookup_apiname",
    ),
  };
}

/** A module's fields by API name, and by label in lower case; several may have one label. */
export interface FieldIndex {
  readonly byName: ReadonlyMap<string, Field>;
  readonly byLabel: ReadonlyMap<string, readonly Field[]>;
  /** The API names of the fields that a new record needs. */
  readonly mandatory: readonly string[];
}

const indexes = new WeakMap<readonly JsonObject[], FieldIndex>();

/** The index of a list of described fields, made once for as long as the list is kept. */
export function indexOf(described: readonly JsonObject[]): FieldIndex {
  const known = indexes.get(described);
  if (known) return known;
  const fields = described.map(fieldOf);
  const byLabel = new Map<string, Field[]>();
  for (const field of fields) {
    const label = field.label.toLowerCase();
    byLabel.set(label, [...(byLabel.get(label) ?? []), field]);
  }
  const index = {
    byName: new Map(fields.map((field) => [field.name, field])),
    byLabel,
    mandatory: fields.filter(({ mandatory, creatable }) => mandatory && creatable).map(({ name }) => name),
  };
  indexes.set(described, index);
  return index;
}

/** A value that leaves its field empty. */
export const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);

/** The field that a key names, or what is wrong with the key. */
type Named = { readonly ok: true; readonly field: Field } | { readonly ok: false; readonly problem: Problem };

/**
 * The field that a key names: by API name, else by label in any case where just one field has it.
 * @param module the module whose fields these are, for the message.
 */
export function namedField(key: string, module: string, fields: FieldIndex): Named {
  const named = fieldsNamed(key, fields);
  const [field] = named;
  if (!field) return { ok: false, problem: unknownField(key, module, fields) };
  return named.length === 1 ? { ok: true, field } : { ok: false, problem: ambiguous(key, module, named) };
}

/** The one field of an API name, else all fields of a label. */
export function fieldsNamed(key: string, { byName, byLabel }: FieldIndex): readonly Field[] {
  const named = byName.get(key);
  return named ? [named] : (byLabel.get(key.trim().toLowerCase()) ?? []);
}

/** Whether a key belongs to the record itself rather than to a field. */
export const isOwnKey = (key: string): boolean =>
  key === "id" || key === "Layout" || key === "Wizard" || key.startsWith("$");

function ambiguous(key: string, module: string, labeled: readonly Field[]): Problem {
  const names = labeled.map(({ name }) => name);
  return {
    code: "INVALID_DATA",
    message: `${key} is the label of ${names.length} fields of ${module}; use the API name of one: ${names.join(", ")}`,
    details: { api_name: key, supported_values: names },
  };
}

/** INVALID_DATA for a key that names no field, with the nearest name. */
export function unknownField(key: string, module: string, fields: FieldIndex): Problem {
  const nearest = nearestName(key, fields);
  const message = `${module} has no field ${key}${nearest ? `; the nearest is ${nearest}` : ""}`;
  return { code: "INVALID_DATA", message, details: { api_name: key, ...(nearest ? { nearest } : {}) } };
}

/** The nearest names of keys, kept as long as the fields are: thousands of records share a misspelt key. */
const found = new WeakMap<FieldIndex, Map<string, string | undefined>>();
const MAX_FOUND = 1000;

/** The API name closest to a key that names no field, by the letters to change. */
function nearestName(key: string, fields: FieldIndex): string | undefined {
  const known = found.get(fields) ?? new Map<string, string | undefined>();
  found.set(fields, known);
  if (known.has(key)) return known.get(key);
  if (known.size >= MAX_FOUND) known.clear();
  const nearest = nearestOf(key, [...fields.byName.keys()]);
  known.set(key, nearest);
  return nearest;
}
