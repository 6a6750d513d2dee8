import { startSandbox, type TestSandbox } from "../../../test/support/sandbox";
import { addTags, createTag, getTags, removeTag, removeTags } from "./tags";

const recordType = "Leads";

describe("tags", () => {
  let sandbox: TestSandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.close());
  beforeEach(async () => {
    await sandbox.clearFaults();
    await sandbox.reset({ seed: 1, records: { Leads: 520 } });
    await sandbox.clearLedger();
  });

  const leads = async (): Promise<string[]> =>
    (await sandbox.records(recordType)).map(({ id }) => String(id));
  const tagged = async (name: string): Promise<string[]> =>
    (await sandbox.records(recordType))
      .filter(({ Tag }) => Array.isArray(Tag) && Tag.some((tag) => tag.name === name))
      .map(({ id }) => String(id));

  it("are made, listed and deleted, by name or id", async () => {
    const crm = await sandbox.crm();
    expect(await getTags(crm, { recordType })).toEqual({ tags: [], info: { count: 0 } });
    const made = await createTag(crm, { recordType, tagName: "hot", colorCode: "#F17574" });
    expect(made.tags).toMatchObject([{ details: { name: "hot", color_code: "#F17574" } }]);
    await createTag(crm, { recordType, tagName: "new" });
    const { tags } = await getTags(crm, { recordType });
    expect(tags.map(({ name }) => name)).toEqual(["hot", "new"]);
    await removeTag(crm, { recordType, tag: "hot" });
    await removeTag(crm, { recordType, tag: String(tags[1]?.id) });
    expect((await getTags(crm, { recordType })).tags).toEqual([]);
  });

  it("of one name are refused with the id of the first, inside whatever status", async () => {
    const crm = await sandbox.crm();
    const { tags } = await createTag(crm, { recordType, tagName: "hot" });
    const { id } = tags[0].details as { id: string };
    const again = createTag(crm, { recordType, tagName: "hot" });
    await expect(again).rejects.toMatchObject({ code: "DUPLICATE_DATA", details: { id } });
    await sandbox.fault({
      method: "POST",
      times: 1,
      effect: {
        status: 200,
        body: { tags: [{ code: "LICENSE_LIMIT_EXCEEDED", message: "no", status: "error", details: {} }] },
      },
    });
    const over = createTag(crm, { recordType, tagName: "new" });
    await expect(over).rejects.toMatchObject({ code: "LICENSE_LIMIT_EXCEEDED" });
  });

  it("that are not there cannot be deleted; one whose deletion went unanswered is gone", async () => {
    const crm = await sandbox.crm();
    await expect(removeTag(crm, { recordType, tag: "hot" })).rejects.toMatchObject({
      code: "TAG_NOT_FOUND",
      kind: "notFound",
    });
    await createTag(crm, { recordType, tagName: "hot" });
    await sandbox.fault({ method: "DELETE", times: 1, applied: true, effect: { reset: true } });
    expect((await removeTag(crm, { recordType, tag: "hot" })).tags).toMatchObject([{ status: "success" }]);
    expect((await getTags(crm, { recordType })).tags).toEqual([]);
  });

  it("are added to any number of records, 500 a request and a credit for each 50", async () => {
    const crm = await sandbox.crm();
    const recordIds = [...(await leads()), "111"];
    const { data, summary } = await addTags(crm, { recordType, recordIds, tags: ["hot"] });
    expect(summary).toEqual({ total: 521, succeeded: 520, failed: 1, requests: 2, credits: 11 });
    expect((await sandbox.ledger()).credits).toBe(11);
    expect(data.map(({ id }) => id)).toEqual(recordIds);
    expect(data[520]).toMatchObject({ index: 520, status: "error", code: "INVALID_DATA" });
    expect(await tagged("hot")).toHaveLength(520);
    const [kept, ...rest] = await leads();
    await removeTags(crm, { recordType, recordIds: rest, tags: ["hot"] });
    expect(await tagged("hot")).toEqual([kept]);
  });

  it("add to those that are there, or take their place", async () => {
    const crm = await sandbox.crm();
    const [lead = ""] = await leads();
    const recordIds = [lead];
    await addTags(crm, { recordType, recordIds, tags: ["hot"] });
    await addTags(crm, { recordType, recordIds, tags: ["new"] });
    expect(await tagged("hot")).toEqual([lead]);
    await addTags(crm, { recordType, recordIds, tags: ["old"], overwrite: true });
    expect([await tagged("hot"), await tagged("old")]).toEqual([[], [lead]]);
  });

  it("that find no room on a record make its outcome an error", async () => {
    const crm = await sandbox.crm();
    const tags = Array.from({ length: 11 }, (_, index) => `tag ${index}`);
    const { data, summary } = await addTags(crm, {
      recordType,
      recordIds: (await leads()).slice(0, 1),
      tags,
    });
    expect(summary).toMatchObject({ succeeded: 0, failed: 1 });
    expect(data[0]).toMatchObject({
      code: "LIMIT_EXCEEDED",
      message: expect.stringContaining("not added: tag 10"),
    });
  });

  it("are told of the record that Zoho names, in whatever order it answers", async () => {
    const crm = await sandbox.crm();
    const [one = "", two = ""] = await leads();
    const done = { code: "SUCCESS", details: { id: two, tags: [] }, message: "", status: "success" };
    const locked = { code: "RECORD_LOCKED", details: { id: one }, message: "locked", status: "error" };
    await sandbox.fault({
      path: "add_tags$",
      times: 1,
      effect: { status: 200, body: { data: [done, locked] } },
    });
    const { data } = await addTags(crm, { recordType, recordIds: [one, two], tags: ["hot"] });
    expect(data).toMatchObject([
      { index: 0, id: one, code: "RECORD_LOCKED" },
      { index: 1, id: two, code: "SUCCESS" },
    ]);
  });
});
