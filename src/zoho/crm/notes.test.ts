import { startSandbox, type TestSandbox } from "../../../test/support/sandbox";
import { textAt } from "../core/json";
import { createNote, getNotes, removeNote, updateNote } from "./notes";

describe("notes", () => {
  let sandbox: TestSandbox;
  let record: { recordType: string; recordId: string };
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.close());
  beforeEach(async () => {
    await sandbox.clearFaults();
    await sandbox.reset({ seed: 1, records: { Leads: 1, Notes: 0 } });
    const [lead] = await sandbox.records("Leads");
    record = { recordType: "Leads", recordId: String(lead?.id) };
    await sandbox.clearLedger();
  });

  const idOf = ({ data: [note] }: Awaited<ReturnType<typeof createNote>>): string =>
    textAt(note.details, "id") ?? "";

  it("are added to a record, changed and removed", async () => {
    const crm = await sandbox.crm();
    expect(await getNotes(crm, record)).toMatchObject({ data: [], info: { count: 0 } });
    const noteId = idOf(await createNote(crm, { ...record, noteTitle: "One", noteContent: "Text" }));
    await updateNote(crm, { noteId, noteContent: "More" });
    expect((await getNotes(crm, record)).data).toMatchObject([
      { id: noteId, Note_Title: "One", Note_Content: "More", Parent_Id: { id: record.recordId } },
    ]);
    expect((await removeNote(crm, { noteId })).data).toMatchObject([{ message: "record deleted" }]);
    expect((await getNotes(crm, record)).data).toEqual([]);
  });

  it("are read to the end, of a record and of the organisation", async () => {
    const crm = await sandbox.crm();
    const Parent_Id = { id: record.recordId, module: { api_name: "Leads" } };
    const notes = Array.from({ length: 250 }, (_, index) => ({ Note_Title: `Note ${index}`, Parent_Id }));
    await sandbox.writeAsOther("Notes", notes);
    const titles = notes.map(({ Note_Title }) => Note_Title).sort();
    for (const parent of [record, {}]) {
      const { data, info } = await getNotes(crm, { ...parent, fetchAll: true });
      expect(data.map(({ Note_Title }) => Note_Title).sort()).toEqual(titles);
      expect(info).toMatchObject({ count: 250, more_records: false });
    }
    const some = await getNotes(crm, { ...record, fetchAll: true, maxRecords: 210, fields: ["Note_Title"] });
    expect(some).toMatchObject({ info: { count: 210, more_records: true } });
    expect(Object.keys(some.data[0] ?? {}).sort()).toEqual(["Note_Title", "id"]);
  });

  it("are not added twice where Zoho does not say whether they were", async () => {
    const crm = await sandbox.crm();
    await sandbox.fault({
      method: "POST",
      path: "/Notes$",
      times: 1,
      applied: true,
      effect: { status: 500, body: {} },
    });
    const attempt = createNote(crm, { ...record, noteTitle: "One" });
    await expect(attempt).rejects.toMatchObject({ code: "OUTCOME_UNKNOWN", kind: "unknown" });
    expect(await sandbox.records("Notes")).toHaveLength(1);
  });

  it("are refused before any request when they say nothing, or half a record", async () => {
    const crm = await sandbox.crm();
    await expect(createNote(crm, record)).rejects.toThrow(/expected a title or a text/);
    await expect(updateNote(crm, { noteId: "1" })).rejects.toThrow(/expected a title or a text/);
    await expect(getNotes(crm, { recordType: "Leads" })).rejects.toThrow(
      /both a Record Type and a Record ID/,
    );
    expect((await sandbox.ledger()).requests).toBe(0);
  });

  it("that are not there cannot be changed or removed", async () => {
    const crm = await sandbox.crm();
    await expect(updateNote(crm, { noteId: "111", noteTitle: "x" })).rejects.toMatchObject({
      code: "INVALID_DATA",
    });
    await expect(removeNote(crm, { noteId: "111" })).rejects.toMatchObject({ code: "INVALID_DATA" });
  });
});
