import assert from "node:assert/strict";
import fc from "fast-check";
import { serveWebhooks } from "../harness/webhookServer";
import type { JsonObject } from "../src/zoho/core/json";
import { deployable, type Emitted } from "./soak/deployed";
import { runs } from "./support/runs";
import { startSandbox, type TestSandbox } from "./support/sandbox";

/*
 * Whatever becomes of the calls of webhooks, lost, doubled, late and in any order: every change that is still
 * there to be read is told, and once unless calls overlap.
 */

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

type Step =
  | { kind: "insert" }
  | { kind: "scheduled" }
  | { kind: "deploy" }
  | { kind: "update" | "delete"; which: number }
  | { kind: "advance"; seconds: number }
  /** Sends held calls: those of `picks`, in this order, and again where named again. */
  | { kind: "deliver"; picks: number[]; together: boolean };

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.constant({ kind: "insert" as const }) },
    {
      weight: 5,
      arbitrary: fc.record({ kind: fc.constantFrom("update" as const, "delete" as const), which: fc.nat(9) }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant("advance" as const),
        seconds: fc.constantFrom(1, 5, 61, 300),
      }),
    },
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constant("deliver" as const),
        picks: fc.array(fc.nat(9), { maxLength: 5 }),
        together: fc.boolean(),
      }),
    },
    { weight: 2, arbitrary: fc.constantFrom<Step>({ kind: "scheduled" }, { kind: "deploy" }) },
  ),
  { minLength: 2, maxLength: 14 },
);

/** What became of a record. */
interface Fate {
  names: string[];
  isGone: boolean;
}

async function play(schedule: readonly Step[]): Promise<void> {
  await sandbox.reset();
  const { deliveries } = sandbox.world.books.first;
  const deployed = await deployable(sandbox, {
    trigger: "booksNotifications",
    inputs: { recordType: "contacts", showDeletedRecords: true },
  });
  const { instance, flow } = deployed;
  const server = await serveWebhooks(instance);
  const fates = new Map<string, Fate>();
  const alive = () => [...fates].filter(([, { isGone }]) => !isGone);
  const write = async (record: JsonObject) => {
    const { data } = await sandbox.control("POST", "books/contacts", { data: [record] });
    return String((data as JsonObject[])[0]?.id);
  };
  let names = 0;
  const nextName = () => {
    names += 1;
    return `Name ${names}`;
  };
  try {
    await instance.deploy();
    await deliveries.settled();
    deliveries.isHolding = true;
    for (const step of schedule) {
      if (step.kind === "scheduled") await flow.schedule();
      else if (step.kind === "deploy") await instance.deploy();
      else if (step.kind === "advance") await sandbox.advance(step.seconds);
      else if (step.kind === "insert") {
        const contact_name = nextName();
        fates.set(await write({ contact_name }), { names: [contact_name], isGone: false });
      } else if (step.kind === "deliver") {
        const numbers = deliveries.held.map(({ number }) => number);
        const chosen = step.picks.flatMap((pick) => numbers[pick % Math.max(1, numbers.length)] ?? []);
        await deliveries.release(chosen, step.together);
      } else if (step.kind === "update" || step.kind === "delete") {
        const [contact_id, fate] = alive()[step.which % Math.max(1, alive().length)] ?? [];
        if (!fate) continue;
        const change = step.kind === "delete" ? { $delete: true } : { contact_name: nextName() };
        await write({ contact_id, ...change });
        if (change.contact_name === undefined) fate.isGone = true;
        else fate.names.push(change.contact_name);
      }
    }
    for (let rest = 0; rest < 2; rest += 1) {
      await sandbox.advance(1);
      await flow.schedule();
    }
    // What comes now is late for all of it, but for what was deleted.
    await deliveries.release("all");
    const overlapped = schedule.some((step) => step.kind === "deliver" && step.together);
    check(fates, deployed.items(), !overlapped);
  } finally {
    deliveries.drop("all");
    deliveries.isHolding = false;
    await server.close();
  }
}

function check(fates: ReadonlyMap<string, Fate>, emitted: readonly Emitted[], exactlyOnce: boolean): void {
  for (const { id } of emitted) assert(fates.has(id), `${id} was emitted and nobody touched it`);
  for (const [id, { names, isGone }] of fates) {
    const told = emitted.filter((change) => change.id === id);
    const there = told.filter(({ change }) => change !== "deleted");
    const deletes = told.length - there.length;
    assert.equal(deletes > 0, isGone, `${id} (${names.at(-1)}) was told as ${told.at(-1)?.change}`);
    if (!isGone)
      assert.equal(there.at(-1)?.record.contact_name, names.at(-1), "the last change was not emitted");
    if (!exactlyOnce) continue;
    assert(deletes <= 1, `the deletion of ${id} was emitted twice`);
    const said = there.map(({ record }) => record.contact_name);
    assert.equal(new Set(said).size, said.length, `a change of ${id} was emitted twice`);
    const kinds = there.map((_, index) => (index === 0 ? "created" : "updated"));
    assert.deepEqual(
      there.map(({ change }) => change),
      kinds,
      `${id} was told wrongly`,
    );
  }
}

test("every change is told, whatever becomes of the calls", async () => {
  await fc.assert(fc.asyncProperty(steps, play), { ...runs(60), timeout: 20_000 });
}, 300_000);
