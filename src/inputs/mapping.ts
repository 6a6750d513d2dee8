import { input, type ObjectFieldMap, type ObjectSelection, util } from "@prismatic-io/spectral";
import { type MappedField, mappingOf, mapRecord } from "../zoho/core/fieldMapping";
import type { JsonObject } from "../zoho/core/json";
import {
  flag,
  keyValues,
  optionalChoice,
  optionalInteger,
  readJson,
  requiredApiName,
  textList,
} from "./cleaners";
import { moduleName } from "./modules";

/**
 * What an input that holds a list or an object says, read from JSON where it is text; undefined when empty.
 */
function filledIn(label: string, value: unknown): unknown {
  if (value === null || (typeof value === "string" && value.trim() === "")) return undefined;
  const read = readJson(label, value);
  return read === null || (Array.isArray(read) && read.length === 0) ? undefined : read;
}

/** A mapping in any of its forms; undefined when empty. */
const cleanMapping = (value: unknown): readonly MappedField[] | undefined => {
  const read = filledIn("Field Mapping", value);
  if (read === undefined) return undefined;
  const mapping = mappingOf(read);
  if (mapping) return mapping;
  throw new Error(
    "Field Mapping: expected an object field map, the value of a mapping form, or rows of source and field.",
  );
};

export const fieldMapping = input({
  label: "Field Mapping",
  type: "data",
  comments:
    "A mapping made in the configuration wizard. When it is given, Record and Dynamic Fields hold what another system calls its fields, and the mapping says which value goes into which field; what it does not name is left out. Values is not mapped.",
  example: '{ "mappings": [{ "source": "surname", "field": "Last_Name" }] }',
  clean: cleanMapping,
});

/** The same with an example of Books. */
export const booksFieldMapping = input({
  ...fieldMapping,
  example: '{ "mappings": [{ "source": "name", "field": "contact_name" }] }',
});

/** The same for actions that take a list of records. */
export const manyFieldMapping = input({
  ...fieldMapping,
  comments:
    "A mapping made in the configuration wizard. When it is given, Records hold what another system calls its fields, and the mapping says which value goes into which field; what it does not name is left out.",
});

export const manyBooksFieldMapping = input({ ...manyFieldMapping, example: booksFieldMapping.example });

interface Mappable {
  readonly recordType: string;
  readonly record?: JsonObject;
  readonly dynamicValues?: JsonObject;
  readonly records?: readonly JsonObject[];
}

function throughMapping<T extends Mappable>(input: T, mapping: readonly MappedField[]): T {
  const { recordType, record, dynamicValues, records } = input;
  const map = (values: JsonObject) => mapRecord(mapping, values, recordType);
  return {
    ...input,
    ...(record ? { record: map(record) } : {}),
    ...(dynamicValues ? { dynamicValues: map(dynamicValues) } : {}),
    ...(records ? { records: records.map(map) } : {}),
  };
}

interface WithMapping {
  readonly fieldMapping?: readonly MappedField[];
}

/** What is made of inputs whose values go through a mapping first, where one is given. */
export const asMapped =
  <Input extends Mappable, Result>(make: (input: Input) => Result) =>
  (input: Input & WithMapping): Result =>
    make(input.fieldMapping ? throughMapping(input, input.fieldMapping) : input);

/** A call whose values go through a mapping first, where one is given. */
export const mapped =
  <Client, Input extends Mappable, Result>(call: (client: Client, input: Input) => Promise<Result>) =>
  (client: Client, input: Input & WithMapping): Promise<Result> =>
    asMapped((values: Input) => call(client, values))(input);

const typedSelection =
  (label: string) =>
  (value: unknown): ObjectSelection => {
    const read = filledIn(label, value);
    if (read === undefined) return [];
    if (util.types.isObjectSelection(read)) return read;
    throw new Error(
      `${label}: expected selected record types, as Select Record Types With Fields makes them.`,
    );
  };

export const objectSelection = input({
  label: "Selected Record Types",
  type: "objectSelection",
  required: true,
  comments: "The record types whose fields can be mapped to, as the picker of record types made them.",
  clean: typedSelection("Selected Record Types"),
});

const typedFieldMap = (value: unknown): ObjectFieldMap => {
  const read = filledIn("Mapping Fields", value);
  if (read === undefined) return { fields: [] };
  if (util.types.isObjectFieldMap(read)) return read;
  throw new Error("Mapping Fields: expected an object field map with fields.");
};

export const mappingFields = input({
  label: "Mapping Fields",
  type: "objectFieldMap",
  required: true,
  comments:
    "The fields of the other system that are to be mapped, with the record types and fields that they go to by default.",
  clean: typedFieldMap,
});

export const includeSupplementalMetadata = input({
  label: "Include Supplemental Metadata",
  type: "boolean",
  default: "false",
  comments:
    "When true, all that Zoho tells of the fields of the selected record types is kept beside the mapping.",
  clean: flag("Include Supplemental Metadata"),
});

export const dynamicRecordType = input({
  label: "Record Type",
  type: "dynamicObjectSelection",
  required: true,
  comments: "The record type that is being mapped to.",
  clean: moduleName("Record Type"),
});

export const dynamicFieldName = input({
  label: "Field",
  type: "dynamicFieldSelection",
  required: true,
  comments: "The field whose values are shown.",
  clean: requiredApiName("Field"),
});

export const valueCount = input({
  label: "Value Count",
  type: "string",
  placeholder: "Enter a number",
  comments: "How many values are shown. Default is 10, maximum is 100.",
  example: "10",
  clean: (value: unknown) => optionalInteger("Value Count", 1, 100)(value) ?? 10,
});

/** A label as it is, or as the SDK hands on that of an integration in code: as JSON text. */
const plainLabel = (label: unknown): unknown =>
  typeof label === "string" && /^".*"$/s.test(label) ? readJson("Source Fields", label) : label;

export const sourceFields = input({
  label: { key: "Source Field", value: "Source Fields" },
  type: "string",
  collection: "keyvaluelist",
  comments:
    "The fields of the other system: the key of each, and the label to show. Leave empty to let any key be typed.",
  example: "surname: Surname",
  clean: (value: unknown) =>
    Object.fromEntries(
      Object.entries(keyValues("Source Fields")(value)).map(([key, label]) => [key, plainLabel(label)]),
    ),
});

export const purpose = input({
  label: "Purpose",
  type: "string",
  default: "create",
  model: [
    { label: "New records", value: "create" },
    { label: "Changes of records", value: "update" },
  ],
  comments: "What the values are for. New records need what the module and the layout require.",
  clean: (value: unknown) => optionalChoice("Purpose", ["create", "update"])(value) ?? "create",
});

export const recordTypeFilter = input({
  label: "Record Type Filter",
  type: "string",
  collection: "valuelist",
  comments: "The API names or labels of the record types to offer. Leave empty for all that can be read.",
  example: "Leads",
  clean: textList("Record Type Filter"),
});

export const includeAllCustomRecordTypes = input({
  label: "Include All Custom Record Types",
  type: "boolean",
  default: "false",
  comments: "When true, custom modules are offered whatever Record Type Filter names.",
  clean: flag("Include All Custom Record Types"),
});

export const defaultSelectedRecordTypes = input({
  label: "Default Selected Record Types",
  type: "string",
  collection: "valuelist",
  comments: "The API names or labels of the record types that are selected to begin with.",
  example: "Leads",
  clean: textList("Default Selected Record Types"),
});
