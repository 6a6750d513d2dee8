import { startSandbox, type TestSandbox } from "../../../test/support/sandbox";
import { massConvertInventory } from "./inventory";

describe("a mass conversion of quotes and sales orders", () => {
  let sandbox: TestSandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.close());
  beforeEach(() => sandbox.reset());

  const idsOf = async (module: string, count: number) =>
    (await sandbox.records(module)).slice(0, count).map(({ id }) => String(id));

  it.each([
    ["Quotes", "Sales_Orders"],
    ["Quotes", "Invoices"],
    ["Sales_Orders", "Invoices"],
  ])("makes of %s as many %s, and counts them", async (recordType, convertTo) => {
    const crm = await sandbox.crm();
    const recordIds = await idsOf(recordType, 2);
    const before = (await sandbox.records(convertTo)).length;
    const { data, summary } = await massConvertInventory(crm, { recordType, recordIds, convertTo });
    expect(data).toEqual([
      {
        status: "COMPLETED",
        total_count: 2,
        converted_count: 2,
        not_converted_count: 0,
        failed_count: 0,
        job_id: expect.any(String),
      },
    ]);
    expect(summary).toMatchObject({ total: 2, succeeded: 2, failed: 0, requests: crm.ledger.requests });
    expect(await sandbox.records(convertTo)).toHaveLength(before + 2);
    const again = await massConvertInventory(crm, { recordType, recordIds, convertTo });
    expect(again.summary).toMatchObject({ succeeded: 0, failed: 2 });
  });

  it("that is not waited for is asked for again by its job", async () => {
    const crm = await sandbox.crm();
    const input = { recordType: "Quotes", convertTo: "Invoices" };
    const recordIds = await idsOf("Quotes", 1);
    const first = await massConvertInventory(crm, { ...input, recordIds, waitSeconds: 0 });
    expect(first.data).toMatchObject([{ status: "SCHEDULED", not_converted_count: 1 }]);
    expect(first.summary).toMatchObject({ total: 1, succeeded: 0, failed: 0 });
    const [job] = first.data;
    const jobId = String(job && "job_id" in job ? job.job_id : "");
    const second = await massConvertInventory(crm, { ...input, jobId });
    expect(second.summary).toMatchObject({ total: 1, succeeded: 1, failed: 0 });
  });

  it("whose job Zoho does not know is an error at once", async () => {
    const crm = await sandbox.crm();
    const input = { recordType: "Quotes", convertTo: "Invoices", jobId: "1" };
    await expect(massConvertInventory(crm, input)).rejects.toMatchObject({
      kind: "input",
      details: { job_id: "1" },
      message: expect.stringMatching(
        /the state of the job 1 .*Check the Job ID, and that the job is of this/,
      ),
    });
    expect(crm.ledger.requests).toBe(1);
  });

  it("gives the new records the tags and the owner that are asked for", async () => {
    const crm = await sandbox.crm();
    const [recordId = ""] = await idsOf("Quotes", 1);
    const assignTo = String(sandbox.world.crm.staff.users[2]?.id);
    await sandbox.writeAsOther("Quotes", [{ id: recordId, Tag: [{ name: "Urgent" }] }]);
    const input = { recordType: "Quotes", recordIds: [recordId], convertTo: "Invoices" };
    await massConvertInventory(crm, { ...input, carryOverTags: true, assignTo });
    expect((await sandbox.records("Invoices")).at(-1)).toMatchObject({
      Owner: { id: assignTo },
      Tag: [{ name: "Urgent" }],
    });
  });

  it.each([
    [{ recordIds: [] }, "expected 1 to 50 records, or a Job ID, got 0"],
    [{ recordIds: Array(51).fill("1") }, "expected 1 to 50 records, or a Job ID, got 51"],
    [{ recordIds: ["1"], convertTo: "Quotes" }, "Convert To: Quotes become Sales_Orders or Invoices"],
    [{ recordIds: ["1"], recordType: "Deals" }, "Convert To: Deals become nothing"],
  ])("is not sent with %j", async (more, message) => {
    const crm = await sandbox.crm();
    const input = { recordType: "Quotes", convertTo: "Invoices", ...more };
    await expect(massConvertInventory(crm, input)).rejects.toThrow(message);
    expect(crm.ledger.requests).toBe(0);
  });
});
