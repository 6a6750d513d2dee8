import { idOf, type Samples, startSamples } from "../../../../test/support/sampleRecords";
import { type JsonObject, objectsAt } from "../../core/json";
import { createRecord, createRecords } from "./write/create";
import { updateRecords } from "./write/update";

/*
 * How activities repeat, remind and invite.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/insert-records.html
 */

let samples: Samples;
beforeAll(async () => {
  samples = await startSamples();
});
afterAll(() => samples.sandbox.close());

const id = (name: string): string => samples.id(name);
const meeting = {
  Event_Title: "Site inspection",
  All_day: "false",
  Start_DateTime: "2026-05-20T09:00:00+05:30",
  End_DateTime: "2026-05-20T10:00:00+05:30",
};
const rule = "FREQ=DAILY;INTERVAL=1;DTSTART=2026-05-20;UNTIL=2026-05-22";
/** The records of the last body that was sent to a module. */
const lastSent = async (): Promise<JsonObject[]> => objectsAt((await samples.sent()).at(-1), "data");

describe("a recurring event", () => {
  const forms: [string, () => JsonObject][] = [
    [
      "JSON",
      () => ({
        Participants: [
          { type: "email", Email: "patricia.boyle@zylker.com" },
          { name: "Boyle", type: "contact", participant: id("contact") },
        ],
        Remind_At: [
          { unit: 15, period: "minutes" },
          { unit: 2, period: "hours" },
          { unit: 1, period: "days" },
        ],
        Who_Id: { name: "Boyle", id: id("contact") },
        What_Id: { name: "Mega Deal", id: id("deal") },
        $se_module: "Deals",
        Recurring_Activity: { RRULE: rule },
      }),
    ],
    [
      "text",
      () => ({
        Participants: `patricia.boyle@zylker.com; contact: ${id("contact")}`,
        "Participants Reminder": "15 mins; 2 hrs; 1 day before",
        "Contact Name": id("contact"),
        "Related To": id("deal"),
        $se_module: "Deals",
        Repeat: `RRULE:${rule}`,
      }),
    ],
  ];

  test.each(forms)("as %s is one record a day, all of which the outcome names", async (_, values) => {
    const created = await createRecord(samples.crm, {
      recordType: "Events",
      fieldValues: { ...meeting, ...values() },
    });
    const { occurrences } = Object(created.data[0].details);
    expect(occurrences).toHaveLength(3);
    expect(occurrences[0]).toBe(idOf(created));
    const last = await samples.stored("Events", occurrences[2]);
    expect(last).toMatchObject({
      Start_DateTime: "2026-05-22T09:00:00+05:30",
      All_day: false,
      Participants: [
        { type: "email", Email: "patricia.boyle@zylker.com" },
        { type: "contact", participant: id("contact") },
      ],
      Remind_At: [
        { unit: 15, period: "minutes" },
        { unit: 2, period: "hours" },
        { unit: 1, period: "days" },
      ],
      What_Id: { id: id("deal") },
      $se_module: "Deals",
      Recurring_Activity: { RRULE: rule },
    });
  });

  test("is sent alone, so that the outcomes of the others stay theirs", async () => {
    const recurring = { ...meeting, Remind_At: "15 minutes", Recurring_Activity: rule };
    const records = [
      { ...meeting, Event_Title: "First" },
      { ...recurring, Event_Title: "Second" },
      { ...meeting, Event_Title: "Third" },
    ];
    const { data } = await createRecords(samples.crm, { recordType: "Events", records });
    const titles = data.map(
      async ({ id: recordId = "" }) => (await samples.stored("Events", recordId)).Event_Title,
    );
    expect(await Promise.all(titles)).toEqual(["First", "Second", "Third"]);
  });
});

test.each<[string, JsonObject]>([
  [
    "JSON",
    {
      Recurring_Activity: { RRULE: rule },
      Remind_At: { ALARM: "ACTION=EMAIL;TRIGGER=-P1D;TRIGGER_TIME=22:52" },
    },
  ],
  ["text", { Repeat: rule, Reminder: "ACTION=EMAIL;TRIGGER=-P1D;TRIGGER_TIME=22:52" }],
])("a recurring task as %s", async (_, values) => {
  const record = {
    Subject: "Follow up",
    Status: "In Progress",
    "Related To": id("lead"),
    $se_module: "Leads",
    ...values,
  };
  const created = await createRecord(samples.crm, { recordType: "Tasks", record });
  expect(Object(created.data[0].details).occurrences).toHaveLength(3);
  expect(await lastSent()).toMatchObject([
    {
      What_Id: { id: id("lead") },
      Recurring_Activity: { RRULE: rule },
      Remind_At: { ALARM: "ACTION=EMAIL;TRIGGER=-P1D;TRIGGER_TIME=22:52" },
    },
  ]);
});

describe("before anything is sent", () => {
  test.each<[string, string, JsonObject, JsonObject]>([
    ["a rule without a frequency", "Tasks", { Repeat: "daily" }, { api_name: "Recurring_Activity" }],
    ["a reminder without its parts", "Tasks", { Reminder: "tomorrow" }, { api_name: "Remind_At" }],
    ["a reminder of no known length", "Events", { Remind_At: "90 minutes" }, { api_name: "Remind_At" }],
    ["a participant that is no address", "Events", { Participants: "Ada" }, { api_name: "Participants" }],
    ["broken JSON", "Events", { Participants: "[{" }, { api_name: "Participants" }],
    [
      "no module of the related record",
      "Tasks",
      { What_Id: "5725767000000524001" },
      { api_name: "$se_module" },
    ],
  ])("%s is refused", async (_, recordType, values, details) => {
    const before = (await samples.sent()).length;
    const record = { ...(recordType === "Events" ? meeting : { Subject: "Follow up" }), ...values };
    const { data } = await createRecords(samples.crm, { recordType, records: [record] });
    expect(data[0]).toMatchObject({ status: "error", details, hint: expect.any(String) });
    expect(await samples.sent()).toHaveLength(before);
  });

  test("a recurring event without a reminder lacks it, and an update of one does not", async () => {
    const Recurring_Activity = { RRULE: rule };
    const records = [{ ...meeting, Recurring_Activity }];
    const { data } = await createRecords(samples.crm, { recordType: "Events", records });
    expect(data[0]).toMatchObject({ code: "MANDATORY_NOT_FOUND", details: { api_name: "Remind_At" } });
    const record = { ...meeting, Remind_At: "5 minutes" };
    const recordId = idOf(await createRecord(samples.crm, { recordType: "Events", record }));
    const updates = [{ id: recordId, Recurring_Activity }];
    const updated = await updateRecords(samples.crm, { recordType: "Events", records: updates });
    expect(updated.data[0]).toMatchObject({ status: "success" });
  });

  test("51 participants are too many", async () => {
    const Participants = Array.from({ length: 51 }, (_, index) => `p${index}@zylker.com`).join(";");
    const { data } = await createRecords(samples.crm, {
      recordType: "Events",
      records: [{ ...meeting, Participants }],
    });
    expect(data[0]).toMatchObject({
      code: "LIMIT_EXCEEDED",
      details: { api_name: "Participants", limit: 50 },
    });
  });
});
