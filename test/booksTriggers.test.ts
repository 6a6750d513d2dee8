import type { FlowDefinition } from "../harness/platform";
import { recordTypes, tellsChanges } from "../src/zoho/books/recordTypes";
import type { Change } from "../src/zoho/changes/change";
import type { JsonObject } from "../src/zoho/core/json";
import { deployable } from "./soak/deployed";
import { startSandbox, type TestSandbox } from "./support/sandbox";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(async () => {
  await sandbox.reset();
  await sandbox.clearFaults();
  await sandbox.advance(7200);
});
afterAll(() => sandbox.close());

async function polled(definition: FlowDefinition) {
  const deployed = await deployable(sandbox, definition);
  await deployed.instance.deploy();
  await deployed.flow.schedule();
  return deployed;
}

const changes = (inputs: JsonObject = {}, more: Partial<FlowDefinition> = {}): FlowDefinition => ({
  trigger: "booksRecordChanges",
  inputs: { recordType: "contacts", organizationId: sandbox.world.books.all()[0]?.id, ...inputs },
  ...more,
});

async function other(type: string, init?: RequestInit): Promise<JsonObject[]> {
  const response = await fetch(`${sandbox.url}/__sandbox/books/${type}`, init);
  return ((await response.json()) as { data: JsonObject[] }).data;
}

/** Writes as another user and gives the ids. */
async function write(type: string, data: JsonObject[]): Promise<string[]> {
  const headers = { "content-type": "application/json" };
  const written = await other(type, { method: "POST", headers, body: JSON.stringify({ data }) });
  for (const { code, message } of written) if (code !== 0) throw new Error(String(message));
  return written.map(({ id }) => String(id));
}

const contacts = (count: number, name = "Contact") =>
  Array.from({ length: count }, (_, index) => ({ contact_name: `${name} ${index}` }));

const said = (items: Change[], field = "contact_name") =>
  items.map(({ change, record }) => `${change} ${String(record[field])}`);

describe("booksRecordChanges", () => {
  it("tells what is new and updated, each once", async () => {
    const { flow, items } = await polled(changes());
    expect(items()).toEqual([]);
    const [id] = await write("contacts", [{ contact_name: "Burns" }]);
    await flow.schedule();
    await write("contacts", [{ contact_id: id, contact_name: "Boyle" }]);
    await flow.schedule();
    expect(await flow.schedule()).toMatchObject({ status: "polledNoChanges", executions: 0 });
    await sandbox.advance(300);
    await write("contacts", [{ contact_id: id, contact_name: "Byrne" }]);
    await flow.schedule();
    await flow.schedule();
    expect(said(items())).toEqual(["created Burns", "updated Boyle", "updated Byrne"]);
    expect(items()[0]).toEqual({
      change: "created",
      changeType: "created",
      itemKey: expect.stringMatching(`^contacts/${id}/`),
      id,
      module: "contacts",
      modifiedTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d{4}$/),
      record: expect.objectContaining({ contact_id: id, contact_name: "Burns" }),
    });
  });

  it.each(["contacts", "items", "salesorders", "invoices", "bills", "vendorcredits", "chartofaccounts"])(
    "costs one request where nothing happens to %s",
    async (recordType) => {
      const { flow } = await polled(changes({ recordType }));
      for (let poll = 0; poll < 3; poll += 1) {
        await sandbox.clearLedger();
        expect(await flow.schedule()).toMatchObject({ status: "polledNoChanges" });
        expect(await sandbox.ledger()).toMatchObject({ requests: 1 });
      }
    },
  );

  it("begins with one request where lists are sorted by the time of change", async () => {
    const { instance, flow } = await deployable(sandbox, changes());
    await instance.deploy();
    await sandbox.clearLedger();
    await flow.schedule();
    expect(await sandbox.ledger()).toMatchObject({ requests: 1 });
  });

  it("asks Zoho for what was changed, where it filters by that, and tells it by the same law", async () => {
    const [customer] = await other("contacts");
    const { flow, items } = await polled(changes({ recordType: "invoices" }));
    const before = await other("invoices");
    const line_items = [{ name: "Work", rate: 10, quantity: 1 }];
    const [id] = await write("invoices", [{ customer_id: customer?.contact_id, line_items }]);
    const old = before.find(({ status }) => status === "draft");
    await write("invoices", [{ invoice_id: old?.invoice_id, notes: "Changed" }]);
    sandbox.world.journal.clear();
    await flow.schedule();
    expect(items().map((item) => [item.change, item.id])).toEqual(
      expect.arrayContaining([
        ["created", id],
        ["updated", old?.invoice_id],
      ]),
    );
    expect(items()).toHaveLength(2);
    const [request] = (await sandbox.requests()).filter(({ path }) => path === "/books/v3/invoices");
    expect(JSON.stringify(request)).toMatch(/last_modified_time/);
    expect(await flow.schedule()).toMatchObject({ status: "polledNoChanges" });
  });

  it("follows every record type that it offers, and refuses the others by their names", async () => {
    const offered = [...recordTypes().values()].filter(tellsChanges).map(({ key }) => key);
    expect(offered).toEqual(expect.arrayContaining(["contacts", "items", "invoices", "bills"]));
    for (const recordType of offered)
      await expect(polled(changes({ recordType }))).resolves.toMatchObject({ flow: expect.anything() });
    await expect(polled(changes({ recordType: "projects" }))).rejects.toThrow(
      /list of projects does not say when a record was changed.* Use one of contacts, .*invoices/,
    );
  });

  it.each([
    [{ showUpdatedRecords: false }, ["created A"]],
    [{ showNewRecords: false }, ["updated old"]],
  ])("tells no more than is asked for: %j", async (inputs, expected) => {
    const [old] = await other("contacts");
    const { flow, items } = await polled(changes(inputs));
    await write("contacts", [{ contact_name: "A" }, { contact_id: old?.contact_id, contact_name: "old" }]);
    await flow.schedule();
    expect(said(items())).toEqual(expected);
  });

  it("begins at the look-back date", async () => {
    const all = await other("contacts");
    const times = all.map((row) => String(row.last_modified_time)).sort();
    const since = String(times[Math.floor(times.length / 2)]).replace(/(\d\d)(\d\d)$/, "$1:$2");
    const at = (time: unknown) => Date.parse(String(time).replace(/(\d\d)(\d\d)$/, "$1:$2"));
    const known = all.filter((row) => at(row.last_modified_time) >= Date.parse(since));
    const { items } = await polled(changes({ lookBackDate: since }));
    expect([known.length > 2, known.length < all.length]).toEqual([true, true]);
    expect(new Set(items().map(({ id }) => id))).toEqual(new Set(known.map((row) => row.contact_id)));
    expect(items()).toHaveLength(known.length);
    for (const { change, record } of items())
      expect(change).toBe(at(record.created_time) >= Date.parse(since) ? "created" : "updated");
  });

  it("reads a backlog to its end, hands it on oldest first in batches, and forgets none that slipped past", async () => {
    const { flow, items } = await polled(changes({}, { batchSize: 100 }));
    await write("contacts", contacts(150, "Early"));
    await sandbox.advance(5);
    await write("contacts", contacts(500, "Late"));
    expect(await flow.schedule()).toMatchObject({ rounds: 2, executions: 7 });
    const names = items().map(({ record }) => String(record.contact_name));
    expect(new Set(names).size).toBe(650);
    expect(names.slice(0, 150).every((name) => name.startsWith("Early"))).toBe(true);
    expect(await flow.schedule()).toMatchObject({ status: "polledNoChanges" });
    expect(items()).toHaveLength(650);
  });

  it("leaves its memory as it was when any request fails, and then tells everything", async () => {
    const { flow, items } = await polled(changes());
    await write("contacts", contacts(450));
    const before = structuredClone(flow.state);
    await sandbox.fault({
      path: "^/books",
      skip: 1,
      times: 1,
      effect: { status: 400, body: { code: 9, message: "No" } },
    });
    await expect(flow.schedule()).rejects.toThrow("No");
    await sandbox.clearFaults();
    expect([flow.state, items()]).toEqual([before, []]);
    await flow.schedule();
    expect(new Set(items().map(({ id }) => id)).size).toBe(450);
    expect(items()).toHaveLength(450);
  });

  it("fails rather than passing over records whose time of change Zoho does not say", async () => {
    const { flow } = await polled(changes());
    const body = { code: 0, message: "success", contacts: [{ contact_id: "1", contact_name: "A" }] };
    await sandbox.fault({ path: "/contacts$", times: 1, effect: { status: 200, body } });
    await expect(flow.schedule()).rejects.toThrow("does not say which record was changed when");
    expect(await flow.schedule()).toMatchObject({ status: "polledNoChanges" });
  });

  it("begins anew where its memory is none, or of another record type", async () => {
    const { flow, items } = await polled(changes());
    for (const feed of ["nonsense", { recordType: "items" }, { recordType: "contacts", seen: {} }]) {
      flow.state.instanceState.zohoTrigger = { feed: { state: feed } };
      await write("contacts", contacts(1, `Before ${JSON.stringify(feed).length}`));
      expect(await flow.schedule()).toMatchObject({ status: "polledNoChanges" });
    }
    await write("contacts", [{ contact_name: "After" }]);
    await flow.schedule();
    expect(said(items())).toEqual(["created After"]);
  });

  it("shows the chosen fields, or ids alone", async () => {
    const some = await polled(changes({ selectedFields: ["contact_name"] }));
    const ids = await polled(changes({ returnIdsOnly: true }));
    const [id] = await write("contacts", [{ contact_name: "Burns" }]);
    const shown = async ({ flow, items }: typeof some) => {
      await flow.schedule();
      return items().map(({ record }) => record);
    };
    const times = { created_time: expect.any(String), last_modified_time: expect.any(String) };
    expect(await shown(some)).toEqual([{ contact_id: id, contact_name: "Burns", ...times }]);
    expect(await shown(ids)).toEqual([{ contact_id: id, ...times }]);
  });

  it("syncs all records at first, and the polls go on from there", async () => {
    const all = await other("contacts");
    const { instance, flow, items } = await deployable(
      sandbox,
      changes({}, { initialSync: { syncFrom: "" } }),
    );
    await instance.deploy();
    expect(new Set(items().map(({ id }) => id))).toEqual(new Set(all.map((row) => row.contact_id)));
    expect(new Set(items().map(({ change }) => change))).toEqual(new Set(["created"]));
    await write("contacts", [{ contact_id: all[0]?.contact_id, contact_name: "Later" }]);
    await flow.schedule();
    await flow.schedule();
    expect(said(items()).slice(all.length)).toEqual(["updated Later"]);
  });
});

describe("bookContactsPollingTrigger", () => {
  const trigger = "bookContactsPollingTrigger";

  it("emits { created, updated } as integrations know it", async () => {
    const [old] = await other("contacts");
    const { flow } = await polled({ trigger, inputs: {} });
    await write("contacts", [{ contact_name: "New" }, { contact_id: old?.contact_id, contact_name: "Old" }]);
    expect(await flow.schedule()).toMatchObject({ executions: 1 });
    expect(flow.executions[0]?.payload.body.data).toEqual({
      created: [expect.objectContaining({ contact_name: "New" })],
      updated: [expect.objectContaining({ contact_id: old?.contact_id, contact_name: "Old" })],
    });
    expect(await flow.schedule()).toMatchObject({ status: "polledNoChanges" });
  });

  it("begins where the existing component stood, or at the look-back date", async () => {
    const now = sandbox.world.clock.now();
    await write("contacts", [{ contact_name: "Since" }]);
    await sandbox.advance(3600);
    const begun = async (inputs: JsonObject, polling?: JsonObject) => {
      const deployed = await deployable(sandbox, { trigger, inputs });
      if (polling) deployed.flow.state.instanceState.__prismaticInternal = { polling };
      await deployed.flow.schedule();
      return (deployed.flow.executions[0]?.payload.body.data ?? {}) as { created?: JsonObject[] };
    };
    const since = { created: [expect.objectContaining({ contact_name: "Since" })], updated: [] };
    expect(await begun({}, { lastUpdated: new Date(now + 120_000).toISOString() })).toEqual(since);
    expect(await begun({ lookBackDate: new Date(now - 1000).toISOString() })).toEqual(since);
    expect(await begun({})).toEqual({});
  });

  it("emits one item a contact where the flow batches", async () => {
    const { flow, items } = await polled({ trigger, inputs: {}, batchSize: 1 });
    await write("contacts", contacts(3));
    expect(await flow.schedule()).toMatchObject({ executions: 3 });
    expect(items()[0]).toMatchObject({
      change: "created",
      module: "contacts",
      id: expect.stringMatching(/^\d+$/),
      modifiedTime: expect.any(String),
      record: { contact_name: expect.any(String) },
    });
  });
});
