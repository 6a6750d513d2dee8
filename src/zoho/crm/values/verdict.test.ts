import fc from "fast-check";
import { runs } from "../../../../test/support/runs";
import { type Samples, startSamples } from "../../../../test/support/sampleRecords";
import type { JsonObject } from "../../core/json";
import { createRecords } from "../records/write/create";
import { type Checking, type Prepared, prepare } from "./prepare";
import { schemaFor } from "./schema";

/*
 * Our verdict on fields that are more than a plain value, in all modules that have rules of their own: what
 * passes our check passes the sandbox's, and what ours refuses the sandbox refuses as it was given.
 * `values.test.ts` does the same for plain values.
 */

let samples: Samples;
beforeAll(async () => {
  samples = await startSamples();
});
afterAll(() => samples.sandbox.close());

const create: Checking = { operation: "create", strict: false, newPicklistValues: false };
const idsFor = (...names: string[]) => fc.constantFrom(...names.map((name) => () => samples.id(name)));
const anything = fc.constantFrom<unknown>("abc", "[{", "{}", 12, true, [], {}, "2026-03-01", "", null);
/** Mostly one of these, at times anything; functions stand for ids that are known once the sandbox runs. */
const mostly = (...good: fc.Arbitrary<unknown>[]) =>
  fc.oneof({ weight: 5, arbitrary: fc.oneof(...good) }, { weight: 1, arbitrary: anything });
const lookup = (...names: string[]) => {
  const id = idsFor(...names);
  return mostly(
    id,
    id.map((known) => () => ({ id: known() })),
  );
};
const row = <T extends Record<string, fc.Arbitrary<unknown>>>(fields: T) =>
  fc.record(fields, { requiredKeys: [] });
const rows = (one: fc.Arbitrary<unknown>) => mostly(fc.array(one, { minLength: 1, maxLength: 2 }));
const texts = (...values: unknown[]) => mostly(fc.constantFrom(...values));
const number = texts(0, 3, 2.5, "7", "1e2", -1);

const items = rows(
  row({
    Product_Name: lookup("product"),
    Quantity: number,
    List_Price: number,
    Discount: number,
    Line_Tax: texts("Sales Tax: 10", [{ name: "Vat", percentage: 1 }]),
    Description: texts("Two floors", "x".repeat(2001)),
  }),
);
const activity = {
  What_Id: lookup("deal", "lead"),
  $se_module: fc.constantFrom("Deals", undefined),
  Who_Id: lookup("contact"),
  Recurring_Activity: texts("FREQ=DAILY", { RRULE: "FREQ=DAILY" }, "DAILY"),
};

interface Case {
  readonly module: string;
  readonly base: JsonObject;
  readonly fields: Record<string, fc.Arbitrary<unknown>>;
}

const cases: Case[] = [
  {
    module: "Leads",
    base: { Last_Name: "Burns", Company: "ABC" },
    fields: {
      Referred_By: lookup("contact"),
      Owner: lookup("user", "colleague"),
      Account_Manager: lookup("user"),
      Interested_Products: mostly(idsFor("product"), rows(idsFor("otherProduct"))),
      Support_Team: mostly(idsFor("user"), rows(idsFor("colleague"))),
      Site_Photos: mostly(idsFor("front"), rows(idsFor("back"))),
      Documents: mostly(idsFor("offer")),
      Tag: texts("vip", "vip;big", [{ name: "vip" }], "x".repeat(26)),
      Site_Visits: rows(
        row({
          Purpose: texts("Survey", "x".repeat(101)),
          Visit_Date: texts("2026-03-01", "2026-02-30"),
          Hours: number,
          Visitor: lookup("user"),
        }),
      ),
    },
  },
  {
    module: "Deals",
    base: { Deal_Name: "A", Stage: "Qualification" },
    fields: {
      Stage: fc.constantFrom("Qualification", "Id. Decision Makers", "Renewal Due", "Closed Won"),
      Pipeline: fc.constantFrom("Sales", "Standard (Standard)", "Renewals", "Nothing"),
      Probability: number,
      Account_Name: lookup("account"),
      Listings: mostly(idsFor("product"), rows(idsFor("otherProduct"))),
    },
  },
  {
    module: "Tasks",
    base: { Subject: "Follow up" },
    fields: {
      ...activity,
      Remind_At: texts("ACTION=EMAIL;TRIGGER=-P1D", { ALARM: "ACTION=EMAIL" }, "TRIGGER=-P1D"),
    },
  },
  {
    module: "Events",
    base: {
      Event_Title: "Inspection",
      Start_DateTime: "2026-05-20T09:00:00+05:30",
      End_DateTime: "2026-05-20T10:00:00+05:30",
    },
    fields: {
      ...activity,
      Remind_At: texts("15 minutes", "1 day; 2 hrs", "90 minutes", [{ unit: 15, period: "minutes" }]),
      Participants: texts("ada@example.com", "contact: 5725767000000524001", [
        { type: "email", Email: "a@b.co" },
      ]),
      All_day: texts("true", false),
    },
  },
  {
    module: "Calls",
    base: {
      Subject: "A",
      Call_Start_Time: "2026-02-23T13:30:00+05:30",
      Call_Type: "Inbound",
      Call_Duration: "10:00",
    },
    fields: {
      ...activity,
      Call_Type: texts("Inbound", "Missed", "Sideways"),
      Call_Duration: texts("10:00", "00:00", "1:02:03", "5", "1:75"),
    },
  },
  { module: "Quotes", base: { Subject: "A" }, fields: { Quoted_Items: items, Deal_Name: lookup("deal") } },
  { module: "Sales_Orders", base: { Subject: "A" }, fields: { Ordered_Items: items } },
  {
    module: "Purchase_Orders",
    base: { Subject: "A" },
    fields: { Purchased_Items: items, Vendor_Name: lookup("vendor") },
  },
  { module: "Invoices", base: { Subject: "A" }, fields: { Invoiced_Items: items } },
];

/** A value with the ids that its functions stand for. */
const known = (value: unknown): unknown => {
  if (typeof value === "function") return known(value());
  if (Array.isArray(value)) return value.map(known);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, known(inner)]));
};

/**
 * Whether there is a record or file of an id, and whether a call has taken place and so must have a duration.
 */
const onlyZohoKnows = (outcome: unknown): boolean =>
  /the id given seems|"api_name":"File_Id__s"|MANDATORY_NOT_FOUND.*"api_name":"Call_Duration"/.test(
    JSON.stringify(outcome),
  );
/** Whether a picklist takes new values is not in its description: there ours is the stricter one. */
const isStricter = (verdict: Prepared): boolean => JSON.stringify(verdict).includes("supported_values");

test.each(cases)(
  "our verdict on $module is the sandbox's",
  async ({ module: recordType, base, fields }) => {
    const full = Object.fromEntries(Object.keys(fields).map((name) => [name, [{}]]));
    const { crm } = samples;
    const schema = await schemaFor(crm, recordType, [{ ...full, Pipeline: "x", Stage: "x" }], false);
    const counts = { sent: 0, refused: 0 };
    const record = row(fields).map((values) => () => Object(known({ ...base, ...values })) as JsonObject);
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 10, maxLength: 10 }), async (made) => {
        const judged = made.map((make) => {
          const given = make();
          return { given, verdict: prepare(given, schema, create) };
        });
        const records = judged.map(({ given, verdict }) => (verdict.ok ? verdict.record : given));
        const { data } = await createRecords(crm, { recordType, records, validate: false });
        for (const [index, { given, verdict }] of judged.entries()) {
          const theirs = data[index];
          if (onlyZohoKnows(theirs) || isStricter(verdict)) continue;
          counts[verdict.ok ? "sent" : "refused"] += 1;
          const expected = verdict.ok ? "success" : "error";
          expect([given, verdict, { ...theirs, hint: "" }]).toEqual([
            given,
            verdict,
            { ...theirs, hint: "", status: expected },
          ]);
        }
      }),
      runs(25),
    );
    // Both verdicts were compared, and often.
    expect(Math.min(counts.sent, counts.refused)).toBeGreaterThan(10);
  },
  60_000,
);
