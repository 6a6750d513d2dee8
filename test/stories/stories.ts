import { serveWebhooks } from "../../harness/webhookServer";
import { notificationsOf } from "../../sandbox/crm/notifications/notifications";
import {
  createRecord as createInBooks,
  getRecord as getFromBooks,
  removeRecord as removeFromBooks,
  updateRecord as updateInBooks,
} from "../../src/zoho/books/records/records";
import { isObject, type JsonObject } from "../../src/zoho/core/json";
import type { Crm } from "../../src/zoho/crm/crm";
import { fieldChoices, moduleChoices, recordChoices } from "../../src/zoho/crm/metadata/choices";
import { createNote, getNotes } from "../../src/zoho/crm/notes";
import { runQuery } from "../../src/zoho/crm/query/query";
import { getAllRecords } from "../../src/zoho/crm/records/allRecords";
import { getRecord, getRecords } from "../../src/zoho/crm/records/records";
import { createRecord, createRecords } from "../../src/zoho/crm/records/write/create";
import { removeRecords, updateRecords } from "../../src/zoho/crm/records/write/update";
import { findOrCreateRecord, upsertRecords } from "../../src/zoho/crm/records/write/upsert";
import { searchRecords } from "../../src/zoho/crm/search/search";
import { addTags } from "../../src/zoho/crm/tags";
import { deployable } from "../soak/deployed";
import { openBooks } from "../support/books";
import type { TestSandbox } from "../support/sandbox";

export interface Scene {
  readonly sandbox: TestSandbox;
  readonly crm: Crm;
}

/** What somebody does with the connector, and what must be true afterward, however Zoho behaves. */
export type Story = (scene: Scene) => Promise<void>;

const recordType = "Leads";
/** After it, queries that are late see what was written. */
const MOMENT_SECONDS = 5;
const lead = (name: string, more: JsonObject = {}): JsonObject => ({
  Last_Name: name,
  Company: "Story",
  ...more,
});

/** The names of the leads of a company, as stored. */
const stored = async ({ sandbox }: Scene, company = "Story"): Promise<string[]> =>
  (await sandbox.records(recordType))
    .filter((row) => row.Company === company)
    .map((row) => String(row.Last_Name))
    .sort();

const statuses = (data: readonly { readonly status: string }[]) => data.map(({ status }) => status);
const idOf = ({ data: [item] }: { data: readonly JsonObject[] }): string =>
  isObject(item?.details) ? String(item.details.id) : "";

async function writtenByOthers({ sandbox }: Scene, record: JsonObject): Promise<string> {
  const { data } = await sandbox.writeAsOther(recordType, [record]);
  return (data as { details: { id: string } }[])[0]?.details.id ?? "";
}

export const stories: Readonly<Record<string, Story>> = {
  "many records are created, each with its outcome": async (scene) => {
    const records = [lead("A"), { City: "Nowhere" }, lead("B")];
    const { data, summary } = await createRecords(scene.crm, { recordType, records });
    expect(statuses(data)).toEqual(["success", "error", "success"]);
    expect(summary).toMatchObject({ total: 3, succeeded: 2, failed: 1 });
    expect(await stored(scene)).toEqual(["A", "B"]);
  },

  "records that are all refused are told so": async (scene) => {
    const records = [lead("A", { Email: "no address" }), lead("B", { Email: "none either" })];
    const { data } = await createRecords(scene.crm, { recordType, records });
    expect(statuses(data)).toEqual(["error", "error"]);
    expect(await stored(scene)).toEqual([]);
  },

  "records are upserted, updated and removed once": async (scene) => {
    const records = [lead("A", { Email: "a@story.example" }), lead("B", { Email: "b@story.example" })];
    const upsert = () => upsertRecords(scene.crm, { recordType, records, duplicateCheckFields: ["Email"] });
    const { data } = await upsert();
    await upsert();
    expect(await stored(scene)).toEqual(["A", "B"]);
    const ids = data.map(({ id }) => String(id));
    const missing = "1";
    const updated = await updateRecords(scene.crm, {
      recordType,
      records: [...ids, missing].map((id) => ({ id, City: "Bergen" })),
    });
    expect(statuses(updated.data)).toEqual(["success", "success", "error"]);
    const removed = await removeRecords(scene.crm, { recordType, recordIds: [ids[0] ?? "", missing] });
    expect(removed.data[0]).toMatchObject({ status: "success" });
    expect(await stored(scene)).toEqual(["B"]);
  },

  "a field that is not there is refused, and nothing written": async (scene) => {
    const attempt = createRecord(scene.crm, { recordType, record: lead("A", { No_Such_Field: "x" }) });
    await expect(attempt).rejects.toMatchObject({ code: "INVALID_DATA" });
    expect(await stored(scene)).toEqual([]);
  },

  "a picklist value of the list is kept, and what Zoho does not list is kept or told": async (scene) => {
    await createRecord(scene.crm, { recordType, record: lead("A", { Lead_Source: "Trade Show" }) });
    const { data } = await createRecords(scene.crm, {
      recordType,
      records: [lead("B", { Lead_Source: "Rain" })],
    });
    const rows = (await scene.sandbox.records(recordType)).filter(({ Company }) => Company === "Story");
    expect(rows.find(({ Last_Name }) => Last_Name === "A")).toMatchObject({ Lead_Source: "Trade Show" });
    expect(rows.some(({ Last_Name }) => Last_Name === "B")).toBe(data[0]?.status === "success");
  },

  "a record that is gone reads as none": async ({ crm }) => {
    const read = await getRecord(crm, { recordType, recordId: "5000000000009", allowMissing: true });
    expect(read.data).toEqual([]);
  },

  "all records, a list of all and a query of all are the same": async ({ sandbox, crm }) => {
    const ids = (rows: readonly JsonObject[]) => rows.map(({ id }) => String(id)).sort();
    const expected = ids((await sandbox.records(recordType)).filter((row) => row.Converted__s !== true));
    const all = await getAllRecords(crm, { recordType, fields: ["Last_Name"] });
    expect(ids(all.data)).toEqual(expected);
    const listed = await getRecords(crm, { recordType, fields: ["Last_Name"], fetchAll: true });
    expect(ids(listed.data)).toEqual(expected);
    const query = "select Last_Name from Leads where id is not null";
    expect(ids((await runQuery(crm, { query, fetchAll: true })).data)).toEqual(expected);
  },

  "a record is found, or created once": async (scene) => {
    const find = () =>
      findOrCreateRecord(scene.crm, {
        recordType,
        matchField: "Email",
        matchValue: "o'brien@story.example",
        record: lead("O'Brien"),
      });
    const first = await find();
    await scene.sandbox.advance(MOMENT_SECONDS);
    const second = await find();
    expect([first.created, second.created, second.id]).toEqual([true, false, first.id]);
    expect(await stored(scene)).toEqual(["O'Brien"]);
  },

  "records are searched by conditions": async (scene) => {
    await createRecord(scene.crm, { recordType, record: lead("O'Hara", { City: "Oslo" }) });
    await scene.sandbox.advance(MOMENT_SECONDS);
    const conditions = [{ field: "Last_Name", operator: "equals" as const, value: "O'Hara" }];
    const found = await searchRecords(scene.crm, { recordType, conditions, fields: ["Last_Name"] });
    expect(found.data.map(({ Last_Name }) => Last_Name)).toEqual(["O'Hara"]);
  },

  "a note and tags stay with their record": async (scene) => {
    const recordId = idOf(await createRecord(scene.crm, { recordType, record: lead("A") }));
    await createNote(scene.crm, { recordType, recordId, noteContent: "Hello" });
    await addTags(scene.crm, { recordType, recordIds: [recordId], tags: ["story"] });
    const notes = await getNotes(scene.crm, { recordType, recordId });
    expect(notes.data.map(({ Note_Content }) => Note_Content)).toEqual(["Hello"]);
    const { data } = await getRecord(scene.crm, { recordType, recordId });
    expect(data[0]).toMatchObject({ Tag: [{ name: "story" }] });
  },

  "a feed tells every change once": async (scene) => {
    const { sandbox } = scene;
    const inputs = { recordType, showDeletedRecords: true };
    const { instance, flow, items } = await deployable(sandbox, { trigger: "crmRecordChanges", inputs });
    await instance.deploy();
    await flow.schedule();
    const later = async (record: JsonObject) => {
      await sandbox.advance(60);
      const id = await writtenByOthers(scene, record);
      await flow.schedule();
      return id;
    };
    const id = await later(lead("A"));
    await later({ id, Last_Name: "B" });
    await later(lead("C"));
    await later({ id, $delete: true });
    await sandbox.advance(60);
    await flow.schedule();
    const told = items().map(({ change, id: of, record }) => [
      change,
      of === id ? record.Last_Name : "other",
    ]);
    expect(told).toEqual([
      ["created", "A"],
      ["updated", "B"],
      ["created", "other"],
      ["deleted", undefined],
    ]);
    expect(new Set(items().map(({ itemKey }) => itemKey)).size).toBe(4);
  },

  "a record that is restored is told again": async (scene) => {
    const { sandbox } = scene;
    const inputs = { recordType, showDeletedRecords: true };
    const { instance, flow, items } = await deployable(sandbox, { trigger: "crmRecordChanges", inputs });
    await instance.deploy();
    await flow.schedule();
    const id = await writtenByOthers(scene, lead("A"));
    await sandbox.advance(MOMENT_SECONDS);
    for (const state of [{ $delete: true }, { $restore: true }, {}]) {
      await flow.schedule();
      await sandbox.advance(60);
      if (Object.keys(state).length > 0) await writtenByOthers(scene, { id, ...state });
      await sandbox.advance(60);
    }
    expect(items().map(({ change }) => change)).toEqual(["created", "deleted", "updated"]);
  },

  "a notification arrives, and one that is lost is made up for": async (scene) => {
    const { sandbox } = scene;
    const inputs = { events: ["Leads.all"], selectedFields: ["Last_Name"] };
    const { instance, flow, items } = await deployable(sandbox, { trigger: "crmNotifications", inputs });
    const server = await serveWebhooks(instance);
    try {
      await instance.deploy();
      const notifications = notificationsOf(sandbox.world.crm);
      await writtenByOthers(scene, lead("A"));
      notifications.flush();
      await notifications.deliveries.settled();
      notifications.deliveries.isHolding = true;
      await sandbox.advance(60);
      await writtenByOthers(scene, lead("B"));
      notifications.flush();
      notifications.deliveries.drop("all");
      await sandbox.advance(60);
      await flow.schedule();
      expect(items().map(({ change, record }) => `${change} ${record.Last_Name}`)).toEqual([
        "created A",
        "created B",
      ]);
    } finally {
      await server.close();
    }
  },

  "a change of a contact of Books is told as it happens, and one that is lost is made up for": async ({
    sandbox,
  }) => {
    const inputs = { recordType: "contacts", showDeletedRecords: true };
    const { instance, flow, items } = await deployable(sandbox, { trigger: "booksNotifications", inputs });
    const server = await serveWebhooks(instance);
    const { deliveries } = sandbox.world.books.first;
    const write = async (record: JsonObject) => {
      const { data } = await sandbox.control("POST", "books/contacts", { data: [record] });
      await deliveries.settled();
      return (data as JsonObject[])[0]?.id;
    };
    try {
      await instance.deploy();
      const contact_id = await write({ contact_name: "Story A" });
      await sandbox.advance(60);
      await write({ contact_id, $delete: true });
      deliveries.isHolding = true;
      await write({ contact_name: "Story B" });
      deliveries.drop("all");
      await sandbox.advance(60);
      await flow.schedule();
      expect(items().map(({ change, record }) => `${change} ${record.contact_name ?? ""}`)).toEqual([
        "created Story A",
        "deleted ",
        "created Story B",
      ]);
    } finally {
      deliveries.isHolding = false;
      await server.close();
    }
  },

  "pickers show what is there": async ({ sandbox, crm }) => {
    expect((await moduleChoices(crm, "viewable")).map(({ key }) => key)).toContain(recordType);
    expect((await fieldChoices(crm, recordType)).map(({ key }) => key)).toContain("Last_Name");
    const choices = await recordChoices(crm, recordType);
    const ids = (await sandbox.records(recordType)).map(({ id }) => id);
    expect(choices.length).toBeGreaterThan(0);
    expect(choices.filter(({ key }) => !ids.includes(key))).toEqual([]);
  },

  "a contact of Books is created, changed and removed": async ({ sandbox }) => {
    const books = await openBooks(sandbox);
    const type = { recordType: "contacts" };
    const { contact } = await createInBooks(books, { ...type, record: { contact_name: "Story" } });
    const key = { ...type, recordId: String((contact as JsonObject).contact_id) };
    await updateInBooks(books, { ...key, record: { contact_name: "Story 2" } });
    expect(await getFromBooks(books, key)).toMatchObject({ contact: { contact_name: "Story 2" } });
    await removeFromBooks(books, key);
    await expect(getFromBooks(books, key)).rejects.toMatchObject({ kind: "notFound" });
  },
};
