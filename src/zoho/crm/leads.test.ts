import { startSandbox, type TestSandbox } from "../../../test/support/sandbox";
import { isObject, type JsonObject } from "../core/json";
import { convertInventoryRecord } from "./inventory";
import { convertLead, getConversionOptions, massConvertLeads } from "./leads";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await sandbox.clearFaults();
  await sandbox.reset({ seed: 1, records: { Leads: 5, Contacts: 3, Accounts: 3, Deals: 0 } });
  await sandbox.clearLedger();
});

const firstId = async (module: string) => String((await sandbox.records(module))[0]?.id);
const detailsOf = ({ data }: { data: JsonObject[] }): JsonObject => {
  const details = data[0]?.details;
  return isObject(details) ? details : {};
};
const deal = { Deal_Name: "Big", Stage: "Qualification", Closing_Date: "2026-06-30" };
const sentBody = async () => {
  const sent = (await sandbox.requests()).filter(({ path }) => String(path).endsWith("/actions/convert"));
  return sent.at(-1)?.body;
};

describe("a lead", () => {
  test("becomes a contact, an account and a deal, whose values are typed", async () => {
    const recordId = await firstId("Leads");
    const result = await convertLead(await sandbox.crm(), {
      recordId,
      fieldValues: { ...deal, Amount: "500.5" },
    });
    expect(detailsOf(result)).toMatchObject({
      Contacts: { id: expect.any(String) },
      Deals: { name: "Big" },
      Accounts: {},
    });
    expect((await sandbox.records("Deals"))[0]).toMatchObject({ Deal_Name: "Big", Amount: 500.5 });
    expect((await sandbox.ledger()).credits).toBeGreaterThanOrEqual(5);
  });

  test("is added to existing records, with everything else that Zoho offers", async () => {
    const [recordId, accountId, contactId] = [
      await firstId("Leads"),
      await firstId("Accounts"),
      await firstId("Contacts"),
    ];
    await sandbox.writeAsOther("Leads", [{ id: recordId, Tag: [{ name: "vip" }] }]);
    const assignTo = String(sandbox.world.crm.staff.users[2]?.id);
    const result = await convertLead(await sandbox.crm(), {
      recordId,
      accountId,
      contactId,
      overwrite: true,
      assignTo,
      record: deal,
      contactRoleId: "42",
      carryOverTags: ["Deals"],
      moveAttachmentsTo: "Deals",
      notifyLeadOwner: true,
      notifyNewOwner: true,
      addToExisting: true,
    });
    expect(detailsOf(result)).toMatchObject({ Contacts: { id: contactId }, Accounts: { id: accountId } });
    expect(await sentBody()).toEqual({
      data: [
        {
          overwrite: true,
          notify_lead_owner: true,
          notify_new_entity_owner: true,
          add_to_existing_record: true,
          Accounts: { id: accountId },
          Contacts: { id: contactId },
          assign_to: { id: assignTo },
          move_attachments_to: { api_name: "Deals" },
          carry_over_tags: { Deals: ["vip"] },
          Deals: { ...deal, Contact_Role: "42" },
        },
      ],
    });
    expect((await sandbox.records("Deals"))[0]).toMatchObject({
      Tag: [{ name: "vip" }],
      Owner: { id: assignTo },
    });
  });

  test("that was converted before is an error that says so", async () => {
    const recordId = await firstId("Leads");
    const crm = await sandbox.crm();
    await convertLead(crm, { recordId });
    await expect(convertLead(crm, { recordId })).rejects.toMatchObject({
      code: "ID_ALREADY_CONVERTED",
      status: 400,
    });
  });

  test("that Zoho refuses inside a list is an error", async () => {
    const recordId = await firstId("Leads");
    const attempt = convertLead(await sandbox.crm(), { recordId, contactId: "1" });
    await expect(attempt).rejects.toMatchObject({ code: "INVALID_DATA" });
  });

  test("whose conversion is scheduled gives the job", async () => {
    const item = { code: "SCHEDULED", details: { job_id: "9" }, message: "scheduled", status: "success" };
    await sandbox.fault({ path: "actions/convert$", effect: { status: 202, body: { data: [item] } } });
    expect(await convertLead(await sandbox.crm(), { recordId: "1" })).toEqual({ data: [item] });
  });

  test("is converted with bare ids where the version is old", async () => {
    const [recordId, accountId] = [await firstId("Leads"), await firstId("Accounts")];
    const crm = await sandbox.crm({ version: "v2" });
    const { data } = await convertLead(crm, { recordId, accountId });
    expect(data).toEqual([{ Contacts: expect.stringMatching(/^\d+$/), Deals: null, Accounts: accountId }]);
    expect(await sentBody()).toMatchObject({ data: [{ Accounts: accountId }] });
  });

  test.each([
    [
      "a deal without what Zoho wants",
      { record: { Deal_Name: "D", Stage: "Qualification" } },
      /deal needs Closing_Date/,
    ],
    ["a deal with a wrong amount", { record: { ...deal, Amount: "much" } }, /Amount: expected a number/],
    ["a field that deals do not have", { record: { ...deal, Sum: 1 } }, /Deals has no field Sum/],
    ["attachments moved to no deal", { moveAttachmentsTo: "Deals" as const }, /needs the values of a deal/],
    ["a role without a deal", { contactRoleId: "1" }, /Contact Role ID/],
  ])("is not sent with %s", async (_, input, message) => {
    const crm = await sandbox.crm();
    await expect(convertLead(crm, { recordId: "1", ...input })).rejects.toThrow(message);
    expect((await sandbox.ledger()).routes["POST /crm/v8/Leads/1/actions/convert"]).toBeUndefined();
  });

  test("tells what it may be the same as", async () => {
    const [lead] = await sandbox.records("Leads");
    await sandbox.writeAsOther("Contacts", [{ Last_Name: "Known", Email: lead?.Email }]);
    const { __conversion_options: options } = await getConversionOptions(await sandbox.crm(), {
      recordId: String(lead?.id),
    });
    expect(options.Contacts).toMatchObject([{ Email: lead?.Email }]);
    await sandbox.fault({ path: "__conversion_options$", effect: { status: 204 } });
    expect(await getConversionOptions(await sandbox.crm(), { recordId: "1" })).toEqual({
      __conversion_options: {},
    });
  });
});

describe("many leads", () => {
  const leadIds = async () => (await sandbox.records("Leads")).map(({ id }) => String(id));

  test("are converted by a job, whose counts are returned", async () => {
    const recordIds = await leadIds();
    const crm = await sandbox.crm();
    const input = {
      recordIds,
      record: deal,
      carryOverTags: ["Contacts" as const],
      moveAttachmentsTo: "Contacts" as const,
    };
    const { data, summary } = await massConvertLeads(crm, input);
    expect(data).toEqual([
      {
        Status: "COMPLETED",
        Total_Count: 5,
        Converted_Count: 5,
        Not_Converted_Count: 0,
        Failed_Count: 0,
        job_id: expect.any(String),
      },
    ]);
    expect(summary).toMatchObject({ total: 5, succeeded: 5, failed: 0 });
    expect(await sandbox.records("Deals")).toHaveLength(5);
  });

  test("can be asked for again by the job's id", async () => {
    const crm = await sandbox.crm();
    const { data, summary } = await massConvertLeads(crm, { recordIds: await leadIds(), waitSeconds: 0 });
    expect(data).toMatchObject([{ Status: "SCHEDULED", Converted_Count: 0, Not_Converted_Count: 5 }]);
    expect(summary).toMatchObject({ total: 5, succeeded: 0, failed: 0 });
    const [{ job_id: jobId } = { job_id: "" }] = data as { job_id: string }[];
    expect((await massConvertLeads(crm, { jobId })).summary).toMatchObject({ succeeded: 5 });
  });

  test("are 50 at most, said before they are sent", async () => {
    const crm = await sandbox.crm();
    for (const count of [0, 51]) {
      const recordIds = Array.from({ length: count }, String);
      await expect(massConvertLeads(crm, { recordIds })).rejects.toThrow(/1 to 50 leads, or a Job ID/);
    }
    expect(crm.ledger.requests).toBe(0);
  });
});

test("a quote becomes an order, and an order an invoice", async () => {
  const crm = await sandbox.crm();
  const recordId = await firstId("Quotes");
  const ordered = await convertInventoryRecord(crm, {
    recordType: "Quotes",
    recordId,
    convertTo: "Sales_Orders",
  });
  const order = detailsOf(ordered).Sales_Orders;
  expect(order).toMatchObject({ id: expect.any(String) });
  const orderId = isObject(order) ? String(order.id) : "";
  const invoiced = await convertInventoryRecord(crm, {
    recordType: "Sales_Orders",
    recordId: orderId,
    convertTo: "Invoices",
  });
  expect(detailsOf(invoiced).Invoices).toMatchObject({ id: expect.any(String) });
  const again = convertInventoryRecord(crm, { recordType: "Quotes", recordId, convertTo: "Sales_Orders" });
  await expect(again).rejects.toMatchObject({ code: "ID_ALREADY_CONVERTED" });
});

test.each([
  [
    { recordType: "Sales_Orders", recordId: "1", convertTo: "Sales_Orders" },
    /Sales_Orders become Invoices, not Sales_Orders/,
  ],
  [{ recordType: "Leads", recordId: "1", convertTo: "Invoices" }, /Leads become nothing/],
  [{ recordType: "Quotes", recordId: "x", convertTo: "Invoices" }, /Record ID/],
])("the conversion %j is refused before it is sent", async (input, message) => {
  const crm = await sandbox.crm();
  await expect(convertInventoryRecord(crm, input)).rejects.toThrow(message);
  expect(crm.ledger.requests).toBe(0);
});
