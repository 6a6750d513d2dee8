import type { JsonObject } from "../../core/json";
import { indexOf } from "./fields";
import { type Checking, prepare } from "./prepare";

/*
 * What each type of field makes of a value, to the letter, in a module that has them all.
 */

const id = "5725767000000524001";
const list = { json_type: "jsonarray" };
const object = { json_type: "jsonobject" };
const choices = (...pairs: [string, string?][]) => ({
  pick_list_values: pairs.map(([display_value, actual_value = display_value]) => ({
    display_value,
    actual_value,
  })),
});
const described = (api_name: string, data_type: string, more: JsonObject = {}): JsonObject => ({
  api_name,
  field_label: `The ${api_name}`,
  data_type,
  ...more,
});

const fields = indexOf([
  described("Text", "text", { length: 5 }),
  described("List", "text", list),
  described("Object", "text", object),
  described("Mail", "email", { length: 10 }),
  described("Phone", "phone"),
  described("Site", "website"),
  described("Day", "date"),
  described("Moment", "datetime"),
  described("Count", "integer"),
  described("Few", "integer", { length: 3 }),
  described("Long", "bigint"),
  described("Longer", "bigint", { length: 19 }),
  described("Money", "currency"),
  described("Small", "double", { length: 3 }),
  described("Share", "percent"),
  described("Box", "boolean"),
  described("Pick", "picklist", choices(["Gold", "G1"], ["Silver"], ["silver", "S2"])),
  described("Picks", "multiselectpicklist", { ...list, ...choices(["Gold", "G1"], ["Silver"]) }),
  described("Lookup", "lookup", object),
  described("Linked", "multiselectlookup", {
    ...list,
    multiselectlookup: { connectedlookup_apiname: "Product" },
  }),
  described("Users", "multiuserlookup", list),
  described("Files", "fileupload", list),
  described("Tag", "text", list),
  described("Taxes", "line_tax", list),
  described("Repeat", "RRULE", object),
  described("Alarm", "ALARM", object),
  described("Reminder", "event_reminder"),
  described("Reminders", "multireminder", list),
  described("Participants", "text", list),
  described("Rows", "subform", { ...list, subform: { module: "Visits" } }),
  described("Others", "subform", { ...list, subform: { module: "Unknown" } }),
]);
const rows = new Map([
  [
    "Visits",
    indexOf([
      described("Purpose", "text", { length: 6, system_mandatory: true }),
      described("Hours", "integer"),
      described("Total", "integer", { operation_type: { api_create: false, api_update: false } }),
      described("Once", "integer", { operation_type: { api_create: true, api_update: false } }),
    ]),
  ],
]);
const schema = { recordType: "Things", fields, rows };
const check: Checking = { operation: "update", strict: false, newPicklistValues: false };
const made = (field: string, value: unknown, how: Partial<Checking> = {}) =>
  prepare({ [field]: value }, schema, { ...check, ...how });

test.each<[string, unknown, unknown]>([
  ["Text", "abcde", "abcde"],
  ["Text", " a ", " a "],
  ["Text", true, "true"],
  ["List", ["a", 1], ["a", 1]],
  ["List", '["a", 1]', ["a", 1]],
  ["Object", ' {"a": 1}', { a: 1 }],
  ["Mail", " a@b.cd ", "a@b.cd"],
  ["Phone", 5550100, "5550100"],
  ["Day", " 2026-03-01 ", "2026-03-01"],
  ["Moment", new Date("2026-03-01T09:00:00.500Z"), "2026-03-01T09:00:00+00:00"],
  ["Count", "123456789", 123456789],
  ["Few", "0999", 999],
  ["Long", "123456789012345678", "123456789012345678"],
  ["Longer", "1234567890123456789", "1234567890123456789"],
  ["Long", 12, "12"],
  ["Money", "1234567890123456", 1234567890123456],
  ["Money", "0.123456789", 0.123456789],
  ["Share", " 12.5% ", 12.5],
  ["Share", 12.5, 12.5],
  ["Box", " YES ", true],
  ["Box", "y", true],
  ["Box", "on", true],
  ["Box", "1", true],
  ["Box", "off", false],
  ["Box", "N", false],
  ["Box", "no", false],
  ["Box", "", false],
  ["Box", null, false],
  ["Text", null, null],
  ["Pick", "Gold", "Gold"],
  ["Pick", " gold ", "Gold"],
  ["Pick", "G1", "Gold"],
  ["Pick", "g1", "Gold"],
  ["Pick", "Silver", "Silver"],
  ["Pick", "silver", "silver"],
  ["Picks", "G1; ;silver;Gold;", ["Gold", "Silver"]],
  ["Picks", ["G1", ""], ["Gold"]],
  ["Lookup", id, { id }],
  ["Lookup", 12, { id: "12" }],
  ["Lookup", { id: 12, name: "A" }, { id: "12", name: "A" }],
  ["Lookup", { External: "A-1" }, { External: "A-1" }],
  ["Lookup", { id: null, External: "A-1" }, { id: null, External: "A-1" }],
  ["Linked", `${id}, ${id};`, [{ Product: { id } }, { Product: { id } }]],
  ["Linked", [{ Product: { id } }, { id, _delete: null }], [{ Product: { id } }, { id, _delete: null }]],
  ["Linked", { id }, [{ Product: { id } }]],
  ["Linked", 12, [{ Product: { id: "12" } }]],
  ["Users", id, [{ Users: { id } }]],
  ["Files", "a1, b2", [{ File_Id__s: "a1" }, { File_Id__s: "b2" }]],
  ["Files", [{ id, _delete: null }, { id }], [{ id, _delete: null }, { id }]],
  ["Tag", `vip, ${"x".repeat(25)}`, [{ name: "vip" }, { name: "x".repeat(25) }]],
  ["Tag", [{ id }, { name: "vip" }], [{ id }, { name: "vip" }]],
  [
    "Taxes",
    "Sales Tax: 10; VAT-1.5 %; A - B : 2",
    [
      { name: "Sales Tax", percentage: 10 },
      { name: "VAT", percentage: 1.5 },
      { name: "A - B", percentage: 2 },
    ],
  ],
  ["Taxes", [{ percentage: 1 }, { id }, { name: "A" }], [{ percentage: 1 }, { id }, { name: "A" }]],
  ["Repeat", " RRULE:FREQ=DAILY;INTERVAL=1 ", { RRULE: "FREQ=DAILY;INTERVAL=1" }],
  ["Repeat", "INTERVAL=1;FREQ=DAILY", { RRULE: "INTERVAL=1;FREQ=DAILY" }],
  ["Repeat", { RRULE: "FREQ=DAILY" }, { RRULE: "FREQ=DAILY" }],
  ["Alarm", "ACTION=EMAIL;TRIGGER=-P1D", { ALARM: "ACTION=EMAIL;TRIGGER=-P1D" }],
  ["Reminder", "2026-03-01 09:00", "2026-03-01T09:00:00+00:00"],
  [
    "Reminders",
    "15 min; 1minute; 2 HOURS before; 3 hr; 1 day; 60 weeks; 1 week",
    [
      { unit: 15, period: "minutes" },
      { unit: 1, period: "minutes" },
      { unit: 2, period: "hours" },
      { unit: 3, period: "hours" },
      { unit: 1, period: "days" },
      { unit: 60, period: "weeks" },
      { unit: 1, period: "weeks" },
    ],
  ],
  ["Reminders", { unit: 1, period: "days" }, [{ unit: 1, period: "days" }]],
  [
    "Participants",
    `a@b.cd; Contact: ${id}, lead:${id}; user: 7`,
    [
      { type: "email", Email: "a@b.cd" },
      { type: "contact", participant: id },
      { type: "lead", participant: id },
      { type: "user", participant: "7" },
    ],
  ],
  ["Rows", [{ Purpose: "Survey", "the hours": "2" }], [{ Purpose: "Survey", Hours: 2 }]],
  ["Rows", '[{"Purpose": "Survey"}]', [{ Purpose: "Survey" }]],
  ["Rows", [{ id, Hours: "2", Total: 5, Once: "1" }], [{ id, Hours: 2, Once: 1 }]],
  ["Rows", [{ id, _delete: null, Unknown: 1 }], [{ id, _delete: null, Unknown: 1 }]],
  [
    "Rows",
    [{ Purpose: "A", Parent_Id: { id }, $state: "x", Hours: undefined }],
    [{ Purpose: "A", Parent_Id: { id }, $state: "x" }],
  ],
  ["Others", [{ Anything: "5" }], [{ Anything: "5" }]],
])("%s: %j becomes %j", (field, given, expected) => {
  expect(made(field, given)).toEqual({ ok: true, record: { [field]: expected }, warnings: [] });
});

test.each<[string, unknown, string, JsonObject]>([
  ["Text", "abcdef", "at most 5 characters", { maximum_length: 5 }],
  ["Text", ["a"], "text", { expected_data_type: "text" }],
  ["List", "a", "a list", { expected_data_type: "text" }],
  ["List", { a: 1 }, "a list", { expected_data_type: "text" }],
  ["Object", "a", "a JSON object", { expected_data_type: "text" }],
  ["Object", [1], "a JSON object", { expected_data_type: "text" }],
  ["Object", "{a", "valid JSON where it begins with a bracket", {}],
  ["Mail", "a@b", "an e-mail address such as ada@example.com", { expected_data_type: "email" }],
  ["Mail", "abcde@fg.hi", "at most 10 characters", { maximum_length: 10 }],
  ["Day", {}, "a date such as 2026-03-01", { expected_data_type: "date" }],
  ["Count", "1234567890", "at most 9 digits", { maximum_length: 9 }],
  ["Count", 2.5, "a whole number without thousands separators", {}],
  ["Few", "1000", "at most 3 digits", { maximum_length: 3 }],
  ["Count", "2.5", "a whole number without thousands separators", { expected_data_type: "integer" }],
  ["Long", "1234567890123456789", "at most 18 digits", { maximum_length: 18 }],
  ["Longer", "12345678901234567890", "at most 19 digits", { maximum_length: 19 }],
  ["Long", "1.5", "a whole number, as text when it is long", { expected_data_type: "bigint" }],
  ["Long", "x", "a whole number, as text when it is long", { expected_data_type: "bigint" }],
  ["Money", "12345678901234567", "at most 16 digits before the point", { maximum_length: 16 }],
  ["Small", "1000.5", "at most 3 digits before the point", { maximum_length: 3 }],
  ["Money", "0.1234567891", "at most 9 digits behind the point", { maximum_length: 9 }],
  [
    "Money",
    "1,5",
    "a number such as 250000.9, without thousands separators",
    { expected_data_type: "currency" },
  ],
  [
    "Money",
    2 ** 60,
    "a number past 9007199254740991 as text, for a number loses its last digits",
    { expected_data_type: "currency" },
  ],
  ["Box", "2", "true or false, yes or no", { expected_data_type: "boolean" }],
  ["Pick", "SILVER", "one of its values", { supported_values: ["Gold", "Silver", "silver"] }],
  ["Pick", {}, "one of its values", { expected_data_type: "picklist" }],
  ["Picks", "Gold;Wood", "one of its values", { supported_values: ["Gold", "Silver"] }],
  ["Picks", 5, "a list of values, or text separated by semicolons", {}],
  ["Picks", ["Gold", {}], "a list of texts", { expected_data_type: "multiselectpicklist" }],
  [
    "Lookup",
    "Ada",
    "the ID of a record, an id such as 5725767000000411001",
    { expected_data_type: "jsonobject" },
  ],
  ["Lookup", {}, "the ID of a record", { expected_data_type: "jsonobject" }],
  ["Lookup", { id: "x" }, "an object with an id such as 5725767000000411001", {}],
  [
    "Linked",
    "x",
    "the ID of a record, an id such as 5725767000000411001",
    { expected_data_type: "jsonarray" },
  ],
  ["Files", [5], "the ID of an uploaded file", { expected_data_type: "jsonarray" }],
  ["Files", [{ Other: 1 }], "the ID of an uploaded file", {}],
  ["Tag", "x".repeat(26), "tags of at most 25 characters", { maximum_length: 25 }],
  ["Tag", [5], "names of tags", { expected_data_type: "jsonarray" }],
  ["Taxes", "Vat", "taxes such as Sales Tax: 10; VAT: 1.5", { expected_data_type: "jsonarray" }],
  ["Repeat", "INTERVAL=1", "a rule such as FREQ=DAILY;INTERVAL=1;UNTIL=2026-03-08", object],
  ["Repeat", 5, "a rule such as FREQ=DAILY;INTERVAL=1;UNTIL=2026-03-08", {}],
  ["Alarm", "ACTION=EMAIL", "a rule such as ACTION=EMAIL;TRIGGER=DATE-TIME:2026-03-01T09:00:00+01:00", {}],
  ["Alarm", "TRIGGER=-P1D", "a rule such as ACTION=EMAIL;TRIGGER=DATE-TIME:2026-03-01T09:00:00+01:00", {}],
  ["Reminders", "61 minutes", "reminders such as 15 minutes; 2 hours; 1 day", {}],
  ["Reminders", "1 year", "reminders such as 15 minutes; 2 hours; 1 day", {}],
  ["Reminders", "at 15 minutes", "reminders such as 15 minutes; 2 hours; 1 day", {}],
  ["Reminders", "15 minutes after", "reminders such as 15 minutes; 2 hours; 1 day", {}],
  ["Reminders", [5], "reminders such as 15 minutes; 2 hours; 1 day", { expected_data_type: "jsonarray" }],
  ["Participants", "Ada", "e-mail addresses, or contact:, lead: or user: and an ID", {}],
  ["Participants", "deal: 7", "e-mail addresses, or contact:, lead: or user: and an ID", {}],
  ["Participants", [5], "e-mail addresses, or contact:, lead: or user: and an ID", {}],
  ["Participants", `user: ${"7".repeat(21)}`, "e-mail addresses, or contact:, lead: or user: and an ID", {}],
  ["Rows", "x", "a list of rows, as JSON when it is text", { expected_data_type: "jsonarray" }],
])("%s: %j is refused, %s expected", (field, given, expected, details) => {
  const { expected_data_type, json_type, ...more } = details;
  const type = expected_data_type ?? json_type;
  expect(made(field, given)).toMatchObject({
    ok: false,
    problem: {
      code: "INVALID_DATA",
      message: `${field}: expected ${expected}`,
      details: { api_name: field, ...(type === undefined ? {} : { expected_data_type: type }), ...more },
    },
  });
});
