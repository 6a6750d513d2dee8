import fc from "fast-check";
import { runs } from "../../../../test/support/runs";
import { startSandbox, type TestSandbox } from "../../../../test/support/sandbox";
import { ExactDecimal } from "../../core/decimal";
import type { JsonObject } from "../../core/json";
import type { Crm } from "../crm";
import { getFields, getLayouts } from "../metadata/modules";
import { getRecord } from "../records/records";
import { createRecords } from "../records/write/create";
import { type Checking, prepare } from "./prepare";
import { type Schema, schemaFor } from "./schema";

let sandbox: TestSandbox;
let crm: Crm;
let schema: Schema;
beforeAll(async () => {
  sandbox = await startSandbox();
  crm = await sandbox.crm();
  const subforms = { Site_Visits: [{}] };
  schema = await schemaFor(crm, "Leads", [subforms]);
});
afterAll(() => sandbox.close());

const base = { Last_Name: "Burns", Company: "ABC Inc." };
const create: Checking = { operation: "create", strict: false, newPicklistValues: false };
const prepared = (record: JsonObject, checking = create) => prepare({ ...base, ...record }, schema, checking);
const sentFor = (field: string, value: unknown): unknown => {
  const result = prepared({ [field]: value });
  return result.ok ? result.record[field] : result.problem;
};

describe("a value becomes what its field wants", () => {
  const id = "5725767000000524001";
  test.each<[string, unknown, unknown]>([
    ["Description", "several\nlines", "several\nlines"],
    ["Referral_Code", 12345, "12345"],
    ["Billing_Email", " ada@example.com ", "ada@example.com"],
    ["Assistant_Phone", "+1 (555) 0100", "+1 (555) 0100"],
    ["Portfolio", "www.example.com/x", "www.example.com/x"],
    ["Tier", "Gold", "Gold"],
    ["Languages", "English; German;English", ["English", "German"]],
    ["Languages", ["French"], ["French"]],
    ["Languages", "hangul; german", ["Korean", "German"]],
    ["Preferred_Channel", "Skype", "Video call"],
    ["Lead_Source", "Twitter", "X (Twitter)"],
    ["Trial_Start", "2026-03-01", "2026-03-01"],
    ["Trial_Start", "2026-03-01T23:00:00-08:00", "2026-03-01"],
    ["Demo_Time", "2026-03-01T09:00:00+01:00", "2026-03-01T09:00:00+01:00"],
    ["Demo_Time", "2026-03-01T09:00:00.123Z", "2026-03-01T09:00:00+00:00"],
    ["Demo_Time", "2026-03-01 09:00", "2026-03-01T09:00:00+00:00"],
    ["Demo_Time", "2026-03-01T09:00:00-0730", "2026-03-01T09:00:00-07:30"],
    ["Demo_Time", new Date("2026-03-01T09:00:00Z"), "2026-03-01T09:00:00+00:00"],
    ["Seats", "25", 25],
    ["Budget", "250000.9", 250000.9],
    ["Fit_Score", "0.25", 0.25],
    ["Discount", 12.5, 12.5],
    ["Loyalty_Number", "123456789012345678", "123456789012345678"],
    ["Is_Partner", "true", true],
    ["Is_Partner", "Yes", true],
    ["Is_Partner", 0, false],
    ["Is_Partner", undefined, undefined],
    ["Budget", 1.1 * 3, 3.3],
    ["Budget", "71006926071870.82", new ExactDecimal("71006926071870.82")],
    ["Budget", "9007199254740993", new ExactDecimal("9007199254740993")],
    ["Discount", "12.5 %", 12.5],
    ["Is_Partner", "", undefined],
    ["Referred_By", id, { id }],
    ["Referred_By", { id }, { id }],
    ["Account_Manager", id, { id }],
    ["Owner", id, { id }],
    ["Subject_Of_Interest", { id, module: { api_name: "Deals" } }, { id, module: { api_name: "Deals" } }],
    [
      "Interested_Products",
      `${id};${id}`,
      [{ Interested_Products: { id } }, { Interested_Products: { id } }],
    ],
    ["Support_Team", [id], [{ Support_Team: { id } }]],
    ["Documents", ["a1b2c3"], [{ File_Id__s: "a1b2c3" }]],
    [
      "Site_Photos",
      [{ File_Id__s: "a1b2c3", Description: "Front" }],
      [{ File_Id__s: "a1b2c3", Description: "Front" }],
    ],
    ["Tag", "vip;partner", [{ name: "vip" }, { name: "partner" }]],
    ["Layout", { id }, { id }],
  ])("%s: %p", (field, given, expected) => {
    expect(sentFor(field, given)).toEqual(expected);
  });

  test("keys may be labels, in any case", () => {
    expect(prepare({ "last name": "Burns", COMPANY: "A", "ERP Id": 7 }, schema, create)).toMatchObject({
      ok: true,
      record: { Last_Name: "Burns", Company: "A", ERP_Id: "7" },
    });
  });

  test("an empty text or null clears a field in an update, and nothing else does", () => {
    expect(
      prepare({ id: "1", Email: "", Is_Partner: null, City: undefined }, schema, {
        ...create,
        operation: "update",
      }),
    ).toEqual({
      ok: true,
      record: { id: "1", Email: null, Is_Partner: false },
      warnings: [],
    });
  });

  test("what Zoho keeps itself is left out, or refused when asked for", () => {
    expect(prepared({ Reference_Number: "L-1", Budget_Per_Seat: 3 })).toMatchObject({
      ok: true,
      record: base,
      warnings: [
        "Reference_Number is read-only and was left out.",
        "Budget_Per_Seat is read-only and was left out.",
      ],
    });
    expect(prepared({ Reference_Number: "L-1" }, { ...create, strict: true })).toMatchObject({
      problem: { code: "INVALID_DATA", details: { api_name: "Reference_Number" } },
    });
  });

  test("picklists take new values when the builder says so", () => {
    const values = { Preferred_Channel: "Carrier pigeon", Languages: "English;Latin" };
    expect(prepared(values)).toMatchObject({ ok: false });
    expect(prepared(values, { ...create, newPicklistValues: true })).toMatchObject({
      record: { Preferred_Channel: "Carrier pigeon", Languages: ["English", "Latin"] },
    });
  });

  test("keys of the record itself pass as they are", () => {
    const own = { $se_module: "Leads", $append_values: { Languages: true }, $approved: false };
    expect(prepared(own)).toMatchObject({ ok: true, record: own });
  });
});

describe("what Zoho would refuse is refused before it is sent", () => {
  test.each<[string, JsonObject, string, JsonObject]>([
    [
      "too long",
      { Referral_Code: "X".repeat(41) },
      "INVALID_DATA",
      { maximum_length: 40, api_name: "Referral_Code" },
    ],
    [
      "not one of its values",
      { Tier: "Wood" },
      "INVALID_DATA",
      { supported_values: ["-None-", "Bronze", "Silver", "Gold", "Platinum"] },
    ],
    ["no e-mail address", { Billing_Email: "ada@" }, "INVALID_DATA", { expected_data_type: "email" }],
    ["no phone number", { Assistant_Phone: "call me!" }, "INVALID_DATA", { expected_data_type: "phone" }],
    ["no web address", { Portfolio: "nowhere" }, "INVALID_DATA", { expected_data_type: "website" }],
    ["no day of the calendar", { Trial_Start: "2026-02-30" }, "INVALID_DATA", { expected_data_type: "date" }],
    ["no time", { Demo_Time: "tomorrow" }, "INVALID_DATA", { expected_data_type: "datetime" }],
    ["no whole number", { Seats: "2.5" }, "INVALID_DATA", { expected_data_type: "integer" }],
    ["a number of ten digits", { Seats: 1234567890 }, "INVALID_DATA", { maximum_length: 9 }],
    ["no number", { Budget: "12,50" }, "INVALID_DATA", { expected_data_type: "currency" }],
    ["more digits than Zoho keeps", { Budget: "12345678901234567" }, "INVALID_DATA", { maximum_length: 16 }],
    ["thousands separators", { Budget: "1,234.50" }, "INVALID_DATA", { expected_data_type: "currency" }],
    ["an id that lost digits", { Referred_By: 2 ** 60 }, "INVALID_DATA", { api_name: "Referred_By" }],
    ["a moment that is none", { Demo_Time: new Date(Number.NaN) }, "INVALID_DATA", { api_name: "Demo_Time" }],
    ["a year alone", { Demo_Time: "5" }, "INVALID_DATA", { expected_data_type: "datetime" }],
    [
      "a long integer that lost digits",
      { Loyalty_Number: 2 ** 60 },
      "INVALID_DATA",
      { expected_data_type: "bigint" },
    ],
    ["neither true nor false", { Is_Partner: "perhaps" }, "INVALID_DATA", { expected_data_type: "boolean" }],
    ["no id", { Referred_By: "Ada Burns" }, "INVALID_DATA", { api_name: "Referred_By" }],
    ["a long tag", { Tag: "X".repeat(26) }, "INVALID_DATA", { maximum_length: 25 }],
    ["a subform that is no list", { Site_Visits: "x" }, "INVALID_DATA", { expected_data_type: "jsonarray" }],
    [
      "an unknown field",
      { Frist_Name: "Ada" },
      "INVALID_DATA",
      { api_name: "Frist_Name", nearest: "First_Name" },
    ],
    ["a missing field", { Last_Name: "" }, "MANDATORY_NOT_FOUND", { api_name: "Last_Name" }],
  ])("%s", (_, record, code, details) => {
    const result = prepared(record);
    expect(result).toMatchObject({ ok: false, problem: { code, details } });
  });

  test("everything that is wrong is said at once", () => {
    const result = prepare({ Seats: "x", Billing_Email: "y" }, schema, create);
    expect(result).toMatchObject({ problem: { code: "MULTIPLE_OR_MULTI_ERRORS" } });
    const { errors } = (result as unknown as { problem: { details: { errors: JsonObject[] } } }).problem
      .details;
    expect(errors.map(({ details }) => (details as JsonObject).api_name)).toEqual([
      "Seats",
      "Billing_Email",
      "Last_Name",
    ]);
  });
});

/*
 * Our verdict is the sandbox's: on any record, what passes our check passes the sandbox's, and what ours
 * refuses the sandbox refuses too. Lookups, unique values and what a layout requires, which only Zoho can
 * judge, are left out.
 */
test("our verdict on generated records is the sandbox's", async () => {
  const fields = await getFields(crm, "Leads");
  const names = fields
    .filter(({ data_type: type }) => !/lookup|upload|subform|layout|image/.test(String(type)))
    .filter(
      ({ api_name: name, unique, field_read_only: readOnly }) =>
        !readOnly && name !== "Tag" && name !== "Company" && !Object.keys(Object(unique)).length,
    )
    .map(({ api_name: name }) => String(name));
  const value = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom<unknown>(
        "a@b.co",
        "ada@example.com",
        "x@y",
        "+1 555",
        "??",
        "www.a.de",
        "a b",
        "2026-02-28",
        "2026-02-30",
        "2026-03-01T09:00:00+01:00",
        "2026-03-01T25:00:00+01:00",
        "Gold",
        "Wood",
        "English",
        "0",
        "12",
        "-7.25",
        "1e3",
        "true",
        "abc",
        "",
        null,
      ),
    },
    fc.string({ maxLength: 300 }),
    fc.string({ minLength: 2001, maxLength: 2300 }),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }).map(String),
    fc.boolean(),
    fc.array(fc.string({ maxLength: 20 }), { maxLength: 3 }),
  );
  const record = fc
    .dictionary(fc.constantFrom(...names), value, { maxKeys: 3 })
    .map((values) => ({ ...base, ...values }));
  await fc.assert(
    fc.asyncProperty(fc.array(record, { minLength: 20, maxLength: 20 }), async (records) => {
      const verdicts = records.map((candidate) => prepare(candidate, schema, create));
      const sent = verdicts.map((verdict, index) => (verdict.ok ? verdict.record : (records[index] ?? {})));
      const { data } = await createRecords(crm, { recordType: "Leads", records: sent, validate: false });
      const theirs = data.map(({ status }) => status === "success");
      for (const [index, verdict] of verdicts.entries()) {
        // Whether a picklist takes new values is not in its description: there ours is the stricter one.
        const agreed = verdict.ok || JSON.stringify(verdict).includes("supported_values") || !theirs[index];
        expect([records[index], verdict.ok ? theirs[index] : agreed]).toEqual([records[index], true]);
      }
    }),
    runs(25),
  );
}, 120_000);

test("a layout that a record names adds the fields that it requires", async () => {
  const [standard, layout] = await getLayouts(crm, "Leads");
  const named = (id: unknown) => ({ ...base, Layout: { id } });
  const records = [named(standard?.id), named(layout?.id), named("57257670000009")];
  const withLayouts = await schemaFor(crm, "Leads", records);
  const [first, second, third] = records.map((record) => prepare(record, withLayouts, create));
  expect(first).toMatchObject({ ok: true });
  expect(JSON.stringify(second)).toMatch(/required field not found: Email.*: Phone.*: Tier/);
  expect(third).toMatchObject({
    problem: {
      details: { api_name: "Layout" },
      message: expect.stringMatching(/^Layout: Leads has no layout 57257670000009\. It has Standard \(/),
    },
  });
});

test("long integers and ids keep every digit on the way there and back", async () => {
  await sandbox.reset();
  const input = { recordType: "Leads", records: [{ ...base, Loyalty_Number: "-123456789012345678" }] };
  const { data } = await createRecords(await sandbox.crm(), input);
  const read = await getRecord(crm, { recordType: "Leads", recordId: data[0]?.id ?? "" });
  expect(read.data[0]).toMatchObject({ id: data[0]?.id, Loyalty_Number: "-123456789012345678" });
});
