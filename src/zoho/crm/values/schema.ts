import { isObject, type JsonObject, objectsAt, textAt } from "../../core/json";
import { inputError } from "../../http/errors";
import type { Crm } from "../crm";
import { forgetFields, getFields, getLayouts } from "../metadata/modules";
import { choiceOf, type FieldIndex, fieldsNamed, indexOf, isBlank, isOwnKey, unknownField } from "./fields";

/** What the values of a module's records are checked against. */
export interface Schema {
  readonly recordType: string;
  readonly fields: FieldIndex;
  /** The fields of each module that describes the rows of a subform. */
  readonly rows: ReadonlyMap<string, FieldIndex>;
  /** By id; undefined when no record names one. */
  readonly layouts?: ReadonlyMap<string, Layout>;
  /** The stages of each pipeline; undefined when Zoho decides, or no deal names both. */
  readonly stages?: ReadonlyMap<string, readonly string[]>;
}

interface Layout {
  readonly name: string;
  /** The API names of the fields that it requires of a new record. */
  readonly required: readonly string[];
}

/**
 * What records of a module are checked against. All of it is read once and kept: the first write costs a
 * credit for the fields, and one more for each subform that is used, and for the layouts where a record names
 * its layout, or a deal its pipeline and stage and only known ones are wanted.
 * @param records looked through for the subforms, layouts and pipelines they use.
 * @param newPicklistValues whether Zoho decides on values that the metadata does not list.
 */
export async function schemaFor(
  crm: Crm,
  recordType: string,
  records: readonly JsonObject[],
  newPicklistValues = true,
): Promise<Schema> {
  const keys = keysOf(records);
  const fields = indexOf(await getFields(crm, recordType, (known) => hasAll(indexOf(known), keys)));
  const used = usedFields(fields, keys);
  const rows = new Map<string, FieldIndex>();
  for (const { type, name, rowsModule } of fields.byName.values()) {
    if (type === "subform" && rowsModule && used.has(name))
      rows.set(rowsModule, indexOf(await getFields(crm, rowsModule)));
  }
  const isStaged = !newPicklistValues && recordType === "Deals" && used.has("Pipeline") && used.has("Stage");
  if (!used.has("Layout") && !isStaged) return { recordType, fields, rows };
  const described = await getLayouts(crm, recordType);
  const stages = isStaged ? stagesOf(described) : undefined;
  return { recordType, fields, rows, layouts: layoutsOf(described), stages };
}

/** The keys to which any of the records gives a value. */
function keysOf(records: readonly JsonObject[]): Set<string> {
  const keys = new Set<string>();
  for (const record of records) {
    for (const key of Object.keys(record)) if (!isBlank(record[key])) keys.add(key);
  }
  return keys;
}

/** Whether each key is a field's name or label, or the record's own. */
const hasAll = (fields: FieldIndex, keys: ReadonlySet<string>): boolean =>
  [...keys].every((key) => isOwnKey(key) || fieldsNamed(key, fields).length > 0);

/** The API names of the fields that keys mean. */
const usedFields = (fields: FieldIndex, keys: ReadonlySet<string>): Set<string> =>
  new Set([...keys].flatMap((key) => [key, ...fieldsNamed(key, fields).map(({ name }) => name)]));

const fieldsOf = (layout: JsonObject): JsonObject[] =>
  objectsAt(layout, "sections").flatMap((section) => objectsAt(section, "fields"));

const layoutsOf = (described: readonly JsonObject[]): Map<string, Layout> =>
  new Map(
    described.map((layout) => {
      const required = fieldsOf(layout).filter((field) => field.required === true && isCreatable(field));
      return [
        textAt(layout, "id") ?? "",
        {
          name: textAt(layout, "name") ?? "",
          required: required.map((field) => textAt(field, "api_name") ?? ""),
        },
      ];
    }),
  );

const isCreatable = (field: JsonObject): boolean =>
  field.read_only !== true && !(isObject(field.operation_type) && field.operation_type.api_create === false);

/**
 * The stages of each pipeline, in all layouts together: which of them a deal gets, Zoho decides by the user's
 * profile.
 */
function stagesOf(described: readonly JsonObject[]): Map<string, readonly string[]> {
  const stages = new Map<string, readonly string[]>();
  const fields = described.flatMap(fieldsOf).filter(({ api_name: name }) => name === "Pipeline");
  for (const pipeline of fields.flatMap((field) => objectsAt(field, "pick_list_values"))) {
    const name = choiceOf(pipeline).display;
    const maps = objectsAt(pipeline, "maps").filter(({ api_name: dependent }) => dependent === "Stage");
    const own = maps.flatMap((map) =>
      objectsAt(map, "pick_list_values").map((stage) => choiceOf(stage).display),
    );
    stages.set(name, [...new Set([...(stages.get(name) ?? []), ...own])]);
  }
  return stages;
}

/**
 * Refuses names of fields that the module does not have. Of a module whose fields Zoho does not list, it
 * refuses none.
 * @param names the fields that inputs name, by the label of the input.
 * @throws ZohoError of kind `input` with the nearest name.
 */
export function expectFields(
  recordType: string,
  fields: FieldIndex,
  names: Readonly<Record<string, readonly (string | undefined)[]>>,
): void {
  if (fields.byName.size === 0) return;
  for (const [label, given] of Object.entries(names)) {
    const unknown = given.find((name) => name !== undefined && !fields.byName.has(name));
    if (unknown) throw inputError("crm", `${label}: ${unknownField(unknown, recordType, fields).message}`);
  }
}

/** Zoho's answers that show the kept metadata to be outdated. */
const contradictions = new Set([
  "INVALID_DATA",
  "MANDATORY_NOT_FOUND",
  "MULTIPLE_OR_MULTI_ERRORS",
  "INVALID_MODULE",
]);

/** Forgets what a module's records were checked against, when Zoho has refused what it allows. */
export function learnFrom(crm: Crm, { recordType, rows }: Schema, codes: readonly string[]): void {
  if (!codes.some((code) => contradictions.has(code))) return;
  for (const module of [recordType, ...rows.keys()]) forgetFields(crm, module);
}
