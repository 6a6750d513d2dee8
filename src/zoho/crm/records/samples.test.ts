import { idOf, type Samples, startSamples } from "../../../../test/support/sampleRecords";
import type { JsonObject } from "../../core/json";
import { createRecord, createRecords } from "./write/create";
import { updateRecord } from "./write/update";

/*
 * What Zoho's page on inserting records shows, as JSON and as the texts of a key/value list.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/insert-records.html
 */

let samples: Samples;
beforeAll(async () => {
  samples = await startSamples();
});
afterAll(() => samples.sandbox.close());

const id = (name: string): string => samples.id(name);

interface Sample {
  readonly name: string;
  readonly module: string;
  readonly json: () => JsonObject;
  /** The same as the texts of a key/value list. */
  readonly text: () => Record<string, string>;
  /** What the record is then. */
  readonly becomes: () => JsonObject;
}

const orders = (
  [
    ["Quotes", "Quoted_Items"],
    ["Sales_Orders", "Ordered_Items"],
    ["Purchase_Orders", "Purchased_Items"],
    ["Invoices", "Invoiced_Items"],
  ] as const
).map(([module, items]): Sample => {
  const isPurchase = module === "Purchase_Orders";
  const row = () => ({
    Product_Name: id("product"),
    Quantity: "3",
    List_Price: "100",
    Discount: "50",
    "Price Book Name": id("priceBook"),
    Description: "Two floors",
    Line_Tax: "Sales Tax: 10; Vat: 1",
  });
  return {
    name: `an order in ${module}, with line items and their taxes`,
    module,
    json: () => ({
      Subject: "Spring",
      ...(isPurchase ? { Vendor_Name: { id: id("vendor") } } : {}),
      $line_tax: [{ percentage: 1.5, name: "Common Tax" }],
      [items]: [
        {
          Product_Name: { name: "Bungalow", id: id("product") },
          Quantity: 3,
          List_Price: 100,
          Discount: 50,
          Price_Book_Name: { id: id("priceBook"), name: "Price Book 1" },
          Description: "Two floors",
          Line_Tax: [
            { percentage: 10, name: "Sales Tax" },
            { percentage: 1, name: "Vat" },
          ],
        },
      ],
    }),
    text: () => ({
      Subject: "Spring",
      ...(isPurchase ? { "Vendor Name": id("vendor") } : {}),
      $line_tax: '[{"percentage":1.5,"name":"Common Tax"}]',
      [items]: JSON.stringify([row()]),
    }),
    becomes: () => ({
      Subject: "Spring",
      [items]: [
        {
          Product_Name: { name: "Bungalow", id: id("product") },
          Price_Book_Name: { name: "Price Book 1", id: id("priceBook") },
          Quantity: 3,
          Line_Tax: [
            { percentage: 10, name: "Sales Tax" },
            { percentage: 1, name: "Vat" },
          ],
          Net_Total: 277.5,
        },
      ],
    }),
  };
});

const inserted: Sample[] = [
  {
    name: "a lead on a layout",
    module: "Leads",
    json: () => ({
      Layout: { id: id("layout Enterprise") },
      Last_Name: "Daly",
      First_Name: "Paul",
      Company: "ABC",
      Email: "p.daly@zylker.com",
      Phone: "91(987)654321",
      Tier: "Gold",
    }),
    text: () => ({
      Layout: id("layout Enterprise"),
      "Last Name": "Daly",
      "First Name": "Paul",
      Company: "ABC",
      Email: "p.daly@zylker.com",
      Phone: "91(987)654321",
      Tier: "Gold",
    }),
    becomes: () => ({ Layout: { id: id("layout Enterprise"), name: "Enterprise" }, Full_Name: "Paul Daly" }),
  },
  {
    name: "a deal with its pipeline and the listings it is about",
    module: "Deals",
    json: () => ({
      Deal_Name: "Riverside",
      Stage: "Renewal Due",
      Pipeline: "Renewals",
      Listings: [
        { Interested_Listings: { id: id("product") } },
        { Interested_Listings: { id: id("otherProduct") } },
      ],
    }),
    text: () => ({
      Deal_Name: "Riverside",
      Stage: "Renewal Due",
      Pipeline: "Renewals",
      Listings: `${id("product")};${id("otherProduct")}`,
    }),
    becomes: () => ({
      Pipeline: "Renewals",
      Listings: [
        { Interested_Listings: { name: "Bungalow", id: id("product") } },
        { Interested_Listings: { name: "Villa", id: id("otherProduct") } },
      ],
    }),
  },
  {
    name: "images, files, users and a list of values",
    module: "Leads",
    json: () => ({
      Last_Name: "Burns",
      Company: "ABC",
      Site_Photos: [{ File_Id__s: id("front") }, { File_Id__s: id("back") }],
      Documents: [{ File_Id__s: id("offer") }],
      Support_Team: [
        { Support_Team: { name: "Patricia Boyle", id: id("user") } },
        { Support_Team: { id: id("colleague") } },
      ],
      Languages: ["Korean", "Spanish"],
    }),
    text: () => ({
      Last_Name: "Burns",
      Company: "ABC",
      "Site Photos": `${id("front")};${id("back")}`,
      Documents: id("offer"),
      "Support Team": `${id("user")}; ${id("colleague")}`,
      Languages: "Korean; Spanish",
    }),
    becomes: () => ({
      Site_Photos: [{ File_Name__s: "front.png" }, { File_Name__s: "back.png" }],
      Documents: [{ File_Name__s: "offer.pdf" }],
      Support_Team: [{ Support_Team: { id: id("user") } }, { Support_Team: { id: id("colleague") } }],
      Languages: ["Korean", "Spanish"],
    }),
  },
  {
    name: "a call",
    module: "Calls",
    json: () => ({
      Who_Id: { name: "Boyle", id: id("contact") },
      Subject: "Opening hours",
      Call_Type: "Outbound",
      Call_Start_Time: "2026-02-23T13:30:00+05:30",
      Call_Duration: "10:00",
      Call_Purpose: "Administrative",
      Outbound_Call_Status: "Completed",
    }),
    text: () => ({
      "Contact Name": id("contact"),
      Subject: "Opening hours",
      "Call Type": "Outbound",
      "Call Start Time": "2026-02-23 08:00",
      "Call Duration": "10:00",
      "Call Purpose": "Administrative",
      "Outbound Call Status": "Completed",
    }),
    becomes: () => ({
      Who_Id: { id: id("contact") },
      Call_Start_Time: "2026-02-23T13:30:00+05:30",
      Call_Duration_in_seconds: 600,
    }),
  },
  {
    name: "a record of tags, subform rows and owners",
    module: "Leads",
    json: () => ({
      Last_Name: "Simpson",
      Company: "ABC",
      Owner: { id: id("colleague") },
      Tag: [{ name: "vip" }],
      Referred_By: { id: id("contact") },
      Site_Visits: [{ Purpose: "Survey", Visit_Date: "2026-03-01", Hours: 2.5, Visitor: { id: id("user") } }],
    }),
    text: () => ({
      Last_Name: "Simpson",
      Company: "ABC",
      "Lead Owner": id("colleague"),
      Tag: "vip",
      "Referred By": id("contact"),
      "Site Visits": `[{ "Purpose": "Survey", "Visit Date": "2026-03-01", "Hours": "2.5", "Visitor": "${id("user")}" }]`,
    }),
    becomes: () => ({
      Owner: { id: id("colleague") },
      Tag: [{ name: "vip" }],
      Referred_By: { id: id("contact") },
      Site_Visits: [{ Purpose: "Survey", Visit_Date: "2026-03-01", Hours: 2.5, Visitor: { id: id("user") } }],
    }),
  },
  ...orders,
];

describe.each(inserted)("$name", ({ module: recordType, json, text, becomes }) => {
  test.each([["as JSON"], ["as text"]])("%s", async (form) => {
    const values = form === "as JSON" ? { record: json() } : { fieldValues: text() };
    const created = await createRecord(samples.crm, { recordType, ...values });
    expect(created.data[0]).toMatchObject({
      code: "SUCCESS",
      message: "record added",
      status: "success",
      details: { Created_By: { id: id("user") }, $approval_state: "approved" },
    });
    expect(await samples.stored(recordType, idOf(created))).toMatchObject(becomes());
  });

  test("sent back as it is read, as Zoho lets it be", async () => {
    const recordId = idOf(await createRecord(samples.crm, { recordType, record: json() }));
    const record = await samples.stored(recordType, recordId);
    await updateRecord(samples.crm, { recordType, recordId, record });
    expect(await samples.stored(recordType, recordId)).toMatchObject(becomes());
  });
});

test("many records at once, each in its own form", async () => {
  const leads = inserted.filter(({ module }) => module === "Leads");
  const records = leads.flatMap(({ json, text }) => [json(), text()]);
  const { data } = await createRecords(samples.crm, { recordType: "Leads", records });
  expect(data.map(({ status }) => status)).toEqual(records.map(() => "success"));
  for (const { index, id: recordId = "" } of data) {
    const expected = leads[Math.floor(index / 2)]?.becomes();
    expect(await samples.stored("Leads", recordId)).toMatchObject(expected ?? {});
  }
});

describe("what Zoho runs beside a write", () => {
  const recordType = "Leads";
  const record = { Last_Name: "Daly", Company: "ABC", Phone: "1", Lead_Source: "Employee Referral" };
  const lastRun = () => samples.sandbox.world.crm.automationRuns.at(-1);
  const triggers = ["workflow", "approval", "blueprint", "pathfinder", "orchestration"];

  test("layout rules are applied and cadences skipped, with the five triggers", async () => {
    const input = { recordType, triggers, skipCadences: true, applyLayoutRules: true };
    await createRecord(samples.crm, { ...input, record });
    expect(lastRun()).toMatchObject({ triggers, applied: ["layout_rules"], skipped: ["cadences"] });
    const lacking = createRecord(samples.crm, { ...input, record: { ...record, Phone: undefined } });
    await expect(lacking).rejects.toMatchObject({
      code: "MANDATORY_NOT_FOUND",
      details: { api_name: "Phone", layout_rule: { name: expect.any(String) } },
    });
  });

  test("no triggers runs everything, none runs nothing, one runs it alone", async () => {
    const run = async (given?: string[]) => {
      await createRecord(samples.crm, { recordType, record, triggers: given });
      return lastRun()?.triggers;
    };
    expect([await run(), await run(["none"]), await run(["approval"])]).toEqual([triggers, [], ["approval"]]);
  });

  test("in approval mode a record waits, and cannot be changed", async () => {
    const created = await createRecord(samples.crm, { recordType, record, approved: false });
    expect(created.data[0]).toMatchObject({ details: { $approval_state: "approval_pending" } });
    const update = updateRecord(samples.crm, {
      recordType,
      recordId: idOf(created),
      record: { City: "Austin" },
    });
    await expect(update).rejects.toMatchObject({ code: "NOT_APPROVED" });
  });

  test("an assignment rule chooses the owner", async () => {
    const [rule] = samples.sandbox.world.crm.assignmentRules;
    const created = await createRecord(samples.crm, { recordType, record, assignmentRuleId: rule?.id });
    expect(await samples.stored(recordType, idOf(created))).toMatchObject({ Owner: { id: rule?.owner.id } });
  });

  test("a record's own layout comes before the one that is named for all", async () => {
    const layouts = [id("layout Enterprise"), id("layout Standard")];
    const { data } = await createRecords(samples.crm, {
      recordType,
      layoutId: layouts[0],
      records: [{ ...record }, { ...record, Layout: { id: layouts[1] } }],
    });
    expect(data.map(({ code }) => code)).toEqual(["MULTIPLE_OR_MULTI_ERRORS", "SUCCESS"]);
    expect(await samples.stored(recordType, data[1]?.id ?? "")).toMatchObject({ Layout: { id: layouts[1] } });
  });
});
