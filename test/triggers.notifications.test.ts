import { type FlowDefinition, Instance } from "../harness/platform";
import { serveWebhooks } from "../harness/webhookServer";
import { notificationsOf } from "../sandbox/crm/notifications/notifications";
import type { JsonObject } from "../src/zoho/core/json";
import { notificationStateFrom } from "../src/zoho/crm/notifications/feed";
import { deployable } from "./soak/deployed";
import { startSandbox, type TestSandbox } from "./support/sandbox";
import { triggerRunner } from "./support/triggers";

const DAY = 24 * 3600;

let sandbox: TestSandbox;
let servers: { close: () => Promise<void> }[] = [];
beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(async () => {
  await sandbox.reset();
  await sandbox.clearFaults();
});
afterEach(async () => {
  for (const server of servers) await server.close();
  servers = [];
});
afterAll(() => sandbox.close());

const watching = (inputs: JsonObject = {}): FlowDefinition => ({
  trigger: "crmNotifications",
  inputs: { events: ["Leads.all"], selectedFields: ["Last_Name"], ...inputs },
});

/** A flow whose webhook can be called, not deployed yet. */
async function served(inputs: JsonObject = {}, more: Partial<FlowDefinition> = {}) {
  const deployed = await deployable(sandbox, { ...watching(inputs), ...more });
  servers.push(await serveWebhooks(deployed.instance));
  return deployed;
}

async function listening(inputs: JsonObject = {}, more: Partial<FlowDefinition> = {}) {
  const deployed = await served(inputs, more);
  await deployed.instance.deploy();
  return deployed;
}

type Deployed = Awaited<ReturnType<typeof served>>;

const channels = () => notificationsOf(sandbox.world.crm).channels.alive();
const deliveries = () => notificationsOf(sandbox.world.crm).deliveries;
const said = ({ items }: Deployed) =>
  items().map(({ change, record }) => `${change} ${String(record.Last_Name ?? "")}`.trim());
const warnings = ({ runner }: Deployed) =>
  runner.logs.flatMap(({ level, message }) => (level === "warn" ? [message] : []));

async function settle(): Promise<void> {
  notificationsOf(sandbox.world.crm).flush();
  await deliveries().settled();
}

/** Writes as somebody else would, and waits until all calls were answered. */
async function write(data: JsonObject[], module = "Leads"): Promise<string[]> {
  const written = (await sandbox.writeAsOther(module, data)).data as { details: { id: string } }[];
  await settle();
  return written.map(({ details }) => details.id);
}

/** Lets days go by, over which the platform keeps the connection alive. */
async function pass({ reconnect }: Deployed, days: number): Promise<void> {
  await sandbox.advance(days * DAY);
  await reconnect();
}

describe("a call", () => {
  it("brings records: new, updated, deleted and restored ones", async () => {
    const deployed = await listening();
    const [id] = await write([{ Last_Name: "Burns" }]);
    await write([{ id, Last_Name: "Boyle" }]);
    await write([{ id, $delete: true }]);
    await write([{ id, $restore: true }]);
    await write([{ id, $delete: true }]);
    expect(said(deployed)).toEqual(["created Burns", "updated Boyle", "deleted", "updated Boyle", "deleted"]);
    expect(deployed.items()[0]).toMatchObject({ id, module: "Leads", record: { id, Last_Name: "Burns" } });
    expect(deliveries().sent.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  });

  it("brings many records by few queries", async () => {
    const deployed = await listening();
    await sandbox.clearLedger();
    await write(Array.from({ length: 100 }, (_, index) => ({ Last_Name: `Lead ${index}` })));
    expect(deployed.items()).toHaveLength(100);
    expect(await sandbox.ledger()).toMatchObject({ requests: 2, routes: { "POST /crm/v8/coql": 2 } });
  });

  it("that comes twice brings nothing the second time", async () => {
    const deployed = await listening();
    deliveries().isHolding = true;
    const [id] = await write([{ Last_Name: "Burns" }]);
    await write([{ id, $delete: true }]);
    await deliveries().release([1, 1, 2, 2]);
    expect(said(deployed)).toEqual(["deleted"]);
  });

  it("is no business of the flow when it tells what was not asked for", async () => {
    const deployed = await listening({
      events: ["Leads.create", "Deals.edit"],
      selectedFields: ["Leads.Last_Name", "Deals.Amount"],
    });
    const [id] = await write([{ Last_Name: "Burns" }]);
    await write([{ id, Last_Name: "Boyle" }]);
    const [deal] = await sandbox.records("Deals");
    await write([{ id: deal?.id, Amount: 5 }], "Deals");
    expect(deployed.items().map(({ change, module }) => `${change} ${module}`)).toEqual([
      "created Leads",
      "updated Deals",
    ]);
  });

  it("about an update brings one, even of a record that was made within the same second", async () => {
    const deployed = await listening({ events: ["Leads.edit"] });
    const [id] = await write([{ Last_Name: "Burns" }]);
    await write([{ id, Last_Name: "Boyle" }]);
    expect(said(deployed)).toEqual(["updated Boyle"]);
  });

  it("names the fields that changed, and comes only for those that matter", async () => {
    const condition = ["Phone", "Leads.City", "Fax"];
    const deployed = await listening({ returnAffectedFieldValues: true, notificationCondition: condition });
    expect(channels()[0]?.conditions).toEqual([
      {
        type: "field_selection",
        module: { api_name: "Leads" },
        field_selection: {
          group_operator: "or",
          group: [
            { field: { api_name: "Phone" } },
            {
              group_operator: "or",
              group: [{ field: { api_name: "City" } }, { field: { api_name: "Fax" } }],
            },
          ],
        },
      },
    ]);
    const [lead] = await sandbox.records("Leads");
    const id = lead?.id;
    await write([{ id, Last_Name: "Other" }]);
    await write([{ id, City: "Pune", Last_Name: "Boyle" }]);
    expect(deployed.items()).toEqual([
      expect.objectContaining({
        change: "updated",
        affectedFields: expect.arrayContaining(["Last_Name", "City"]),
        affectedValues: expect.objectContaining({ City: "Pune" }),
      }),
    ]);
    // Updates that Zoho was asked not to tell are not found by the schedule either; new records are.
    deliveries().isHolding = true;
    await write([{ Last_Name: "New" }, { id, Last_Name: "Third" }]);
    deliveries().drop("all");
    await deployed.flow.schedule();
    expect(said(deployed)).toEqual(["updated Boyle", "created New"]);
  });

  it.each(["Leads.edit", "Leads.all"])(
    "about a field that matters is taken however late: %s",
    async (event) => {
      const deployed = await listening({ events: [event], notificationCondition: ["City"] });
      const [lead] = await sandbox.records("Leads");
      deliveries().isHolding = true;
      await write([{ id: lead?.id, City: "Pune" }]);
      await pass(deployed, 1);
      await deployed.flow.schedule();
      await deliveries().release([1, 1]);
      expect(deployed.items()).toHaveLength(1);
    },
  );

  it("about a related action brings the record as it is, once", async () => {
    const deployed = await listening({ notifyOnRelatedAction: true });
    expect(channels()[0]?.notifiesOnRelatedAction).toBe(true);
    deliveries().isHolding = true;
    const [lead] = await sandbox.records("Leads");
    sandbox.world.crm.announce({
      module: "Leads",
      operation: "update",
      ids: [String(lead?.id)],
      affectedFields: {},
      by: sandbox.world.crm.currentUser,
    });
    await settle();
    await deliveries().release([1, 1]);
    expect(deployed.items()).toEqual([expect.objectContaining({ change: "updated", id: lead?.id })]);
  });

  it("about users brings their ids, for there are no records of them", async () => {
    const deployed = await listening({ events: ["users.all"] });
    sandbox.world.crm.announce({
      module: "users",
      operation: "update",
      ids: ["5725767000000411001"],
      affectedFields: {},
      by: sandbox.world.crm.currentUser,
    });
    await settle();
    expect(deployed.items()).toEqual([
      {
        change: "updated",
        changeType: "updated",
        itemKey: expect.stringMatching(/^users\/5725767000000411001\//),
        id: "5725767000000411001",
        module: "users",
        modifiedTime: expect.any(String),
        record: { id: "5725767000000411001" },
      },
    ]);
  });
});

describe("a call that is not Zoho's", () => {
  const good = async (deployed: Deployed): Promise<JsonObject> => {
    deliveries().isHolding = true;
    await write([{ Last_Name: "Burns" }]);
    const [delivery] = deliveries().held;
    expect(deployed.items()).toEqual([]);
    return delivery?.body as JsonObject;
  };
  const post = (deployed: Deployed, body: string) =>
    fetch(deployed.flow.webhookUrl, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });

  it.each<[string, number, (body: JsonObject) => string]>([
    ["its token is wrong", 403, (body) => JSON.stringify({ ...body, token: "x".repeat(32) })],
    ["its token is wrong", 403, ({ token: _, ...body }) => JSON.stringify(body)],
    ["it names another channel", 403, (body) => JSON.stringify({ ...body, channel_id: "1" })],
    ["its module was not asked for", 400, (body) => JSON.stringify({ ...body, module: "Deals" })],
    ["its operation is unknown", 400, (body) => JSON.stringify({ ...body, operation: "edit" })],
    ["it names no records", 400, (body) => JSON.stringify({ ...body, ids: [] })],
    ["it names no records", 400, (body) => JSON.stringify({ ...body, ids: ["1 or id is not null"] })],
    [
      "it names no records",
      400,
      (body) => JSON.stringify({ ...body, ids: Array.from({ length: 2000 }, (_, id) => `${id}`) }),
    ],
    ["it has no time", 400, (body) => JSON.stringify({ ...body, server_time: "soon" })],
    ["it is no JSON object", 400, () => "[]"],
    ["it is no JSON object", 400, () => "{"],
    ["it is no JSON object", 400, () => ""],
    ["it is larger than 1 MB", 413, (body) => JSON.stringify({ ...body, more: "x".repeat(1_100_000) })],
  ])("is refused, for %s (%i), and changes nothing", async (reason, status, forge) => {
    const deployed = await listening();
    const body = await good(deployed);
    const before = structuredClone(deployed.flow.state);
    await sandbox.clearLedger();
    const response = await post(deployed, forge(body));
    expect(response.status).toBe(status);
    expect(warnings(deployed)).toEqual([`A call was refused: ${reason}.`]);
    expect(deployed.flow.state).toEqual(before);
    expect(deployed.flow.executions).toEqual([]);
    expect((await sandbox.ledger()).requests).toBe(0);
  });

  it.each(["given", "known to Zoho"])(
    "is told from Zoho's by the token that is %s, where another flow has wiped what was kept",
    async (where) => {
      const deployed = await listening(where === "given" ? { token: "mine" } : {});
      const body = await good(deployed);
      deployed.flow.state.crossFlowState = { "another flow": "wrote" };
      await sandbox.clearLedger();
      expect((await post(deployed, JSON.stringify({ ...body, channel_id: "1" }))).status).toBe(403);
      expect((await sandbox.ledger()).requests).toBe(0);
      expect((await post(deployed, JSON.stringify({ ...body, token: "wrong" }))).status).toBe(403);
      expect((await sandbox.ledger()).requests).toBe(where === "given" ? 0 : 1);
      expect((await post(deployed, JSON.stringify(body))).status).toBe(200);
      expect(said(deployed)).toEqual(["created Burns"]);
    },
  );

  it("leaves its flow nothing to see, whatever runs it", async () => {
    const deployed = await listening();
    for (const type of ["Integration Flow Test", "Webhook Snapshot", "AI Agent", "Deploy Flow"] as const) {
      const run = await deployed.flow.invoke(type, { body: { hello: "world" } });
      expect(run).toMatchObject({ status: "polledNoChanges", executions: 0, response: { statusCode: 403 } });
    }
    expect(warnings(deployed)).toHaveLength(4);
  });
});

describe("the schedule", () => {
  it("emits once what was lost, and what is late comes no second time", async () => {
    const deployed = await listening();
    deliveries().isHolding = true;
    const [a, b] = await write([{ Last_Name: "A" }, { Last_Name: "B" }]);
    await write([{ id: a, Last_Name: "A2" }]);
    await write([{ id: b, $delete: true }]);
    await deployed.flow.schedule();
    expect(said(deployed)).toEqual(["created A2", "deleted"]);
    await deliveries().release("all");
    await deployed.flow.schedule();
    expect(said(deployed)).toEqual(["created A2", "deleted"]);
  });

  it("reads a long gap by pages", async () => {
    const deployed = await listening({}, { batchSize: 100 });
    deliveries().isHolding = true;
    await write(Array.from({ length: 1500 }, (_, index) => ({ Last_Name: `Lead ${index}` })));
    const { rounds } = await deployed.flow.schedule();
    expect(rounds).toBeGreaterThan(1);
    expect(new Set(deployed.items().map(({ id }) => id)).size).toBe(1500);
    await deliveries().release("all");
    expect(deployed.items()).toHaveLength(1500);
  });

  it("goes on at the module where it stopped", async () => {
    const deployed = await listening(
      {
        events: ["Leads.create", "Deals.create"],
        selectedFields: ["Leads.Last_Name", "Deals.Deal_Name"],
      },
      { batchSize: 100 },
    );
    await deployed.flow.schedule();
    deliveries().isHolding = true;
    await write(Array.from({ length: 250 }, (_, index) => ({ Last_Name: `Lead ${index}` })));
    sandbox.world.journal.clear();
    expect(await deployed.flow.schedule()).toMatchObject({ rounds: 2 });
    const queries = (await sandbox.requests()).filter(({ path }) => path === "/crm/v8/coql");
    const modules = queries.map(
      ({ body }) => / from (\w+) /.exec(String((body as JsonObject).select_query))?.[1],
    );
    // More than a poll asks for costs one request more, for a larger page.
    expect(modules).toEqual(["Leads", "Leads", "Deals"]);
  });

  it("costs one look at the channel and one request a module where nothing happens", async () => {
    const { flow } = await listening({ events: ["Leads.create", "Deals.edit"], selectedFields: [] });
    await flow.schedule();
    await sandbox.clearLedger();
    expect(await flow.schedule()).toMatchObject({ status: "polledNoChanges", executions: 0 });
    expect(await sandbox.ledger()).toMatchObject({ requests: 3, credits: 3 });
  });

  it("makes the channel again where Zoho lost it, and closes the gap", async () => {
    const deployed = await listening();
    await pass(deployed, 8);
    expect(channels()).toEqual([]);
    await write([{ Last_Name: "Unheard" }]);
    await deployed.flow.schedule();
    await write([{ Last_Name: "Heard" }]);
    expect(said(deployed)).toEqual(["created Unheard", "created Heard"]);
  });

  it("keeps a channel valid through every minute of thirty days, run daily", async () => {
    const deployed = await listening();
    const { flow } = deployed;
    let expiresAt = 0;
    for (let day = 0; day < 30; day += 1) {
      const now = sandbox.world.clock.now();
      const [channel] = channels();
      expiresAt = channel?.expiresAt ?? 0;
      // Nothing touches the channel until the next run: it is valid until then, or it was not valid all day.
      expect(expiresAt - now).toBeGreaterThan((DAY + 60) * 1000);
      await pass(deployed, 1);
      await flow.schedule();
    }
    await sandbox.clearLedger();
    for (let day = 0; day < 7; day += 1) {
      await pass(deployed, 1);
      await flow.schedule();
    }
    const { routes } = await sandbox.ledger();
    expect(routes["PUT /crm/v8/actions/watch"]).toBe(2);
    expect(routes["POST /crm/v8/actions/watch"]).toBeUndefined();
  });
});

describe("the channel", () => {
  it("is the same whenever the flow is deployed, with the token that it was given first", async () => {
    const { instance, flow } = await listening();
    const [first] = channels();
    expect(first).toMatchObject({
      notifyUrl: flow.webhookUrl,
      events: ["Leads.all"],
      token: expect.stringMatching(/^[\w-]{32}$/),
    });
    await instance.deploy();
    await flow.listen();
    expect(channels()).toEqual([expect.objectContaining({ id: first?.id, token: first?.token })]);
    await flow.stopListening();
    expect(channels()).toEqual([]);
    await instance.deploy();
    expect(channels()).toHaveLength(1);
  });

  it("is one's own in each flow and instance", async () => {
    const inputs = { ...watching().inputs, connection: await sandbox.connection() };
    const flows = { One: { ...watching(), inputs }, Two: { ...watching(), inputs } };
    const instance = new Instance({ runner: triggerRunner(), flows });
    await instance.deploy();
    expect(new Set(channels().map(({ id }) => id)).size).toBe(2);
    expect(new Set(channels().map(({ token }) => token)).size).toBe(2);
    await instance.flow("One").stopListening();
    expect(channels()).toHaveLength(1);
  });

  it("is renewed by a call that comes past half of its life, where there is no schedule", async () => {
    const deployed = await listening();
    await pass(deployed, 3);
    await write([{ Last_Name: "Early" }]);
    const [before] = channels();
    await pass(deployed, 1);
    await write([{ Last_Name: "Late" }]);
    const [after] = channels();
    expect((after?.expiresAt ?? 0) - (before?.expiresAt ?? 0)).toBeGreaterThan(3 * DAY * 1000);
    expect(deployed.items()).toHaveLength(2);
  });

  it("and its calls are all that is needed, of which little is remembered", async () => {
    const deployed = await listening();
    for (let part = 0; part < 4; part += 1) {
      await write([{ Last_Name: `Lead ${part}` }]);
      await pass(deployed, 3.4);
    }
    await write([{ Last_Name: "Last" }]);
    expect(deployed.items()).toHaveLength(5);
    const { notifications } = deployed.flow.state.instanceState.zohoTrigger as JsonObject;
    const { state } = notifications as JsonObject;
    const { records } = notificationStateFrom(state).feeds.Leads ?? {};
    expect(JSON.stringify(records?.window).length).toBeLessThan(500);
  });

  it("that cannot be renewed now does not keep a call from its flow", async () => {
    const deployed = await listening();
    await pass(deployed, 4);
    await sandbox.fault({
      path: "/actions/watch$",
      times: 9,
      effect: { status: 400, body: { code: "NO", status: "error" } },
    });
    await write([{ Last_Name: "Burns" }]);
    expect(said(deployed)).toEqual(["created Burns"]);
    expect(warnings(deployed)).toEqual([expect.stringContaining("could not be renewed now")]);
  });

  it("lives a week even where more was asked for, whatever our clock says", async () => {
    const now = sandbox.world.clock.now();
    const later = new Date(now + 30 * DAY * 1000).toISOString();
    await listening({ channelExpiry: later });
    const life = ((channels()[0]?.expiresAt ?? 0) - now) / 1000;
    expect([life > 6.9 * DAY, life <= 7 * DAY]).toEqual([true, true]);
  });

  it("first ends when it is told to", async () => {
    const now = sandbox.world.clock.now();
    const deployed = await listening({
      channelExpiry: new Date(now + 2 * DAY * 1000).toISOString(),
      channelId: "77",
      token: "mine",
    });
    expect(channels()).toEqual([expect.objectContaining({ id: "77", token: "mine" })]);
    const daysLeft = () =>
      Math.round(((channels()[0]?.expiresAt ?? 0) - sandbox.world.clock.now()) / 1000 / DAY);
    expect(daysLeft()).toBe(2);
    await pass(deployed, 1);
    await deployed.flow.schedule();
    expect(daysLeft()).toBe(7);
  });

  it("takes the place of the one before it where its id is changed", async () => {
    const deployed = await listening();
    const inputs = { ...watching({ channelId: "77" }).inputs, connection: await sandbox.connection() };
    const { runner, flow } = deployed;
    await runner.lifecycle("crmNotifications", "webhookCreate", inputs, {
      state: flow.state,
      flow: {
        name: "Changes",
        stableId: flow.stableId,
        webhookUrls: { Changes: flow.webhookUrl },
        batch: { enabled: false },
      },
    });
    expect(channels().map(({ id }) => id)).toEqual(["77"]);
  });

  it("is made where it ended between a look at it and its renewal", async () => {
    const { instance } = await listening();
    const gone = { watch: [{ status: "error", code: "NOT_SUBSCRIBED", details: {}, message: "" }] };
    await sandbox.fault({ method: "PUT", path: "/actions/watch$", effect: { status: 400, body: gone } });
    await sandbox.clearLedger();
    await instance.deploy();
    expect((await sandbox.ledger()).routes["POST /crm/v8/actions/watch"]).toBe(1);
  });

  it("fails the deployment where Zoho refuses it", async () => {
    const { instance } = await served({ events: ["Nothing.all"] });
    await expect(instance.deploy()).rejects.toThrow();
    expect(channels()).toEqual([]);
  });

  it("goes with the instance, and never keeps it from going", async () => {
    const deployed = await listening();
    await deployed.instance.delete();
    expect(channels()).toEqual([]);
    await deployed.instance.delete();
    await deployed.instance.deploy();
    await sandbox.fault({ times: 9, effect: { status: 400, body: { code: "NO", status: "error" } } });
    await deployed.instance.delete();
    expect(warnings(deployed)).toEqual([expect.stringContaining("left to end by itself")]);
    expect(deployed.flow.state.crossFlowState).toEqual({});
  });
});

it("loses nothing where executions overlap and overwrite what each other saved", async () => {
  const deployed = await listening();
  deliveries().isHolding = true;
  for (let call = 0; call < 6; call += 1) await write([{ Last_Name: `Lead ${call}` }]);
  await Promise.all([deliveries().release("all", true), deployed.flow.schedule()]);
  await deployed.flow.schedule();
  expect(new Set(deployed.items().map(({ id }) => id)).size).toBe(6);
});
