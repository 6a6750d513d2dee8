import type { FlowDefinition } from "../harness/platform";
import { serveWebhooks } from "../harness/webhookServer";
import { getRecords } from "../src/zoho/books/records/listing";
import { recordTypes, tellsAtOnce } from "../src/zoho/books/recordTypes";
import type { JsonObject } from "../src/zoho/core/json";
import { deployable } from "./soak/deployed";
import { openBooks } from "./support/books";
import { startSandbox, type TestSandbox } from "./support/sandbox";

/*
 * Webhooks of Zoho Books, called over HTTP by the sandbox, lost, doubled and forged.
 */

const HOUR = 3600;

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

async function served(inputs: JsonObject = {}) {
  const all = { recordType: "contacts", showDeletedRecords: true, ...inputs };
  const definition: FlowDefinition = { trigger: "booksNotifications", inputs: all };
  const deployed = await deployable(sandbox, definition);
  servers.push(await serveWebhooks(deployed.instance));
  return deployed;
}

async function listening(inputs: JsonObject = {}) {
  const deployed = await served(inputs);
  await deployed.instance.deploy();
  await deliveries().settled();
  return deployed;
}

type Deployed = Awaited<ReturnType<typeof served>>;

const organization = () => sandbox.world.books.first;
const deliveries = () => organization().deliveries;
const webhooks = () => organization().records("settings/webhooks").all();
const rules = () => organization().records("settings/workflows").all();
const statuses = () => deliveries().sent.map(({ status }) => status);
const said = ({ items }: Deployed, field = "contact_name") =>
  items().map(({ change, record }) => `${change} ${String(record[field] ?? "")}`);
const warnings = ({ runner }: Deployed) =>
  runner.logs.flatMap(({ level, message }) => (level === "warn" ? [message] : []));

/** Writes as another user, and waits until all that is called for it has answered. */
async function write(data: JsonObject[], type = "contacts"): Promise<string[]> {
  const { data: written } = (await sandbox.control("POST", `books/${type}`, { data })) as {
    data: { id: string; code: number; message: string }[];
  };
  for (const { code, message } of written) if (code !== 0) throw new Error(message);
  await deliveries().settled();
  return written.map(({ id }) => id);
}

/** Writes of which no call arrives. */
async function writeUnheard(data: JsonObject[]): Promise<string[]> {
  deliveries().isHolding = true;
  const ids = await write(data);
  deliveries().drop("all");
  deliveries().isHolding = false;
  return ids;
}

const post = async ({ flow }: Deployed, body: string, headers: Record<string, string> = {}) => {
  const response = await fetch(flow.webhookUrl, { method: "POST", headers, body });
  await response.text();
  return response.status;
};

/** The headers that Zoho sends to a flow. */
function zohosHeaders(event = "add_edit"): Record<string, string> {
  const sent = deliveries().sent.find(({ headers }) => headers?.["X-Webhook-Event"] === event);
  return { "content-type": "application/json", ...sent?.headers };
}

describe("booksNotifications", () => {
  it("tells what is created, changed and deleted as it happens, and its schedule tells none of it again", async () => {
    const deployed = await listening();
    const [contact_id] = await write([{ contact_name: "Burns" }]);
    await sandbox.advance(60);
    await write([{ contact_id, contact_name: "Byrne" }]);
    await write([{ contact_id, $delete: true }]);
    expect(said(deployed)).toEqual(["created Burns", "updated Byrne", "deleted "]);
    expect(deployed.items()[2]).toMatchObject({ id: contact_id, record: { contact_id } });
    expect(new Set(statuses())).toEqual(new Set([200]));
    await sandbox.advance(HOUR);
    await deployed.reconnect();
    expect(await deployed.flow.schedule()).toMatchObject({ status: "polledNoChanges" });
    expect(said(deployed)).toHaveLength(3);
  });

  it("runs no flow for the call by which Zoho tries a webhook", async () => {
    const deployed = await listening();
    expect(deliveries().sent.map(({ body, status }) => ({ body, status }))).toEqual([
      { body: { payload: "" }, status: 200 },
      { body: { payload: "" }, status: 200 },
    ]);
    for (const empty of ["", "payload=", '{"payload": ""}']) expect(await post(deployed, empty)).toBe(200);
    expect(deployed.items()).toEqual([]);
  });

  it("finds on its schedule what no call told, from the moment the webhooks were made", async () => {
    const deployed = await listening();
    await sandbox.advance(60);
    await writeUnheard([{ contact_name: "Unheard" }]);
    await sandbox.advance(60);
    await write([{ contact_name: "Heard" }]);
    expect(said(deployed)).toEqual(["created Heard"]);
    await deployed.flow.schedule();
    await deployed.flow.schedule();
    expect(said(deployed)).toEqual(["created Heard", "created Unheard"]);
  });

  it("finds vendors on its schedule, which no rule for customers tells of", async () => {
    const deployed = await listening();
    await write([{ contact_name: "Acme", contact_type: "vendor" }]);
    expect(said(deployed)).toEqual([]);
    await deployed.flow.schedule();
    expect(said(deployed)).toEqual(["created Acme"]);
  });

  it("tells a change once whose calls come twice and in another order", async () => {
    const deployed = await listening();
    deliveries().isHolding = true;
    const [contact_id] = await write([{ contact_name: "Burns" }]);
    await sandbox.advance(5);
    await write([{ contact_id, contact_name: "Byrne" }]);
    await write([{ contact_name: "Gone" }]);
    const [gone] = await write([{ contact_name: "Gone too" }]);
    await write([{ contact_id: gone, $delete: true }]);
    const numbers = deliveries().held.map(({ number }) => number);
    await deliveries().release([...numbers].reverse().flatMap((number) => [number, number]));
    expect(said(deployed).sort()).toEqual(["created Byrne", "created Gone", "deleted "]);
    await deployed.flow.schedule();
    expect(said(deployed)).toHaveLength(3);
  });

  it("leaves to its schedule what the list does not show yet", async () => {
    const deployed = await listening();
    const body = { contacts: [], page_context: { has_more_page: false } };
    await sandbox.fault({
      path: "/contacts$",
      times: 2,
      effect: { status: 200, body: { code: 0, ...body } },
    });
    await write([{ contact_name: "Late" }]);
    expect(said(deployed)).toEqual([]);
    await deployed.flow.schedule();
    expect(said(deployed)).toEqual(["created Late"]);
  });

  it("leaves to its schedule a change of which the list shows the record as it long was", async () => {
    const [contact_id] = await write([{ contact_name: "Known" }]);
    await sandbox.advance(HOUR);
    const deployed = await listening();
    await write([{ contact_name: "Newer" }]);
    for (let reading = 0; reading < 6; reading += 1) {
      await sandbox.advance(HOUR);
      await deployed.reconnect();
      await deployed.flow.schedule();
    }
    const body = await getRecords(await openBooks(sandbox), { recordType: "contacts" });
    await sandbox.fault({ method: "GET", path: "/contacts$", times: 1, effect: { status: 200, body } });
    await write([{ contact_id, contact_name: "Changed" }]);
    expect(said(deployed)).toEqual(["created Newer"]);
    await deployed.flow.schedule();
    expect(said(deployed)).toEqual(["created Newer", "updated Changed"]);
  });

  it.each([
    [{ showNewRecords: false }, ["updated Old", "deleted "]],
    [{ showUpdatedRecords: false }, ["created New", "deleted "]],
    [{ showDeletedRecords: false }, ["created New", "updated Old"]],
    [{ showNewRecords: false, showUpdatedRecords: false }, ["deleted "]],
  ])("tells and asks for no more than is wanted: %j", async (inputs, expected) => {
    const [contact_id] = await write([{ contact_name: "Was" }]);
    await sandbox.advance(HOUR);
    const deployed = await listening(inputs);
    const [created] = await write([{ contact_name: "New" }]);
    await write([{ contact_id, contact_name: "Old" }]);
    await write([{ contact_id: created, $delete: true }]);
    await deployed.flow.schedule();
    expect(said(deployed)).toEqual(expected);
    expect(rules()).toHaveLength(new Set(expected.map((text) => text.startsWith("deleted"))).size);
  });

  it.each([...recordTypes().values()].filter(tellsAtOnce).map(({ key }) => key))(
    "has rules for %s",
    async (recordType) => {
      const deployed = await listening({ recordType });
      const { entity } = [...recordTypes().values()].find(({ key }) => key === recordType) ?? {};
      expect(rules().map((rule) => [rule.entity, rule.rule_type])).toEqual([
        [entity, "add_edit"],
        [entity, "delete"],
      ]);
      await deployed.instance.delete();
    },
  );

  it("refuses a record type that no rule tells of, before any request", async () => {
    const deployed = await served({ recordType: "journals" });
    await sandbox.clearLedger();
    await expect(deployed.instance.deploy()).rejects.toThrow(
      /no workflow rule .* tell of journals.*invoices/,
    );
    expect(rules()).toEqual([]);
  });
});

describe("a call that is not Zoho's", () => {
  const body = JSON.stringify({ contact: { contact_id: "460000000026049" } });

  it.each([
    ["without a token", 403, { "X-Webhook-Token": "" }, body],
    ["with another token", 403, { "X-Webhook-Token": "guess" }, body],
    ["of another event", 400, { "X-Webhook-Event": "approve" }, body],
    ["without a record", 400, {}, '{"contact": {}}'],
    ["with an id that has lost digits", 400, {}, '{"contact": {"contact_id": 4.6e17}}'],
    ["with an id that is none", 400, {}, '{"contact": {"contact_id": "../1"}}'],
    ["with a list", 400, {}, "[1]"],
    ["with text", 400, {}, "<html>"],
  ])("%s is refused", async (_, status, headers, sent) => {
    const deployed = await listening();
    await write([{ contact_name: "Real" }]);
    expect(await post(deployed, sent, { ...zohosHeaders(), ...headers })).toBe(status);
    expect(said(deployed)).toEqual(["created Real"]);
    expect(warnings(deployed)).toEqual([expect.stringMatching(/^A call was refused: /)]);
  });

  it("tells nothing of a record that Zoho does not have", async () => {
    const deployed = await listening();
    await write([{ contact_name: "Real" }]);
    expect(await post(deployed, body, zohosHeaders())).toBe(200);
    expect(said(deployed)).toEqual(["created Real"]);
  });
});

describe("the forms in which a record may come", () => {
  it.each([
    [
      "as a form",
      (id: string) => `payload=${encodeURIComponent(JSON.stringify({ contact: { contact_id: id } }))}`,
    ],
    [
      "as text in JSON",
      (id: string) => JSON.stringify({ payload: JSON.stringify({ contact: { contact_id: id } }) }),
    ],
    ["with its id as a number", (id: string) => `{"contact": {"contact_id": ${id}}}`],
    ["by itself", (id: string) => JSON.stringify({ contact_id: id })],
    ["under the name of its rule", (id: string) => JSON.stringify({ customer: { contact_id: id } })],
  ])("%s", async (_, bodyOf) => {
    const deployed = await listening();
    await write([{ contact_name: "First" }]);
    const [id = ""] = await writeUnheard([{ contact_name: "Second" }]);
    expect(await post(deployed, bodyOf(id), zohosHeaders())).toBe(200);
    expect(said(deployed)).toEqual(["created First", "created Second"]);
    await writeUnheard([{ contact_id: id, $delete: true }]);
    expect(await post(deployed, bodyOf(id), { ...zohosHeaders(), "X-Webhook-Event": "delete" })).toBe(200);
    expect(said(deployed).at(-1)).toBe("deleted ");
  });
});

describe("the webhooks of a flow", () => {
  it("are made once, however often the instance is deployed, and go with it", async () => {
    const hook = {
      webhook_name: "Prismatic of another",
      entity: "customer",
      url: "https://hooks.example.com",
    };
    await write([hook], "settings/webhooks");
    const deployed = await listening();
    const [, made] = webhooks();
    await deployed.instance.deploy();
    await deployed.instance.deploy();
    expect(webhooks()).toHaveLength(3);
    expect(webhooks()[1]).toEqual(made);
    expect(rules().map(({ rule_type }) => rule_type)).toEqual(["add_edit", "delete"]);
    await deployed.instance.delete();
    expect(webhooks()).toMatchObject([hook]);
    expect(rules()).toEqual([]);
  });

  it.each(["settings/webhooks", "settings/workflows"])(
    "are made once where the answer of %s was lost",
    async (path) => {
      await sandbox.fault({
        method: "POST",
        path: `${path}$`,
        times: 2,
        effect: { reset: true, applied: true },
      });
      const deployed = await listening();
      expect([webhooks().length, rules().length]).toEqual([2, 2]);
      await write([{ contact_name: "Heard" }]);
      expect(said(deployed)).toEqual(["created Heard"]);
    },
  );

  it("are made once also where Zoho does not say which rules call them (booksRelatedRules)", async () => {
    await sandbox.behaviours({ booksRelatedRules: "absent" });
    const deployed = await listening();
    await deployed.instance.deploy();
    await sandbox.behaviours({ booksRelatedRules: "named" });
    expect([webhooks().length, rules().length]).toEqual([2, 2]);
    await write([{ contact_name: "Heard" }]);
    expect(said(deployed)).toEqual(["created Heard"]);
  });

  it.each(['""', "[]"])("are made in an organization whose empty lists are %s", async (empty) => {
    const body = { code: 0, message: "success" };
    const lists = (name: string) => ({ ...body, [name]: JSON.parse(empty) });
    const deployed = await served();
    for (const name of ["webhooks", "workflows"])
      await sandbox.fault({
        method: "GET",
        path: `settings/${name}$`,
        times: 9,
        effect: { status: 200, body: lists(name) },
      });
    await deployed.instance.deploy();
    expect([webhooks().length, rules().length]).toEqual([2, 2]);
  });

  it("are found and removed where Zoho lists no more of rules than their ids", async () => {
    const deployed = await listening();
    const bare = rules().map(({ workflow_id }) => ({ workflow_id, is_active: true }));
    const body = { code: 0, message: "success", workflows: bare, page_context: { has_more_page: false } };
    await sandbox.fault({
      method: "GET",
      path: "settings/workflows$",
      times: 9,
      effect: { status: 200, body },
    });
    await deployed.instance.deploy();
    expect([webhooks().length, rules().length]).toEqual([2, 2]);
    await deployed.instance.delete();
    expect([webhooks().length, rules().length]).toEqual([0, 0]);
  });

  it("fail the deployment where Zoho lets no call make them (booksWebhooks)", async () => {
    await sandbox.behaviours({ booksWebhooks: "refused" });
    const deployed = await served();
    await expect(deployed.instance.deploy()).rejects.toThrow(/Invalid URL Passed.*New and Updated Records/);
    await sandbox.behaviours({ booksWebhooks: "taken" });
    expect(rules()).toEqual([]);
  });

  const withSecret = ({ connection }: Deployed, clientSecret: string | undefined) =>
    void Object.assign(connection, { fields: { ...connection.fields, clientSecret } });

  it("keep their token where the client's secret changes", async () => {
    const deployed = await listening();
    withSecret(deployed, "changed");
    await write([{ contact_name: "Heard" }]);
    expect(said(deployed)).toEqual(["created Heard"]);
  });

  it.each([
    ["another", "changed"],
    ["not known", undefined],
  ])("bear a new token where the kept one was lost and the client's secret is %s", async (_, secret) => {
    const deployed = await listening();
    deployed.flow.state.crossFlowState = {};
    withSecret(deployed, secret);
    await write([{ contact_name: "Refused" }]);
    expect(statuses().at(-1)).toBe(403);
    await deployed.flow.schedule();
    await write([{ contact_name: "Heard" }]);
    expect(statuses().at(-1)).toBe(200);
    expect(webhooks()).toHaveLength(2);
    // The schedule has found what was refused.
    expect(said(deployed)).toEqual(["created Refused", "created Heard"]);
  });

  it("are others when the record type is another", async () => {
    await listening();
    await listening({ recordType: "items" });
    expect(webhooks().map(({ entity }) => entity)).toEqual(["item", "item"]);
    expect(rules().map(({ entity }) => entity)).toEqual(["item", "item"]);
  });

  it("are made again by the schedule, an hour later at most, where they were removed", async () => {
    const deployed = await listening();
    await deployed.flow.schedule();
    for (const { workflow_id } of rules())
      organization().records("settings/workflows").remove(String(workflow_id));
    await writeUnheard([{ contact_name: "Unheard" }]);
    await deployed.flow.schedule();
    expect([rules().length, said(deployed)]).toEqual([0, ["created Unheard"]]);
    const { state } = deployed.flow;
    const kept = state.instanceState.zohoTrigger as JsonObject;
    state.instanceState.zohoTrigger = { ...kept, lookedAt: Number(kept.lookedAt) - HOUR * 1000 };
    await deployed.flow.schedule();
    expect([rules().length, webhooks().length]).toEqual([2, 2]);
    await write([{ contact_name: "Heard" }]);
    expect(said(deployed)).toEqual(["created Unheard", "created Heard"]);
  });

  it("stay as they are where somebody has switched their rule off, which the log says", async () => {
    const deployed = await listening();
    const [rule] = rules();
    await write([{ workflow_id: rule?.workflow_id, is_active: false }], "settings/workflows");
    await deployed.flow.schedule();
    expect(warnings(deployed)).toEqual([expect.stringMatching(/^The workflow rule .* is switched off/)]);
    expect(rules()[0]?.is_active).toBe(false);
  });

  it("need nothing that the instance keeps", async () => {
    const deployed = await listening();
    deployed.flow.state.crossFlowState = { "another flow": "wrote" };
    await write([{ contact_name: "Heard" }]);
    expect(said(deployed)).toEqual(["created Heard"]);
    await deployed.instance.deploy();
    expect(webhooks()).toHaveLength(2);
  });

  it("fail the deployment where the login may not make them, and no scheduled run", async () => {
    const refusal = {
      status: 401,
      body: { code: 57, message: "You are not authorized to perform this operation" },
    };
    const deployed = await served();
    await sandbox.fault({ path: "settings/w", times: 2, effect: refusal });
    await expect(deployed.instance.deploy()).rejects.toThrow(/not authorized/);
    await deployed.flow.schedule();
    expect(warnings(deployed)).toEqual([expect.stringMatching(/could not be looked after now/)]);
    expect(deployed.items()).toEqual([]);
  });
});
