import { startSandbox, type TestSandbox } from "../../../test/support/sandbox";
import { countRelatedRecords, getRelatedRecords, linkRelatedRecords, unlinkRelatedRecords } from "./related";

describe("related lists", () => {
  let sandbox: TestSandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.close());
  beforeEach(async () => {
    await sandbox.clearFaults();
    await sandbox.reset({
      seed: 1,
      records: { Accounts: 1, Contacts: 450, Products: 130, Leads: 2, Campaigns: 1 },
    });
    await sandbox.clearLedger();
  });

  const ids = async (module: string): Promise<string[]> =>
    (await sandbox.records(module)).map(({ id }) => String(id));
  const first = async (module: string): Promise<string> => (await ids(module))[0] ?? "";
  const contactsOf = async () => ({
    recordType: "Accounts",
    recordId: await first("Accounts"),
    relatedList: "Contacts",
    fields: ["Last_Name"],
  });
  const productsOf = async () => ({
    recordType: "Leads",
    recordId: await first("Leads"),
    relatedList: "Products",
    fields: ["Product_Name"],
  });

  it("reads a page, or follows the pages to the end", async () => {
    const crm = await sandbox.crm();
    const page = await getRelatedRecords(crm, { ...(await contactsOf()), per_page: 3, sort_order: "asc" });
    expect(page.data.map(({ id }) => id)).toEqual((await ids("Contacts")).slice(0, 3));
    expect(page.info.more_records).toBe(true);
    const all = await getRelatedRecords(crm, { ...(await contactsOf()), fetchAll: true });
    expect(all.data.map(({ id }) => id).sort()).toEqual((await ids("Contacts")).sort());
    expect(all.info).toMatchObject({ count: 450, more_records: false });
    expect((await sandbox.ledger()).routes).toEqual({
      [`GET /crm/v8/Accounts/${await first("Accounts")}/Contacts`]: 4,
    });
  });

  it("gives an empty list as one, and what changed since a time alone", async () => {
    const crm = await sandbox.crm();
    expect((await getRelatedRecords(crm, await productsOf())).data).toEqual([]);
    const since = {
      ...(await contactsOf()),
      modifiedSince: new Date().toISOString().replace(/\.\d+Z/, "+00:00"),
    };
    expect((await getRelatedRecords(crm, since)).data).toEqual([]);
    await sandbox.advance(5);
    await sandbox.writeAsOther("Contacts", [{ id: await first("Contacts"), Last_Name: "Changed" }]);
    expect((await getRelatedRecords(crm, since)).data).toMatchObject([{ Last_Name: "Changed" }]);
  });

  it("asks for the fields of the list's module when none are named, and knows them from then on", async () => {
    const crm = await sandbox.crm();
    const input = { ...(await contactsOf()), fields: [], per_page: 1 };
    const { data } = await getRelatedRecords(crm, input);
    expect(data[0]).toMatchObject({ Last_Name: expect.any(String), Account_Name: { id: input.recordId } });
    await sandbox.clearLedger();
    await getRelatedRecords(crm, input);
    expect((await sandbox.ledger()).requests).toBe(1);
  });

  it("refuses a list that the module does not have, and names those it has", async () => {
    const crm = await sandbox.crm();
    const input = { ...(await contactsOf()), fields: [], relatedList: "Contact" };
    await expect(getRelatedRecords(crm, input)).rejects.toThrow(
      /Accounts has no Contact\. It has Notes, .*Contacts/,
    );
    await expect(getRelatedRecords(crm, { ...input, fields: ["id"] })).rejects.toMatchObject({
      code: "INVALID_DATA",
      details: { resource_path_index: 2 },
    });
  });

  it("links more records than one request takes, and says of each what became of it", async () => {
    const crm = await sandbox.crm();
    const products = await ids("Products");
    const list = await productsOf();
    const { data, summary } = await linkRelatedRecords(crm, { ...list, recordIds: [...products, "111"] });
    expect(summary).toEqual({ total: 131, succeeded: 130, failed: 1, requests: 2, credits: 2 });
    expect(data.map(({ index }) => index)).toEqual([...Array(131).keys()]);
    expect(data[130]).toMatchObject({ status: "error", code: "INVALID_DATA" });
    expect((await getRelatedRecords(crm, { ...list, fetchAll: true })).data).toHaveLength(130);
    const recordIds = [...products, "111"];
    const unlinked = await unlinkRelatedRecords(await sandbox.crm(), { ...list, recordIds });
    expect(unlinked.summary).toEqual(summary);
    expect((await getRelatedRecords(crm, list)).data).toEqual([]);
    expect(await ids("Products")).toHaveLength(130);
  });

  it("links with what the link itself holds", async () => {
    const crm = await sandbox.crm();
    const list = { recordType: "Campaigns", recordId: await first("Campaigns"), relatedList: "Leads" };
    const records = [{ id: await first("Leads"), Member_Status: "Active" }];
    await linkRelatedRecords(crm, { ...list, records });
    const { data } = await getRelatedRecords(crm, { ...list, fields: ["Member_Status"] });
    expect(data).toEqual(records);
  });

  it("fails as a step when asked to, after all were attempted", async () => {
    const crm = await sandbox.crm();
    const input = {
      ...(await productsOf()),
      recordIds: ["111", ...(await ids("Products"))],
      failOnError: true,
    };
    await expect(linkRelatedRecords(crm, input)).rejects.toThrow(/1 of 131 records failed/);
    expect((await getRelatedRecords(crm, { ...input, fetchAll: true })).data).toHaveLength(130);
  });

  it("takes an unlinking whose answer was lost for done", async () => {
    const crm = await sandbox.crm();
    const [product = ""] = await ids("Products");
    const input = { ...(await productsOf()), recordIds: [product] };
    await linkRelatedRecords(crm, input);
    await sandbox.fault({
      method: "DELETE",
      path: "/Products$",
      times: 1,
      applied: true,
      effect: { reset: true },
    });
    expect((await unlinkRelatedRecords(crm, input)).summary).toMatchObject({ succeeded: 1, failed: 0 });
  });

  it("refuses before any request what names no record", async () => {
    const crm = await sandbox.crm();
    const list = await productsOf();
    const records = [{ Member_Status: "Active" }];
    await expect(linkRelatedRecords(crm, list)).rejects.toThrow(/Related Record IDs: expected at least one/);
    await expect(linkRelatedRecords(crm, { ...list, records })).rejects.toThrow(/Related Records, item 1/);
    await expect(getRelatedRecords(crm, { ...list, recordId: "../x" })).rejects.toThrow(/Record ID/);
    expect((await sandbox.ledger()).requests).toBe(0);
  });

  it("finds the parent by an external id", async () => {
    const crm = await sandbox.crm();
    const [account] = await sandbox.records("Accounts");
    const recordId = String(account?.External_Account_ID);
    const list = { ...(await contactsOf()), recordId, externalIdField: "External_Account_ID", per_page: 2 };
    expect((await getRelatedRecords(crm, list)).data).toHaveLength(2);
  });

  it("are counted, and one that Zoho does not count is an error where it is named, and left out else", async () => {
    const crm = await sandbox.crm();
    const record = { recordType: "Accounts", recordId: await first("Accounts") };
    const relatedLists = ["Contacts", "Deals"];
    const refused = {
      code: "INVALID_DATA",
      details: { api_name: "id", json_path: "$.get_related_records_count[1].related_list.id" },
      message: "Given related_list is invalid",
      status: "error",
    };
    const answer = async (items: object[], status = 207) =>
      sandbox.fault({
        path: "get_related_records_count$",
        times: 1,
        effect: { status, body: { get_related_records_count: items } },
      });
    const counted = { count: 450, related_list: { api_name: "Contacts", id: "1" } };
    expect((await countRelatedRecords(crm, { ...record, relatedLists })).data).toEqual([
      { relatedList: "Contacts", count: 450 },
      { relatedList: "Deals", count: expect.any(Number) },
    ]);
    await answer([counted, refused]);
    await expect(countRelatedRecords(crm, { ...record, relatedLists })).rejects.toMatchObject({
      code: "INVALID_DATA",
      message: expect.stringContaining("Given related_list is invalid (Deals)"),
    });
    await answer([counted, refused]);
    expect((await countRelatedRecords(crm, record)).data).toEqual([{ relatedList: "Contacts", count: 450 }]);
    await answer([refused], 400);
    await expect(countRelatedRecords(crm, record)).rejects.toMatchObject({ code: "INVALID_DATA" });
  });
});
