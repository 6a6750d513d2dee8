import { type FlowDefinition, Instance, type InstanceOptions } from "../harness/platform";
import { Runner } from "../harness/runner";
import { serveWebhooks } from "../harness/webhookServer";
import component from "../src/index";
import type { JsonObject } from "../src/json";
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

type Item = { change: string; id: string; module: string; modifiedTime: string; record: JsonObject };

async function deployed(definition: FlowDefinition, options: Partial<InstanceOptions> = {}) {
  const inputs = { connection: await sandbox.connection(), ...definition.inputs };
  const runner = new Runner(component);
  const instance = new Instance({ runner, flows: { Changes: { ...definition, inputs } }, ...options });
  const flow = instance.flow("Changes");
  return { runner, instance, flow, items: () => flow.items as Item[] };
}

const said = (items: Item[], field = "Last_Name") =>
  items.map(({ change, record }) => `${change} ${String(record[field] ?? "")}`.trim());
const idOf = (written: JsonObject) => {
  const [{ details }] = written.data as [{ details: { id: string } }];
  return details.id;
};

describe("crmRecordChanges", () => {
  const changes = (inputs: JsonObject = {}): FlowDefinition => ({
    trigger: "crmRecordChanges",
    inputs: { recordType: "Leads", ...inputs },
  });

  it("tells what is new, updated, deleted and restored, each once", async () => {
    const { instance, flow, items } = await deployed(changes({ includeDeleted: true }));
    await instance.deploy();
    expect(await flow.schedule()).toMatchObject({ status: "polledNoChanges", executions: 0 });

    const id = idOf(await sandbox.writeAsOther("Leads", [{ Last_Name: "Burns" }]));
    await flow.schedule();
    await sandbox.writeAsOther("Leads", [{ id, Last_Name: "Boyle" }]);
    await flow.schedule();
    await sandbox.writeAsOther("Leads", [{ id, $delete: true }]);
    await flow.schedule();
    await sandbox.writeAsOther("Leads", [{ id, $restore: true }]);
    await flow.schedule();
    expect(said(items())).toEqual(["created Burns", "updated Boyle", "deleted", "updated Boyle"]);
    expect(items()[0]).toEqual({
      change: "created",
      id,
      module: "Leads",
      modifiedTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+05:30$/),
      record: expect.objectContaining({ id, Last_Name: "Burns", Company: null, Owner: expect.anything() }),
    });
    expect(await flow.schedule()).toMatchObject({ status: "polledNoChanges" });
  });

  it("costs one request and one credit where nothing happens, the first time too", async () => {
    const { instance, flow } = await deployed(changes());
    await instance.deploy();
    for (let poll = 0; poll < 3; poll += 1) {
      await sandbox.clearLedger();
      await flow.schedule();
      expect(await sandbox.ledger()).toMatchObject({ requests: 1, credits: 1 });
    }
    await sandbox.writeAsOther("Leads", [{ Last_Name: "Burns" }]);
    await flow.schedule();
    await sandbox.clearLedger();
    await flow.schedule();
    expect(await sandbox.ledger()).toMatchObject({ requests: 1, credits: 1 });
  });
});

describe("notificationsTrigger", () => {
  it("lives", async () => {
    const { instance, flow, items, runner } = await deployed({
      trigger: "notificationsTrigger",
      inputs: { events: ["Leads.all"] },
    });
    const server = await serveWebhooks(instance);
    await instance.deploy();
    const id = idOf(await sandbox.writeAsOther("Leads", [{ Last_Name: "Burns" }]));
    await sandbox.writeAsOther("Leads", [{ id, Last_Name: "Boyle" }]);
    const r = await fetch(`${sandbox.url}/__sandbox/deliveries`);
    console.log(JSON.stringify(await r.json()), runner.logs);
    console.log(said(items()), JSON.stringify(flow.state).slice(0, 1500));
    await flow.schedule();
    await instance.delete();
    await server.close();
  });
});
