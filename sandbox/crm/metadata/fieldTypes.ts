import type { DataType, JsonType } from "./types";

interface TypeFacts {
  json: JsonType;
  uiType: number;
  length: number;
  /** What an error names as `expected_data_type`. */
  expected: string;
  sortable?: boolean;
  searchable?: boolean;
}

const text = (uiType: number, length: number, expected: string): TypeFacts => ({
  json: "string",
  uiType,
  length,
  expected,
});
const number = (uiType: number, length: number): TypeFacts => ({
  json: "double",
  uiType,
  length,
  expected: "double",
});
const object = (uiType: number): TypeFacts => ({
  json: "jsonobject",
  uiType,
  length: 120,
  expected: "jsonobject",
});
const array = (uiType: number): TypeFacts => ({
  json: "jsonarray",
  uiType,
  length: 2000,
  expected: "jsonarray",
  sortable: false,
  searchable: false,
});

/**
 * JSON type, lengths and the like of each `data_type`, after "Sample Attributes" of Zoho's Insert Records
 * page. Lengths of numbers are digits.
 */
export const fieldTypes: Readonly<Record<DataType, TypeFacts>> = {
  text: text(1, 255, "text"),
  textarea: { ...text(3, 2000, "text"), sortable: false },
  email: text(25, 100, "email"),
  phone: text(33, 30, "phone"),
  website: text(21, 450, "website"),
  picklist: text(2, 120, "text"),
  multiselectpicklist: { ...array(100), searchable: true },
  date: text(24, 20, "date"),
  datetime: text(200, 120, "datetime"),
  integer: { json: "integer", uiType: 32, length: 9, expected: "integer" },
  currency: number(36, 16),
  double: number(38, 16),
  percent: number(35, 5),
  bigint: text(34, 18, "bigint"),
  boolean: { json: "boolean", uiType: 301, length: 5, expected: "boolean" },
  lookup: object(133),
  ownerlookup: object(8),
  userlookup: object(221),
  multi_module_lookup: object(4),
  multiselectlookup: array(134),
  multiuserlookup: array(136),
  imageupload: array(501),
  fileupload: array(500),
  subform: array(120),
  autonumber: text(40, 50, "text"),
  formula: number(41, 16),
  rollup_summary: { json: "integer", uiType: 47, length: 9, expected: "integer" },
  profileimage: { ...text(66, 255, "text"), sortable: false, searchable: false },
  layout: { ...object(106), sortable: false },
  RRULE: { ...object(68), sortable: false, searchable: false },
  ALARM: { ...object(69), sortable: false, searchable: false },
  event_reminder: array(67),
  line_tax: array(70),
};

/** The types whose values are rows with ids of their own, kept and answered only with a single record. */
export const rowTypes: ReadonlySet<DataType> = new Set<DataType>([
  "subform",
  "multiselectlookup",
  "multiuserlookup",
  "imageupload",
  "fileupload",
]);
