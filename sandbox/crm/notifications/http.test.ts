import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { json as readJson } from "node:stream/consumers";
import { json, startTestServer, type TestServer } from "../../testing";
import { notificationRoutes } from "./routes";

type Json = Record<string, unknown>;

const scopes = ["ZohoCRM.notifications.ALL"];
const HOUR = 3600;
const WEEK = 7 * 24 * HOUR;

/** A receiver of calls on this machine. */
async function startReceiver() {
  const calls: Json[] = [];
  const server = createServer((request, response) => {
    void readJson(request).then((body) => {
      calls.push(body as Json);
      response.writeHead(204).end();
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { calls, url: `http://127.0.0.1:${port}/hook?flow=1`, close: () => server.close() };
}

// crm.notifications.enable, crm.notifications.list, crm.notifications.replace, crm.notifications.update,
// crm.notifications.disable
describe("notifications over HTTP", () => {
  let server: TestServer;
  let receiver: Awaited<ReturnType<typeof startReceiver>>;
  beforeAll(async () => {
    server = await startTestServer([...notificationRoutes]);
  });
  beforeEach(async () => {
    receiver = await startReceiver();
    await server.control("POST", "reset", { seed: 1, records: { Leads: 0 } });
  });
  afterEach(() => receiver.close());
  afterAll(() => server.close());

  async function ask(method: string, body?: unknown, query = "", held = scopes) {
    const url = `${server.url}/crm/v8/actions/watch${query}`;
    const response = await fetch(url, json(method, body, server.authorization(held)));
    const text = await response.text();
    const answer: { watch: Json[] } & Json = text === "" ? { watch: [] } : JSON.parse(text);
    return { status: response.status, body: answer };
  }

  const channel = (more: Json = {}): Json => ({
    channel_id: "1000000068001",
    events: ["Leads.all"],
    notify_url: receiver.url,
    token: "secret",
    ...more,
  });
  const enable = (more: Json = {}) => ask("POST", { watch: [channel(more)] });
  const inSeconds = (seconds: number) => server.world.crm.timeText(server.world.clock.now() + seconds * 1000);
  const write = (data: Json[]) =>
    server.control("POST", "records/Leads", { data }) as Promise<{ data: { details: Json }[] }>;
  const insert = async (...names: string[]) =>
    (await write(names.map((name) => ({ Last_Name: name, Company: "ABC Inc." })))).data.map(({ details }) =>
      String(details.id),
    );
  const deliveries = (order?: Json) =>
    server.control(order ? "POST" : "GET", "deliveries", order) as Promise<{
      sent: Json[];
      held: (Json & { number: number })[];
    }>;

  it.each([
    ["once", 1],
    ["again", 3],
  ])("calls a receiver that refuses %s", async (unheardCalls, times) => {
    const deaf = createServer((_request, response) => void response.writeHead(503).end());
    await once(deaf.listen(0, "127.0.0.1"), "listening");
    const { port } = deaf.address() as AddressInfo;
    await server.control("POST", "behaviours", { unheardCalls });
    await enable({ notify_url: `http://127.0.0.1:${port}/` });
    await insert("Burns");
    for (let second = 0; second < 5; second++) {
      await deliveries();
      await server.control("POST", "clock", { advanceSeconds: 1 });
    }
    const { sent } = await deliveries();
    expect(sent.map(({ status }) => status)).toEqual(Array(times).fill(503));
    await server.control("DELETE", "behaviours");
    deaf.close();
  });

  it("opens a channel, shows it, and calls its URL with what others do", async () => {
    const opened = await enable({ channel_expiry: inSeconds(WEEK - 60) });
    expect(opened.status).toBe(201);
    expect(opened.body.watch).toMatchObject([
      {
        code: "SUCCESS",
        message: "Successfully subscribed for actions-watch of the given module",
        details: { events: [{ resource_name: "Leads", channel_id: "1000000068001" }] },
      },
    ]);
    const { body } = await ask("GET", undefined, "?channel_id=1000000068001");
    expect(body).toMatchObject({
      watch: [
        {
          resource_name: "Leads",
          events: ["Leads.create", "Leads.edit", "Leads.delete"],
          notify_url: receiver.url,
          token: "secret",
        },
      ],
      info: { count: 1, more_records: false },
    });

    const [id] = await insert("Burns");
    await write([{ id, Last_Name: "Boyle" }]);
    await write([{ id, $delete: true }]);
    await deliveries();
    expect(receiver.calls.map(({ operation }) => operation)).toEqual(["insert", "update", "delete"]);
    expect(receiver.calls[0]).toEqual({
      server_time: expect.any(Number),
      query_params: { flow: "1" },
      module: "Leads",
      resource_uri: `${server.url}/crm/v2/Leads`,
      ids: [id],
      affected_fields: [],
      operation: "insert",
      channel_id: "1000000068001",
      token: "secret",
    });
  });

  it("tells of records that were written together in one call of at most 100 ids", async () => {
    await enable();
    await insert(...Array.from({ length: 130 }, (_, index) => `Lead ${index}`));
    await deliveries();
    expect(receiver.calls.map(({ ids }) => (ids as string[]).length)).toEqual([100, 30]);
  });

  it("lets a channel live a week at most, and an hour where more or nothing is asked for", async () => {
    const lifeOf = async (more: Json) => {
      const { body } = await enable(more);
      const [{ details = {} } = {}] = body.watch as { details?: { events?: Json[] } }[];
      return (Date.parse(String(details.events?.[0]?.channel_expiry)) - server.world.clock.now()) / 1000;
    };
    expect(await lifeOf({ channel_expiry: inSeconds(WEEK - 10) })).toBeGreaterThan(WEEK - 20);
    for (const asked of [{}, { channel_expiry: inSeconds(WEEK + 60) }, { channel_expiry: inSeconds(-60) }]) {
      const life = await lifeOf(asked);
      expect([life > HOUR - 10, life <= HOUR]).toEqual([true, true]);
    }
    await server.control("POST", "clock", { advanceSeconds: HOUR + 1 });
    await insert("Burns");
    await deliveries();
    expect(receiver.calls).toEqual([]);
    expect((await ask("GET")).status).toBe(204);
  });

  it("lets a channel live a day at most before version 4", async () => {
    const lifeOf = async (version: string, seconds: number) => {
      const body = { watch: [channel({ channel_expiry: inSeconds(seconds) })] };
      const url = `${server.url}/crm/${version}/actions/watch`;
      const response = await fetch(url, json("POST", body, server.authorization(scopes)));
      const { watch } = (await response.json()) as { watch: { details: { events: Json[] } }[] };
      const expiry = Date.parse(String(watch[0]?.details.events[0]?.channel_expiry));
      return Math.round((expiry - server.world.clock.now()) / 1000 / HOUR);
    };
    expect(await lifeOf("v3", 24 * HOUR - 10)).toBe(24);
    expect(await lifeOf("v3", WEEK - 10)).toBe(1);
    expect(await lifeOf("v4", WEEK - 10)).toBe(WEEK / HOUR);
  });

  it("extends an open channel that is enabled again", async () => {
    await enable({ channel_expiry: inSeconds(2 * HOUR) });
    await enable({ channel_expiry: inSeconds(WEEK - 60) });
    const { body } = await ask("GET");
    expect(body.watch).toHaveLength(1);
    expect(Date.parse(String(body.watch[0]?.channel_expiry))).toBeGreaterThan(
      server.world.clock.now() + (WEEK - HOUR) * 1000,
    );
  });

  it("says of a channel that has ended that there is no subscription, and takes it anew", async () => {
    await enable();
    await server.control("POST", "clock", { advanceSeconds: HOUR + 1 });
    const watch = [
      {
        code: "NOT_SUBSCRIBED",
        details: {},
        message: "Not subscribed for actions-watch of the given channel",
        status: "error",
      },
    ];
    expect(await ask("PATCH", { watch: [channel()] })).toEqual({ status: 400, body: { watch } });
    expect((await enable()).status).toBe(201);
  });

  it("tells the fields that changed, and only of those that the condition names", async () => {
    const field = (name: string) => ({ field: { api_name: name } });
    const selection = {
      group_operator: "or",
      group: [field("Phone"), { group_operator: "and", group: [field("City"), field("State")] }],
    };
    await enable({
      return_affected_field_values: true,
      notification_condition: [
        { type: "field_selection", module: { api_name: "Leads" }, field_selection: selection },
      ],
    });
    const [id = ""] = await insert("Burns");
    await write([{ id, City: "Chennai" }]);
    await write([{ id, City: "Pune", State: "MH" }]);
    await write([{ id, Phone: "1" }]);
    await deliveries();
    const updates = receiver.calls.filter(({ operation }) => operation === "update");
    expect(updates).toMatchObject([
      {
        affected_fields: [{ [id]: ["City", "State"] }],
        affected_values: [{ record_id: id, values: { City: "Pune" } }],
      },
      { affected_fields: [{ [id]: ["Phone"] }] },
    ]);
  });

  it("replaces, updates, drops events and disables", async () => {
    await enable();
    const replaced = await ask("PUT", { watch: [channel({ events: ["Contacts.create", "Leads.edit"] })] });
    expect(replaced).toMatchObject({
      status: 200,
      body: { watch: [{ message: "Successfully updated the subscribe details" }] },
    });
    await ask("PATCH", { watch: [{ channel_id: "1000000068001", token: "other" }] });
    expect((await ask("GET")).body.watch).toMatchObject([
      { events: ["Contacts.create"], token: "other" },
      { events: ["Leads.edit"], token: "other" },
    ]);
    const dropped = await ask("PATCH", {
      watch: [{ channel_id: "1000000068001", events: ["Leads.edit"], _delete_events: true }],
    });
    expect(dropped.body.watch).toMatchObject([{ message: "Successfully removed the subscribe details" }]);
    expect((await ask("GET")).body.watch).toHaveLength(1);
    const disabled = await ask("DELETE", undefined, "?channel_ids=1000000068001,5");
    expect(disabled).toMatchObject({
      status: 207,
      body: {
        watch: [{ message: "Successfully un-subscribed from actions-watch" }, { code: "NOT_SUBSCRIBED" }],
      },
    });
    expect((await ask("GET")).status).toBe(204);
  });

  it.each([
    [{ channel_id: undefined }, "MANDATORY_NOT_FOUND", "channel_id"],
    [{ events: undefined }, "MANDATORY_NOT_FOUND", "events"],
    [{ notify_url: undefined }, "MANDATORY_NOT_FOUND", "notify_url"],
    [{ events: ["Nothing.all"] }, "INVALID_DATA", "events"],
    [{ events: ["Leads.insert"] }, "INVALID_DATA", "events"],
    [{ token: "x".repeat(51) }, "INVALID_DATA", "token"],
    [
      {
        notification_condition: [
          {
            type: "field_selection",
            module: { api_name: "Leads" },
            field_selection: { field: { api_name: "No_Field" } },
          },
        ],
      },
      "INVALID_DATA",
      "fields",
    ],
  ])("refuses %j", async (more, code, name) => {
    expect(await enable(more)).toMatchObject({
      status: 400,
      body: { watch: [{ status: "error", code, details: { api_name: name } }] },
    });
  });

  const condition = (more: object) => ({
    type: "field_selection",
    module: { api_name: "Leads" },
    field_selection: { field: { api_name: "City" } },
    ...more,
  });
  const many = Array.from({ length: 11 }, () => ({ field: { api_name: "City" } }));
  it.each([
    [{ type: undefined }, "MANDATORY_NOT_FOUND", { api_name: "type" }],
    [{ type: "other" }, "INVALID_DATA", { api_name: "type", supported_values: ["field_selection"] }],
    [{ module: undefined }, "INVALID_DATA", { api_name: "module" }],
    [{ module: "Leads" }, "INVALID_DATA", { api_name: "module", expected_data_type: "jsonobject" }],
    [{ module: { api_name: "Nowhere" } }, "INVALID_DATA", { api_name: "module" }],
    [
      { field_selection: undefined },
      "DEPENDENT_FIELD_MISSING",
      {
        api_name: "field_selection",
        dependee: { api_name: "type", json_path: "$.watch[1].notification_condition[0].type" },
      },
    ],
    [{ field_selection: {} }, "INVALID_DATA", { api_name: "field_selection" }],
    [
      { field_selection: { group_operator: "or", group: many } },
      "INVALID_DATA",
      { api_name: "field_selection", maximum_length: 10 },
    ],
  ])("refuses a condition with %j at its place", async (more, code, details) => {
    const second = channel({ notification_condition: [condition(more)] });
    const { status, body } = await ask("POST", { watch: [channel(), second] });
    const json_path = `$.watch[1].notification_condition[0].${details.api_name}`;
    expect([status, body.watch[1]]).toEqual([
      207,
      expect.objectContaining({ code, details: { ...details, json_path } }),
    ]);
  });

  it("refuses channels that are not there, and tokens without the scope", async () => {
    expect((await ask("PUT", { watch: [channel()] })).body.watch).toMatchObject([{ code: "NOT_SUBSCRIBED" }]);
    expect((await ask("PATCH", { watch: [channel()] })).body.watch).toMatchObject([
      { code: "NOT_SUBSCRIBED" },
    ]);
    expect((await ask("GET", undefined, "", ["ZohoCRM.modules.ALL"])).status).toBe(401);
  });

  it("sends late, twice, in another order, or never, where it is told to", async () => {
    await enable();
    await deliveries({ hold: true });
    for (const name of ["One", "Two", "Three"]) await insert(name);
    const { held } = await deliveries();
    expect(held.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(receiver.calls).toEqual([]);
    await deliveries({ drop: [2], release: [3, 1, 3] });
    const ids = (held as { body?: { ids?: string[] } }[]).map(({ body }) => body?.ids);
    expect(receiver.calls.map((call) => call.ids)).toEqual([ids[2], ids[0], ids[2]]);
    expect((await deliveries()).held).toEqual([]);
    await deliveries({ hold: false });
    await insert("Four");
    const { sent } = await deliveries();
    expect(sent.map(({ status }) => status)).toEqual([204, 204, 204, 204]);
  });

  it("calls nobody but this machine, and takes no order that it does not know", async () => {
    await enable({ notify_url: "https://hooks.example.com/flow" });
    await insert("One");
    expect((await deliveries()).sent).toMatchObject([
      { status: "The sandbox calls nobody but this machine." },
    ]);
    await expect(deliveries({ delay: 5 })).rejects.toThrow("Unknown key delay.");
  });
});
