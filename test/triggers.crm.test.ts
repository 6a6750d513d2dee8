import type { FlowDefinition } from "../harness/platform";
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
});
afterAll(() => sandbox.close());

const changes = (inputs: JsonObject = {}, more: Partial<FlowDefinition> = {}): FlowDefinition => ({
  trigger: "crmRecordChanges",
  inputs: { recordType: "Leads", ...inputs },
  ...more,
});

/** A flow that has been polled once, so that all that follows is new to it. */
async function polled(...[definition, options]: [FlowDefinition, Parameters<typeof deployable>[2]?]) {
  const deployed = await deployable(sandbox, definition, options);
  await deployed.instance.deploy();
  await deployed.flow.schedule();
  return deployed;
}

type Deployed = Awaited<ReturnType<typeof deployable>>;

const said = ({ items }: Deployed, field = "Last_Name") =>
  items().map(({ change, record }) => `${change} ${String(record[field] ?? "")}`.trim());

async function write(data: JsonObject[], module = "Leads"): Promise<string[]> {
  const written = (await sandbox.writeAsOther(module, data)).data as { details: { id: string } }[];
  return written.map(({ details }) => details.id);
}

const leads = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ Last_Name: `Lead ${index}` }));

const queries = async () =>
  (await sandbox.requests()).flatMap(({ path, body }) =>
    path === "/crm/v8/coql" ? [String((body as JsonObject).select_query)] : [],
  );

describe("crmRecordChanges", () => {
  it("tells what is new, updated, deleted and restored, each once", async () => {
    const deployed = await polled(changes({ showDeletedRecords: true }));
    const { flow, items } = deployed;
    expect(items()).toEqual([]);

    const [id] = await write([{ Last_Name: "Burns" }]);
    await flow.schedule();
    await write([{ id, Last_Name: "Boyle" }]);
    await flow.schedule();
    await write([{ id, $delete: true }]);
    await flow.schedule();
    await write([{ id, $restore: true }]);
    await flow.schedule();
    expect(said(deployed)).toEqual(["created Burns", "updated Boyle", "deleted", "updated Boyle"]);
    expect(items()[0]).toEqual({
      change: "created",
      changeType: "created",
      itemKey: expect.stringMatching(`^Leads/${id}/`),
      id,
      module: "Leads",
      modifiedTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+05:30$/),
      record: expect.objectContaining({ id, Last_Name: "Burns", Company: "ABC", Owner: expect.anything() }),
    });
    expect(items()[2]).toMatchObject({ id, record: { display_name: "Boyle", type: "recycle" } });
    expect(await flow.schedule()).toMatchObject({ status: "polledNoChanges", executions: 0 });
  });

  it("costs one request and one credit where nothing happens, the first time too", async () => {
    const { instance, flow } = await deployable(sandbox, changes());
    await instance.deploy();
    const cost = async () => {
      await sandbox.clearLedger();
      await flow.schedule();
      const { requests, credits } = await sandbox.ledger();
      return { requests, credits };
    };
    const little = { requests: 1, credits: 1 };
    expect([await cost(), await cost(), await cost()]).toEqual([little, little, little]);
    await write(leads(3));
    await flow.schedule();
    expect(await cost()).toEqual(little);
    await sandbox.advance(600);
    expect([await cost(), await cost()]).toEqual([little, little]);
  });

  it("costs one request more for deleted records", async () => {
    const { flow } = await polled(changes({ showDeletedRecords: true }));
    await sandbox.clearLedger();
    await flow.schedule();
    expect(await sandbox.ledger()).toMatchObject({ requests: 2, credits: 3 });
  });

  it.each([
    [{ showUpdatedRecords: false }, ["created A", "created B"]],
    [{ showNewRecords: false }, ["updated A2", "updated old"]],
    [{ showNewRecords: false, showUpdatedRecords: false, showDeletedRecords: true }, ["deleted"]],
  ])("tells no more than is asked for: %j", async (inputs, expected) => {
    const [old] = (await sandbox.records("Leads")).map(({ id }) => id);
    const deployed = await polled(changes({ selectedFields: ["Last_Name"], ...inputs }));
    const [a, b] = await write([{ Last_Name: "A" }, { Last_Name: "B" }]);
    await deployed.flow.schedule();
    await write([
      { id: a, Last_Name: "A2" },
      { id: old, Last_Name: "old" },
    ]);
    await write([{ id: b, $delete: true }]);
    await deployed.flow.schedule();
    expect(said(deployed).sort()).toEqual(expected);
  });

  it("tells a record that was made and changed between two polls as updated, where new ones are not asked for", async () => {
    const deployed = await polled(changes({ showNewRecords: false }));
    const [id] = await write([{ Last_Name: "A" }]);
    await sandbox.advance(5);
    await write([{ id, Last_Name: "B" }]);
    await deployed.flow.schedule();
    expect(said(deployed)).toEqual(["updated B"]);
  });

  it("tells each stage that a deal comes into, of the module without creation times, once", async () => {
    const deployed = await polled(changes({ recordType: "DealHistory", showUpdatedRecords: false }));
    const [deal] = await sandbox.records("Deals");
    for (const Stage of ["Needs Analysis", "Closed Won"]) {
      await write([{ id: String(deal?.id), Stage }], "Deals");
      await deployed.flow.schedule();
      await sandbox.advance(3);
    }
    await sandbox.clearLedger();
    await deployed.flow.schedule();
    expect(said(deployed, "Stage")).toEqual(["created Needs Analysis", "created Closed Won"]);
    expect(await sandbox.ledger()).toMatchObject({ requests: 1, credits: 1 });
  });

  it("begins at the look-back date", async () => {
    const since = "2024-10-01T00:00:00+00:00";
    const known = (await sandbox.records("Leads")).filter(
      ({ Modified_Time: time }) => Date.parse(String(time)) >= Date.parse(since),
    );
    const { items } = await polled(changes({ lookBackDate: since }));
    expect(known.length).toBeGreaterThan(5);
    expect(
      items()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(known.map(({ id }) => id).sort());
    for (const { change, record } of items()) {
      const isNew = Date.parse(String(record.Created_Time)) >= Date.parse(since);
      expect(change).toBe(isNew ? "created" : "updated");
    }
  });

  it("returns the fields that are chosen, those of lookups too, of records that meet the conditions", async () => {
    const [account] = await sandbox.records("Accounts");
    const deployed = await polled(
      changes({
        recordType: "Contacts",
        selectedFields: ["Last_Name", "Account_Name.Account_Name"],
        conditions: [{ field: "Last_Name", operator: "starts_with", value: "O'" }],
      }),
    );
    await write(
      [{ Last_Name: "O'Neil", Account_Name: { id: account?.id } }, { Last_Name: "Burns" }],
      "Contacts",
    );
    await deployed.flow.schedule();
    expect(deployed.items().map(({ record }) => record)).toEqual([
      {
        id: expect.any(String),
        Last_Name: "O'Neil",
        "Account_Name.Account_Name": account?.Account_Name,
        Created_Time: expect.any(String),
        Modified_Time: expect.any(String),
      },
    ]);
  });

  it("follows custom modules", async () => {
    const deployed = await polled(changes({ recordType: "Properties" }));
    await write([{ Name: "Villa", Listing_Price: 1 }], "Properties");
    await deployed.flow.schedule();
    expect(said(deployed, "Name")).toEqual(["created Villa"]);
    expect(deployed.items()[0]?.module).toBe("Properties");
  });

  it("reads larger pages as the backlog asks, and hands it on in batches, in order", async () => {
    const deployed = await polled(changes({ selectedFields: ["Last_Name"] }, { batchSize: 100 }));
    await write(leads(3500));
    sandbox.world.journal.clear();
    await deployed.flow.schedule();
    const limits = async () => (await queries()).map((query) => /limit (\d+)$/.exec(query)?.[1]);
    // What a poll asks for, a page as large as may be, how far the backlog reaches, and that page again.
    expect((await limits()).slice(0, 5)).toEqual(["200", "1000", "1", "1000", "1000"]);
    const ids = deployed.items().map(({ id }) => id);
    expect(new Set(ids).size).toBe(3500);
    expect(ids).toEqual([...ids].sort());
    expect(
      Math.max(...deployed.flow.executions.map(({ payload }) => (payload.body.data as unknown[]).length)),
    ).toBe(100);
  });

  it("emits a bounded part at a time where the flow does not batch, and goes on with it the next time", async () => {
    const deployed = await polled(changes({ selectedFields: ["Last_Name"] }));
    await write(leads(12_000));
    await deployed.flow.schedule();
    const first = deployed.items().length;
    expect([first >= 10_000, first < 12_000]).toEqual([true, true]);
    await deployed.flow.schedule();
    expect(new Set(deployed.items().map(({ id }) => id)).size).toBe(12_000);
    expect(deployed.items()).toHaveLength(12_000);
  });

  it("leaves its memory as it was when any request fails, and then emits everything", async () => {
    const deployed = await polled(changes({ showDeletedRecords: true }));
    const { flow } = deployed;
    const [a] = await write(leads(300));
    await flow.schedule();
    const [b] = await write([{ Last_Name: "New" }, { id: a, Last_Name: "Changed" }]);
    await write([{ id: b, $delete: true }]);
    const before = structuredClone(flow.state);
    const count = deployed.items().length;
    let failures = 0;
    for (let request = 0; ; request += 1) {
      await sandbox.fault({
        path: "^/crm",
        skip: request,
        times: 1,
        effect: { status: 400, body: { code: "NO", status: "error" } },
      });
      const failed = await flow.schedule().then(
        () => false,
        () => true,
      );
      await sandbox.clearFaults();
      if (!failed) break;
      failures += 1;
      expect(flow.state).toEqual(before);
      expect(deployed.items()).toHaveLength(count);
    }
    expect(failures).toBe(2);
    expect(said(deployed).slice(count)).toEqual(["updated Changed", "deleted"]);
  });

  it("shows the ids and times alone where no more is asked for, with a key for each version", async () => {
    const deployed = await polled(changes({ returnIdsOnly: true }));
    const [id] = await write([{ Last_Name: "Burns" }]);
    await deployed.flow.schedule();
    await write([{ id, Last_Name: "Boyle" }]);
    await deployed.flow.schedule();
    const times = { Created_Time: expect.any(String), Modified_Time: expect.any(String) };
    expect(deployed.items().map(({ record }) => record)).toEqual([
      { id, ...times },
      { id, ...times },
    ]);
    expect(new Set(deployed.items().map(({ itemKey }) => itemKey)).size).toBe(2);
  });

  it("begins anew where its memory is of another module, or is none", async () => {
    const { flow, items } = await polled(changes());
    for (const feed of [
      "nonsense",
      { module: "Contacts" },
      { module: "Leads", records: { seen: { since: "x" } } },
    ]) {
      flow.state.instanceState.zohoTrigger = { feed: { state: feed } };
      await write([{ Last_Name: "Before" }]);
      expect(await flow.schedule()).toMatchObject({ status: "polledNoChanges" });
    }
    await write([{ Last_Name: "After" }]);
    await flow.schedule();
    expect(items().map(({ record }) => record.Last_Name)).toEqual(["After"]);
  });

  it("reads without a field that no query may select", async () => {
    const deployed = await polled(changes());
    const body = {
      code: "INVALID_QUERY",
      message: "unsupported column",
      details: { column_name: "Tier" },
      status: "error",
    };
    await sandbox.fault({ path: "/coql$", skip: 1, effect: { status: 400, body } });
    await write([{ Last_Name: "Burns" }]);
    await deployed.flow.schedule();
    await write([{ Last_Name: "Boyle" }]);
    await deployed.flow.schedule();
    for (const { record } of deployed.items()) {
      expect(record).toMatchObject({ Last_Name: expect.any(String), Company: "ABC" });
      expect(record).not.toHaveProperty("Tier");
    }
    expect(deployed.items()).toHaveLength(2);
  });
});

describe("the initial sync", () => {
  const sync = (inputs: JsonObject, syncFrom = "", more: Partial<FlowDefinition> = {}) =>
    changes({ selectedFields: ["Last_Name"], ...inputs }, { initialSync: { syncFrom }, ...more });

  it("emits all records as created, and the polls go on from there", async () => {
    const all = await sandbox.records("Leads");
    const deployed = await deployable(sandbox, sync({}));
    await deployed.instance.deploy();
    expect(
      deployed
        .items()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(all.map(({ id }) => id).sort());
    expect(new Set(deployed.items().map(({ change }) => change))).toEqual(new Set(["created"]));
    await write([{ Last_Name: "Later" }]);
    await deployed.flow.schedule();
    expect(said(deployed).slice(all.length)).toEqual(["created Later"]);
  });

  it("emits what has changed since a date", async () => {
    const since = "2024-10-01T00:00:00Z";
    const known = (await sandbox.records("Leads")).filter(
      ({ Modified_Time: time }) => Date.parse(String(time)) >= Date.parse(since),
    );
    const deployed = await deployable(sandbox, sync({}, since));
    await deployed.instance.deploy();
    expect(deployed.items()).toHaveLength(known.length);
  });

  it("emits the records whichever changes are asked for later", async () => {
    const all = await sandbox.records("Leads");
    const asked = { showNewRecords: false, showUpdatedRecords: false, showDeletedRecords: true };
    const deployed = await deployable(sandbox, sync(asked));
    await deployed.instance.deploy();
    expect(deployed.items()).toHaveLength(all.length);
    await write([{ Last_Name: "Later" }]);
    await deployed.flow.schedule();
    expect(deployed.items()).toHaveLength(all.length);
  });

  it.each([1, 600])(
    "leaves the polls their memory that began while it lasted, behind %i records",
    async (most) => {
      await sandbox.reset({ seed: 1, records: { Leads: 600 } });
      const meanwhile = { isDue: true };
      const deployed = await deployable(sandbox, sync({}), {
        saves: "eachRound",
        onStep: async ({ at }) => {
          if (at !== "saved" || !meanwhile.isDue || deployed.items().length < most) return;
          meanwhile.isDue = false;
          await deployed.flow.schedule();
          await write([{ Last_Name: "Meanwhile" }]);
          await deployed.flow.schedule();
        },
      });
      await deployed.instance.deploy();
      expect(said(deployed)).toContain("created Meanwhile");
      const before = deployed.items().length;
      expect(await deployed.flow.schedule()).toMatchObject({ status: "polledNoChanges" });
      expect(deployed.items()).toHaveLength(before);
    },
  );

  it("misses no record that changes or goes while it lasts", async () => {
    await sandbox.reset({ seed: 1, records: { Leads: 2500 } });
    const [first, second] = (await sandbox.records("Leads")).map(({ id }) => String(id));
    const onStep = async ({ at, round }: { at: string; round: number }) => {
      if (at !== "performed" || round !== 1) return;
      await write([{ id: first, Last_Name: "Changed" }]);
      await write([{ id: second, $delete: true }]);
    };
    const deployed = await deployable(sandbox, sync({ showDeletedRecords: true }), { onStep });
    await deployed.instance.deploy();
    await deployed.flow.schedule();
    const of = (id?: string) =>
      deployed
        .items()
        .filter((item) => item.id === id)
        .map(({ change }) => change);
    expect(of(second).at(-1)).toBe("deleted");
    expect(deployed.items().findLast(({ id }) => id === first)?.record.Last_Name).toBe("Changed");
    expect(new Set(deployed.items().map(({ id }) => id)).size).toBe(2500);
  });

  it("is not done again by the next version, unless something else is asked for", async () => {
    const all = await sandbox.records("Leads");
    const deployed = await deployable(sandbox, sync({}));
    await deployed.instance.deploy();
    await deployed.instance.deploy();
    expect(deployed.items()).toHaveLength(all.length);
    Object.assign(deployed.instance.options.flows.Changes?.initialSync ?? {}, {
      syncFrom: "2024-01-01T00:00:00Z",
    });
    await deployed.instance.deploy();
    expect(deployed.items()).toHaveLength(2 * all.length);
  });

  it("goes on from the page that was saved last when it is cut short", async () => {
    await sandbox.reset({ seed: 1, records: { Leads: 4000 } });
    const died = { at: 3 };
    const onStep = ({ at, round }: { at: string; round: number }) => {
      if (at === "performed" && round === died.at) throw new Error("died");
    };
    const deployed = await deployable(sandbox, sync({}), { saves: "eachRound", onStep });
    await expect(deployed.instance.deploy()).rejects.toThrow("died");
    // The second page begins with the second in which the first one ended.
    expect(deployed.items()).toHaveLength(1999);
    died.at = 0;
    await deployed.instance.deploy();
    // The page that was on its way when the run died comes again.
    expect(deployed.items()).toHaveLength(4000 + 999);
    expect(new Set(deployed.items().map(({ id }) => id)).size).toBe(4000);
  });
});

describe.each([
  ["leadsPollingTrigger", "Leads"],
  ["contactsPollingTrigger", "Contacts"],
])("%s", (trigger, module) => {
  it("emits { created, updated } as integrations know it", async () => {
    const deployed = await polled({ trigger, inputs: { fields: ["Owner.email"] } });
    const [old] = (await sandbox.records(module)).map(({ id }) => id);
    await write([{ Last_Name: "New" }, { id: old, Last_Name: "Old" }], module);
    expect(await deployed.flow.schedule()).toMatchObject({ executions: 1 });
    expect(deployed.flow.executions[0]?.payload.body.data).toEqual({
      created: [
        expect.objectContaining({ Last_Name: "New", "Owner.email": expect.any(String), Email: null }),
      ],
      updated: [expect.objectContaining({ id: old, Last_Name: "Old" })],
    });
    expect(await deployed.flow.schedule()).toMatchObject({ status: "polledNoChanges" });
  });

  it("shows what is asked for: ids alone, chosen fields, deleted ones", async () => {
    const deployed = await polled({
      trigger,
      inputs: { showNewRecords: false, showDeletedRecords: true, returnIdsOnly: true },
    });
    const [old, gone] = (await sandbox.records(module)).map(({ id }) => id);
    await write([{ Last_Name: "New" }], module);
    await write([{ id: old, Last_Name: "Old" }], module);
    await write([{ id: gone, $delete: true }], module);
    await deployed.flow.schedule();
    const times = { Created_Time: expect.any(String), Modified_Time: expect.any(String) };
    expect(deployed.flow.executions[0]?.payload.body.data).toEqual({
      created: [],
      updated: [{ id: old, ...times }],
      deleted: [{ id: gone, deleted_time: expect.any(String) }],
    });
    const named = await polled({ trigger, inputs: { selectedFields: ["Last_Name"] } });
    const [id] = await write([{ Last_Name: "Named" }], module);
    await named.flow.schedule();
    expect(named.flow.executions[0]?.payload.body.data).toEqual({
      created: [{ id, Last_Name: "Named", ...times }],
      updated: [],
    });
  });

  it("begins some hours back where the existing component stood ahead of Zoho's clock", async () => {
    const deployed = await deployable(sandbox, { trigger, inputs: {} });
    const lastUpdated = new Date(sandbox.world.clock.now() + 3_600_000).toISOString();
    await write([{ Last_Name: "Missed" }], module);
    deployed.flow.state.instanceState.__prismaticInternal = { polling: { lastUpdated } };
    await deployed.flow.schedule();
    expect(deployed.flow.executions.at(-1)?.payload.body.data).toMatchObject({
      created: expect.arrayContaining([expect.objectContaining({ Last_Name: "Missed" })]),
    });
  });

  it("begins where the existing component stood, less some minutes", async () => {
    const deployed = await deployable(sandbox, { trigger, inputs: {} });
    const lastUpdated = new Date(sandbox.world.clock.now() + 60_000).toISOString();
    await write([{ Last_Name: "Missed" }], module);
    await sandbox.advance(3600);
    await deployed.reconnect();
    deployed.flow.state.instanceState.__prismaticInternal = { polling: { lastUpdated } };
    await deployed.flow.schedule();
    await deployed.flow.schedule();
    expect(deployed.flow.executions.map(({ payload }) => payload.body.data)).toEqual([
      { created: [expect.objectContaining({ Last_Name: "Missed" })], updated: [] },
    ]);
  });

  it("begins at the look-back date", async () => {
    const [id] = await write([{ Last_Name: "Before" }], module);
    await sandbox.advance(3600);
    const lookBackDate = new Date(sandbox.world.clock.now() - 3_700_000).toISOString();
    const { flow } = await polled({ trigger, inputs: { lookBackDate } });
    expect(flow.executions[0]?.payload.body.data).toMatchObject({ created: [{ id }], updated: [] });
  });

  it("emits one item a record where the flow batches", async () => {
    const deployed = await polled({ trigger, inputs: {}, batchSize: 1 });
    await write(leads(450), module);
    expect(await deployed.flow.schedule()).toMatchObject({ rounds: 2, executions: 450 });
    expect(deployed.items()[0]).toMatchObject({
      change: "created",
      module,
      id: expect.any(String),
      modifiedTime: expect.any(String),
      record: { Last_Name: "Lead 0" },
    });
  });
});
