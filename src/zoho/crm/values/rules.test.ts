import type { JsonObject } from "../../core/json";
import { indexOf } from "./fields";
import { type Checking, prepare } from "./prepare";

/*
 * What Zoho checks in single modules beyond the types of their fields.
 */

const id = "5725767000000524001";
const text = (name: string, data_type = "text", more: JsonObject = {}): JsonObject => ({
  api_name: name,
  field_label: name,
  data_type,
  ...more,
});
const fields = indexOf([
  ...["Call_Type", "Stage", "Pipeline", "Note_Title", "Note_Content"].map((name) => text(name)),
  text("Call_Duration", "text", { system_mandatory: true }),
  text("What_Id", "lookup", { json_type: "jsonobject" }),
  text("Participants", "text", { json_type: "jsonarray" }),
  text("Recurring_Activity", "RRULE", { json_type: "jsonobject" }),
  text("Remind_At", "multireminder", { json_type: "jsonarray" }),
  text("Probability", "integer"),
]);
const stages = new Map([
  ["Sales", ["Qualification", "Closed Won"]],
  ["Empty", []],
]);
const guests = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ type: "email", Email: `p${index}@zylker.com` }));
const RRULE = "FREQ=DAILY";
const problemOf = (
  recordType: string,
  record: JsonObject,
  operation: Checking["operation"] = "update",
): unknown => {
  const schema = { recordType, fields, rows: new Map(), stages };
  const prepared = prepare(record, schema, { operation, strict: false, newPicklistValues: false });
  return prepared.ok ? undefined : prepared.problem;
};

test.each<[string, JsonObject, Checking["operation"]]>([
  ["Tasks", { What_Id: id, $se_module: "Deals" }, "update"],
  ["Tasks", { What_Id: { id, module: { api_name: "Deals" } } }, "update"],
  ["Tasks", { What_Id: null }, "update"],
  ["Tasks", { $se_module: "Deals" }, "update"],
  ["Leads", { What_Id: id }, "update"],
  ["Events", { Participants: guests(50) }, "update"],
  ["Events", { Recurring_Activity: { RRULE }, Remind_At: "5 minutes" }, "create"],
  ["Events", { Recurring_Activity: { RRULE } }, "update"],
  ["Events", {}, "create"],
  ["Calls", { Call_Duration: "12" }, "update"],
  ["Calls", { Call_Duration: 12 }, "update"],
  ["Calls", { Call_Duration: "12 min" }, "update"],
  ["Calls", { Call_Duration: "120:5" }, "update"],
  ["Calls", { Call_Duration: "1:02:03" }, "update"],
  ["Calls", { Call_Duration: "0:10", Call_Type: "Outbound" }, "update"],
  ["Calls", { Call_Duration: "00:00", Call_Type: "Missed" }, "update"],
  ["Calls", { Call_Duration: null, Call_Type: "Inbound" }, "update"],
  ["Calls", {}, "create"],
  ["Leads", { Call_Duration: "soon" }, "update"],
  ["Deals", { Probability: 0 }, "update"],
  ["Deals", { Probability: 100 }, "update"],
  ["Deals", { Probability: null }, "update"],
  ["Leads", { Probability: 101 }, "update"],
  ["Deals", { Stage: "Closed Won", Pipeline: "Sales" }, "update"],
  ["Deals", { Stage: "Anything", Pipeline: "Empty" }, "update"],
  ["Deals", { Stage: "Anything", Pipeline: "Unknown" }, "update"],
  ["Deals", { Stage: null, Pipeline: "Sales" }, "update"],
  ["Deals", { Stage: "Anything", Pipeline: null }, "update"],
  ["Notes", { Note_Title: "A" }, "create"],
  ["Notes", { Note_Content: "A" }, "create"],
  ["Notes", {}, "update"],
  ["constructor", { Note_Title: "A" }, "update"],
])("%s: %j passes in %s", (recordType, record, operation) => {
  const whole = recordType === "Calls" ? record : { Call_Duration: "1", ...record };
  expect(problemOf(recordType, whole, operation)).toBeUndefined();
});

test.each<[string, JsonObject, Checking["operation"], JsonObject]>([
  [
    "Tasks",
    { What_Id: id },
    "update",
    {
      code: "MANDATORY_NOT_FOUND",
      message: "required field not found: $se_module",
      details: {
        api_name: "$se_module",
        reason: "What_Id names a record, and $se_module the module it is in, such as Deals",
      },
    },
  ],
  ["Calls", { What_Id: { id } }, "update", { code: "MANDATORY_NOT_FOUND" }],
  [
    "Events",
    { Participants: guests(51) },
    "update",
    {
      code: "LIMIT_EXCEEDED",
      message: "Participants: at most 50 in one event",
      details: { api_name: "Participants", limit: 50 },
    },
  ],
  [
    "Events",
    { Recurring_Activity: { RRULE } },
    "create",
    { code: "MANDATORY_NOT_FOUND", message: "required field not found: Remind_At" },
  ],
  ...["soon", "x1", "1x", "1:60", "1:2:3:4", "1:x", ":10", "5 days"].map(
    (Call_Duration): [string, JsonObject, Checking["operation"], JsonObject] => [
      "Calls",
      { Call_Duration },
      "update",
      {
        code: "INVALID_DATA",
        message: "Call_Duration: expected a duration such as 12:30 or 12 min",
        details: { api_name: "Call_Duration" },
      },
    ],
  ),
  ...["Inbound", "Outbound"].map((Call_Type): [string, JsonObject, Checking["operation"], JsonObject] => [
    "Calls",
    { Call_Duration: "00:0", Call_Type },
    "update",
    {
      code: "DEPENDENT_MISMATCH",
      message: "Call_Duration: it cannot be zero",
      details: { api_name: "Call_Duration" },
    },
  ]),
  ...[-1, 101].map((Probability): [string, JsonObject, Checking["operation"], JsonObject] => [
    "Deals",
    { Probability },
    "update",
    {
      code: "INVALID_DATA",
      message: "Probability: expected a number from 0 to 100",
      details: { api_name: "Probability" },
    },
  ]),
  [
    "Deals",
    { Probability: "Infinity" },
    "update",
    {
      code: "INVALID_DATA",
      message: "Probability: expected a whole number without thousands separators",
      details: { api_name: "Probability" },
    },
  ],
  [
    "Deals",
    { Stage: "Renewal", Pipeline: "Sales" },
    "update",
    {
      code: "MAPPING_MISMATCH",
      message: "Stage: the pipeline Sales does not contain Renewal",
      details: {
        api_name: "Stage",
        mapped_field: "Pipeline",
        supported_values: ["Qualification", "Closed Won"],
      },
    },
  ],
  [
    "Notes",
    { Call_Duration: "1" },
    "create",
    {
      code: "EXPECTED_FIELD_MISSING",
      message: "A note needs a title or a content",
      details: { api_name: "Note_Content" },
    },
  ],
  ["Leads", {}, "create", { code: "MANDATORY_NOT_FOUND", details: { api_name: "Call_Duration" } }],
])("%s: %j is refused in %s", (recordType, record, operation, problem) => {
  const whole = recordType === "Events" ? { Call_Duration: "1", ...record } : record;
  expect(problemOf(recordType, whole, operation)).toMatchObject(problem);
});

test("units are those of a duration in the duration of a call alone", () => {
  const withUnits = { Call_Duration: "5 min", Note_Title: "5 min" };
  const sentTo = (recordType: string) => {
    const checking: Checking = { operation: "create", strict: false, newPicklistValues: false };
    return prepare(withUnits, { recordType, fields, rows: new Map() }, checking);
  };
  expect(sentTo("Calls")).toMatchObject({ record: { ...withUnits, Call_Duration: "05:00" } });
  expect(sentTo("Notes")).toMatchObject({ record: withUnits });
});

test("of what a call has to have, its duration alone may be missing", () => {
  const fields = indexOf(
    ["Call_Duration", "Subject"].map((name) => text(name, "text", { system_mandatory: true })),
  );
  const schema = { recordType: "Calls", fields, rows: new Map() };
  const missing = prepare({}, schema, { operation: "create", strict: false, newPicklistValues: false });
  expect(missing).toMatchObject({ problem: { message: "required field not found: Subject" } });
});
