import type { FlowDefinition } from "../harness/platform";
import type { Saves } from "../harness/rounds";
import { deployable } from "./soak/deployed";
import { startSandbox, type TestSandbox } from "./support/sandbox";

/*
 * What a run of several rounds does to what is emitted, however the platform saves what it keeps.
 */

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(async () => {
  await sandbox.reset();
  await sandbox.clearFaults();
});
afterAll(() => sandbox.close());

const changes: FlowDefinition = {
  trigger: "crmRecordChanges",
  inputs: { recordType: "Leads", selectedFields: ["Last_Name"] },
  batchSize: 100,
};

const everySave: Saves[] = ["eachRound", "beforeBatches", "lastRound", "lastRoundAlone"];

async function polled(saves: Saves, onStep?: (step: { at: string; round: number }) => void | Promise<void>) {
  const deployed = await deployable(sandbox, changes, { saves, onStep });
  await deployed.instance.deploy();
  await deployed.flow.schedule();
  return deployed;
}

type Deployed = Awaited<ReturnType<typeof polled>>;

const write = (count: number, more: (index: number) => object = () => ({})) =>
  sandbox.writeAsOther(
    "Leads",
    Array.from({ length: count }, (_, index) => ({ Last_Name: `Lead ${index}`, ...more(index) })),
  );
const told = ({ items }: Deployed) => new Set(items().map(({ id }) => id)).size;

it.each(everySave)("emits a backlog once, and nothing the next time: state saved %s", async (saves) => {
  const deployed = await polled(saves);
  await write(250);
  await deployed.flow.schedule();
  await sandbox.advance(61);
  await deployed.flow.schedule();
  expect([told(deployed), deployed.items().length]).toEqual([250, 250]);
  expect(await deployed.flow.schedule()).toMatchObject({ status: "polledNoChanges" });
});

describe.each(everySave)("a run that dies, state saved %s", (saves) => {
  it.each(["performed", "saved", "dispatching", "dispatched"])("at %s loses nothing", async (at) => {
    for (const round of [1, 2, 3]) {
      const death = { isDue: false };
      const deployed = await polled(saves, (step) => {
        if (!death.isDue || step.at !== at || step.round !== round) return;
        death.isDue = false;
        throw new Error("died");
      });
      await write(250);
      death.isDue = true;
      await deployed.flow.schedule().catch(() => undefined);
      death.isDue = false;
      await deployed.flow.schedule();
      expect(told(deployed)).toBe(250);
      const keys = new Set(deployed.items().map(({ itemKey }) => itemKey));
      // What comes again comes with the same key.
      expect(keys.size).toBe(250);
    }
  });
});

it.each(everySave)("runs that overlap lose nothing and end: state saved %s", async (saves) => {
  const meanwhile = { isDue: false };
  const deployed: Deployed = await polled(saves, async ({ at, round }) => {
    if (!meanwhile.isDue || at !== "performed" || round !== 2) return;
    meanwhile.isDue = false;
    await deployed.flow.schedule();
  });
  await write(250);
  meanwhile.isDue = true;
  await deployed.flow.schedule();
  await write(1);
  await deployed.flow.schedule();
  expect(told(deployed)).toBe(251);
});

it("polls whatever runs the flow, and every change once", async () => {
  const deployed = await polled("lastRound");
  const types = [
    "Scheduled",
    "Integration Flow Test",
    "Webhook Snapshot",
    "Deploy Flow",
    "AI Agent",
  ] as const;
  for (const type of types) {
    await write(1);
    await deployed.flow.invoke(type);
  }
  expect([told(deployed), deployed.items().length]).toEqual([types.length, types.length]);
});

it("hands back pages that the platform takes, however wide the records are", async () => {
  const wide = await deployable(sandbox, {
    ...changes,
    inputs: { recordType: "Leads", selectedFields: ["Description"] },
  });
  await wide.instance.deploy();
  await wide.flow.schedule();
  const Description = "x".repeat(30_000);
  await write(150, () => ({ Description }));
  const { rounds } = await wide.flow.schedule();
  expect(rounds).toBeGreaterThan(2);
  expect([told(wide), wide.items().length]).toEqual([150, 150]);
});

it("sends a short cursor to and fro, and keeps what is remembered in the state of the flow", async () => {
  const cursors: number[] = [];
  const deployed = await polled("lastRound");
  const { getNextPaginationState } = deployed.runner.find("crmRecordChanges");
  deployed.runner.find("crmRecordChanges").getNextPaginationState = (context, result) => {
    const cursor = getNextPaginationState?.(context, result) ?? null;
    cursors.push(JSON.stringify(cursor).length);
    return cursor;
  };
  await write(6000);
  await deployed.flow.schedule();
  expect(told(deployed)).toBe(6000);
  expect(Math.max(...cursors)).toBeLessThan(33_000);
});
