import type { FlowDefinition } from "../harness/platform";
import { serveWebhooks } from "../harness/webhookServer";
import { notificationsOf } from "../sandbox/crm/notifications/notifications";
import type { JsonObject } from "../src/zoho/core/json";
import { findChannel, keepChannel } from "../src/zoho/crm/notifications/keep";
import { deployable } from "./soak/deployed";
import { startSandbox, type TestSandbox } from "./support/sandbox";

/*
 * A channel where the platform forgets, Zoho refuses, or the builder thinks otherwise.
 */

const HOUR = 3600;
const DAY = 24 * HOUR;

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

async function served(inputs: JsonObject = {}, trigger = "crmNotifications") {
  const definition: FlowDefinition = { trigger, inputs: { events: ["Leads.all"], ...inputs } };
  const deployed = await deployable(sandbox, definition);
  servers.push(await serveWebhooks(deployed.instance));
  return deployed;
}

async function listening(inputs: JsonObject = {}, trigger?: string) {
  const deployed = await served(inputs, trigger);
  await deployed.instance.deploy();
  return deployed;
}

type Deployed = Awaited<ReturnType<typeof served>>;

const deliveries = () => notificationsOf(sandbox.world.crm).deliveries;
const channels = () => notificationsOf(sandbox.world.crm).channels.alive();
const said = ({ items }: Deployed) =>
  items().map(({ change, record }) => `${change} ${String(record.Last_Name ?? record.Deal_Name ?? "")}`);
const warnings = ({ runner }: Deployed) =>
  runner.logs.flatMap(({ level, message }) => (level === "warn" ? [message] : []));

async function write(data: JsonObject[], module = "Leads"): Promise<string[]> {
  const written = (await sandbox.writeAsOther(module, data)).data as { details: { id: string } }[];
  notificationsOf(sandbox.world.crm).flush();
  await deliveries().settled();
  return written.map(({ details }) => details.id);
}

/** Writes of which no call arrives. */
async function writeUnheard(data: JsonObject[], module = "Leads"): Promise<string[]> {
  deliveries().isHolding = true;
  const ids = await write(data, module);
  deliveries().drop("all");
  deliveries().isHolding = false;
  return ids;
}

async function pass({ reconnect }: Deployed, seconds: number): Promise<void> {
  await sandbox.advance(seconds);
  await reconnect();
}

describe("what another flow has wiped", () => {
  it("is asked of Zoho, and the gap is closed from where the channel began", async () => {
    const deployed = await listening();
    await pass(deployed, HOUR);
    await writeUnheard([{ Last_Name: "Unheard" }]);
    deployed.flow.state.crossFlowState = { "another flow": "wrote" };
    const [before] = channels();
    await deployed.flow.schedule();
    expect(said(deployed)).toContain("created Unheard");
    expect(channels()).toEqual([expect.objectContaining({ id: before?.id, token: before?.token })]);
    await write([{ Last_Name: "Heard" }]);
    expect(said(deployed).at(-1)).toBe("created Heard");
  });

  it("is asked of Zoho by the next deployment too, which keeps token and gap", async () => {
    const deployed = await listening();
    await pass(deployed, HOUR);
    await writeUnheard([{ Last_Name: "Unheard" }]);
    deployed.flow.state.crossFlowState = {};
    const [before] = channels();
    await deployed.instance.deploy();
    expect(channels()[0]?.token).toBe(before?.token);
    await deployed.flow.schedule();
    expect(said(deployed)).toContain("created Unheard");
  });

  it("is said in the log where not even Zoho knows it", async () => {
    const deployed = await listening();
    deployed.flow.state.crossFlowState = {};
    await pass(deployed, 8 * DAY);
    await deployed.flow.schedule();
    expect(warnings(deployed)).toEqual([expect.stringContaining("what was kept of it are gone")]);
    await write([{ Last_Name: "Heard" }]);
    expect(said(deployed)).toEqual(["created Heard"]);
    expect(channels()).toHaveLength(1);
  });
});

describe("the modules of a channel", () => {
  const both = ["Leads.all", "Deals.create"];

  it("do not wait for one that cannot be read", async () => {
    const deployed = await listening({ events: ["Deals.create", "Leads.all"] });
    await deployed.flow.schedule();
    await writeUnheard([{ Last_Name: "Unheard" }]);
    const body = { code: "NO_PERMISSION", message: "permission denied", status: "error", details: {} };
    await sandbox.fault({ path: "/coql$", times: 1, effect: { status: 403, body } });
    await deployed.flow.schedule();
    expect(said(deployed)).toEqual(["created Unheard"]);
    expect(warnings(deployed)).toEqual([expect.stringContaining("The changes of Deals could not be read.")]);
    await sandbox.fault({ path: "/coql$", times: 1, effect: { status: 403, body } });
    await expect(deployed.flow.schedule()).rejects.toThrow("permission denied");
  });

  it("come in pages of their own, so that each is one that the platform takes", async () => {
    const { instance, flow, items } = await deployable(sandbox, {
      trigger: "crmNotifications",
      inputs: { events: ["Leads.create", "Contacts.create"], selectedFields: ["Last_Name", "Description"] },
      batchSize: 100,
    });
    await instance.deploy();
    await flow.schedule();
    for (const module of ["Leads", "Contacts"]) {
      const records = Array.from({ length: 110 }, () => ({
        Last_Name: "Wide",
        Description: "x".repeat(30_000),
      }));
      await writeUnheard(records, module);
    }
    expect(await flow.schedule()).toMatchObject({ rounds: 3 });
    expect(new Set(items().map(({ id }) => id)).size).toBe(220);
  });

  it("are forgotten when they are taken out of the events, and begin anew", async () => {
    const deployed = await listening({ events: both });
    const events = (wanted: string[]) =>
      Object.assign(deployed.instance.options.flows.Changes?.inputs ?? {}, { events: wanted });
    await deployed.flow.schedule();
    events(["Leads.all"]);
    await deployed.instance.deploy();
    await deployed.flow.schedule();
    await writeUnheard([{ Deal_Name: "Meanwhile", Stage: "Qualification" }], "Deals");
    await pass(deployed, DAY);
    await deployed.flow.schedule();
    events(both);
    await deployed.instance.deploy();
    await writeUnheard([{ Deal_Name: "Again", Stage: "Qualification" }], "Deals");
    await deployed.flow.schedule();
    expect(said(deployed)).toEqual(["created Again"]);
  });
});

describe("a deployment", () => {
  it("opens the channel first, and leaves the records to the first scheduled run", async () => {
    const { instance } = await served({ events: ["Leads.all", "Deals.all", "Contacts.all", "Accounts.all"] });
    await sandbox.clearLedger();
    await instance.deploy();
    expect((await sandbox.ledger()).routes).toEqual({
      "GET /crm/v8/actions/watch": 1,
      "POST /crm/v8/actions/watch": 1,
    });
  });

  it("fails at once where Zoho asks to wait for longer than the platform does", async () => {
    const { instance } = await served();
    const body = { code: "TOO_MANY_REQUESTS", message: "slow down", status: "error", details: {} };
    await sandbox.fault({
      path: "/actions/watch$",
      times: 9,
      effect: { status: 429, body, headers: { "Retry-After": "28" } },
    });
    sandbox.world.journal.clear();
    await expect(instance.deploy()).rejects.toThrow("TOO_MANY_REQUESTS");
    expect((await sandbox.requests()).filter(({ path }) => path === "/crm/v8/actions/watch")).toHaveLength(1);
  });
});

describe("the life of a channel", () => {
  const channel = {
    channelId: "77",
    events: ["Leads.all", "Deals.edit"],
    notifyUrl: "https://hooks.example.com/x",
    token: "mine",
  };
  const hoursLeft = () =>
    Math.round(((channels()[0]?.expiresAt ?? 0) - sandbox.world.clock.now()) / 1000 / HOUR);

  it.each([
    ["v2", 24],
    ["v3", 24],
    ["v4", 168],
    ["v8", 168],
  ])("is as long as version %s lets it be: %i hours", async (version, hours) => {
    const crm = await sandbox.crm({ version });
    await keepChannel(crm, channel, await findChannel(crm, "77"));
    expect(hoursLeft()).toBe(hours);
    await sandbox.clearLedger();
    await keepChannel(crm, channel, await findChannel(crm, "77"));
    expect((await sandbox.ledger()).requests).toBe(1);
    await sandbox.advance((hours / 2) * HOUR);
    const later = await sandbox.crm({ version });
    await keepChannel(later, channel, await findChannel(later, "77"));
    expect(hoursLeft()).toBe(hours);
  });

  it("is a day where Zoho makes an hour of a week", async () => {
    const crm = await sandbox.crm();
    const answer = (seconds: number) => ({
      status: 201,
      body: {
        watch: [
          {
            code: "SUCCESS",
            status: "success",
            message: "",
            details: {
              events: [
                { channel_expiry: new Date(sandbox.world.clock.now() + seconds * 1000).toISOString() },
              ],
            },
          },
        ],
      },
    });
    await sandbox.fault({ method: "POST", path: "/actions/watch$", times: 1, effect: answer(HOUR) });
    await sandbox.fault({ method: "PUT", path: "/actions/watch$", times: 1, effect: answer(HOUR) });
    await keepChannel(crm, channel, await findChannel(crm, "77"));
    expect(hoursLeft()).toBe(24);
  });

  it("does not look unlike what was asked for because Zoho lists each event of all", async () => {
    const crm = await sandbox.crm();
    await keepChannel(crm, channel, await findChannel(crm, "77"));
    const { events } = await findChannel(crm, "77");
    expect(events).toEqual(["Leads.create", "Leads.edit", "Leads.delete", "Deals.edit"]);
    await sandbox.clearLedger();
    await keepChannel(crm, channel, await findChannel(crm, "77"));
    expect((await sandbox.ledger()).routes).toEqual({ "GET /crm/v8/actions/watch": 1 });
  });
});

describe("with a condition on fields", () => {
  const filtered = { notificationCondition: ["City"], selectedFields: ["Last_Name", "City"] };
  const cities = ({ items }: Deployed) => items().map(({ record }) => record.City);

  it("a change that is not to be seen yet comes when it is", async () => {
    const deployed = await listening(filtered);
    const [lead] = await sandbox.records("Leads");
    await sandbox.limits({ visibilityLagSeconds: 5 });
    await write([{ id: lead?.id, City: "Pune" }]);
    expect(cities(deployed)).not.toContain("Pune");
    await pass(deployed, 61);
    await deployed.flow.schedule();
    await deployed.flow.schedule();
    expect(cities(deployed).filter((city) => city === "Pune")).toHaveLength(1);
  });

  it("a call whose records could not be read comes with the next one", async () => {
    const deployed = await listening(filtered);
    const [lead, other] = await sandbox.records("Leads");
    const body = { code: "INTERNAL_ERROR", message: "", status: "error", details: {} };
    await sandbox.fault({ path: "/coql$", times: 1, effect: { status: 400, body } });
    await write([{ id: lead?.id, City: "Pune" }]);
    expect(warnings(deployed)).toEqual([expect.stringContaining("could not be read")]);
    await write([{ id: other?.id, City: "Delhi" }]);
    expect(cities(deployed)).toEqual(["Pune", "Delhi"]);
  });

  it("a second change within seconds comes too, though the first is still shown when its call comes", async () => {
    const deployed = await listening(filtered);
    const [lead] = await sandbox.records("Leads");
    await write([{ id: lead?.id, City: "Pune" }]);
    await sandbox.advance(3);
    await sandbox.limits({ visibilityLagSeconds: 5 });
    await write([{ id: lead?.id, City: "Delhi" }]);
    expect(cities(deployed)).toEqual(["Pune"]);
    await pass(deployed, 61);
    await deployed.flow.schedule();
    expect(cities(deployed)).toEqual(["Pune", "Delhi"]);
  });

  it("a call that cannot be read again either comes with a later one", async () => {
    const deployed = await listening(filtered);
    const [lead, other] = await sandbox.records("Leads");
    const body = { code: "INTERNAL_ERROR", message: "", status: "error", details: {} };
    await sandbox.fault({ path: "/coql$", times: 2, effect: { status: 400, body } });
    await write([{ id: lead?.id, City: "Pune" }]);
    await write([{ id: other?.id, City: "Delhi" }]);
    expect(cities(deployed)).toEqual(["Delhi"]);
    await deployed.flow.schedule();
    expect(cities(deployed)).toEqual(["Delhi", "Pune"]);
  });

  it("a new record that the schedule has told is no update when its call comes late", async () => {
    const deployed = await listening(filtered);
    await deployed.flow.schedule();
    deliveries().isHolding = true;
    await write([{ Last_Name: "New", City: "Pune" }]);
    await deployed.flow.schedule();
    await pass(deployed, 200);
    await deployed.flow.schedule();
    await deliveries().release("all");
    expect(said(deployed)).toEqual(["created New"]);
  });

  it("a late call about a new record tells nothing of what else changed in it since", async () => {
    const deployed = await listening(filtered);
    deliveries().isHolding = true;
    const [id] = await write([{ Last_Name: "New", City: "Pune" }]);
    await deployed.flow.schedule();
    await write([{ id, Last_Name: "Renamed" }]);
    await deployed.flow.schedule();
    await deliveries().release("all");
    expect(said(deployed)).toEqual(["created New"]);
  });
});

it.each<[string, JsonObject, JsonObject[]]>([
  ["as it was", {}, []],
  ["changed beside the condition", { notificationCondition: ["City"] }, [{ Last_Name: "Renamed" }]],
])(
  "a call that comes when its new record is long forgotten tells nothing again: %s",
  async (_, inputs, since) => {
    const deployed = await listening(inputs);
    await deployed.flow.schedule();
    deliveries().isHolding = true;
    const [id] = await write([{ Last_Name: "New", City: "Pune" }]);
    for (let hour = 0; hour < 6; hour += 1) {
      await pass(deployed, 1800);
      await deployed.flow.schedule();
    }
    deliveries().isHolding = false;
    await write([{ Last_Name: "Newer", City: "Pune" }]);
    await pass(deployed, 3 * HOUR);
    for (let reading = 0; reading < 5; reading += 1) {
      await pass(deployed, 60);
      await deployed.flow.schedule();
    }
    await write(since.map((values) => ({ id, ...values })));
    await deliveries().release("all");
    expect(said(deployed)).toEqual(["created New", "created Newer"]);
  },
);

describe("notificationsTrigger", () => {
  it("hands on Zoho's calls as they come, and nothing of its scheduled runs", async () => {
    const deployed = await listening({ returnAffectedFieldValues: true }, "notificationsTrigger");
    const [id = ""] = await write([{ Last_Name: "Burns" }]);
    await write([{ id, Last_Name: "Boyle" }]);
    await deployed.flow.schedule();
    const bodies = deployed.flow.executions.map(({ payload }) => payload.body.data);
    expect(bodies).toEqual(deliveries().sent.map(({ body }) => body));
    expect(bodies).toEqual([
      expect.objectContaining({ operation: "insert", ids: [id], token: channels()[0]?.token }),
      expect.objectContaining({
        operation: "update",
        affected_fields: [{ [id]: expect.arrayContaining(["Last_Name"]) }],
      }),
    ]);
    expect(deliveries().sent.map(({ status }) => status)).toEqual([200, 200]);
  });

  it("asks Zoho for nothing while its channel is young, and renews it when it is not", async () => {
    const deployed = await listening({}, "notificationsTrigger");
    await sandbox.clearLedger();
    await write([{ Last_Name: "Burns" }]);
    expect((await sandbox.ledger()).requests).toBe(0);
    await pass(deployed, 4 * DAY);
    await write([{ Last_Name: "Boyle" }]);
    expect((channels()[0]?.expiresAt ?? 0) - sandbox.world.clock.now()).toBeGreaterThan(6 * DAY * 1000);
  });

  it("makes its channel again on the schedule, where Zoho has lost it", async () => {
    const deployed = await listening({}, "notificationsTrigger");
    await pass(deployed, 8 * DAY);
    expect(await deployed.flow.schedule()).toMatchObject({ status: "polledNoChanges", executions: 0 });
    expect(channels()).toHaveLength(1);
  });

  it("shows its flow nothing of a call that is not Zoho's", async () => {
    const deployed = await listening({}, "notificationsTrigger");
    for (const type of ["Webhook", "Integration Flow Test", "AI Agent"] as const) {
      const run = await deployed.flow.invoke(type, { body: { channel_id: "1", token: "guessed" } });
      expect(run).toMatchObject({ status: "polledNoChanges", response: { statusCode: 403 } });
    }
    expect(deployed.flow.executions).toEqual([]);
  });
});
