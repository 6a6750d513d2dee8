import assert from "node:assert/strict";
import { nextChanges } from "../../src/zoho/crm/changes/changes";
import type { ChangeMemory } from "../../src/zoho/crm/changes/memory";
import type { Change, ChangeQuery } from "../../src/zoho/crm/changes/types";
import type { Transport } from "../../src/zoho/http/transport";
import { QuickClock, type TestSandbox } from "../support/sandbox";
import { Others } from "./others";
import type { Poll, Schedule } from "./schedule";

class Death extends Error {}

/** Polls a module's feed as a platform would, and keeps what it was handed. */
class Poller {
  readonly emitted: Change[] = [];
  died = false;
  private saved: ChangeMemory | undefined;

  constructor(
    private readonly crm: Transport,
    private readonly query: ChangeQuery,
    private readonly others: Others,
    private readonly saves: Schedule["saves"],
  ) {}

  async poll({ during, failsAt, diesAfter }: Poll): Promise<void> {
    let requests = 0;
    const before = () => {
      for (const write of during[requests] ?? []) this.others.write(write);
      if (requests === failsAt) throw new Death();
      requests += 1;
    };
    const crm: Transport = Object.create(this.crm, {
      send: { value: async (...call: Parameters<Transport["send"]>) => (before(), this.crm.send(...call)) },
    });
    let memory = this.saved;
    try {
      for (let page = 0, more = true; more; page += 1) {
        const next = await nextChanges(crm, this.query, memory);
        this.emitted.push(...next.changes);
        if (page === diesAfter) throw new Death();
        memory = JSON.parse(JSON.stringify(next.memory));
        more = next.more;
        if (this.saves === "page" || !more) this.saved = memory;
      }
    } catch (error) {
      if (!(error instanceof Death)) throw error;
      this.died = true;
    }
  }

  get memory(): ChangeMemory | undefined {
    return this.saved;
  }
}

/**
 * Plays a schedule and checks what was emitted: every change at least once, and exactly once where nothing died; new records as created, deleted ones as deleted.
 * @throws AssertionError where it does not hold.
 */
export async function playFeed(sandbox: TestSandbox, schedule: Schedule): Promise<void> {
  const { world } = sandbox;
  const nameField = schedule.module === "Leads" ? "Last_Name" : "Name";
  Object.assign(world.limits, { visibilityLagSeconds: schedule.lag });
  const others = new Others(world, schedule.module, nameField);
  const clock = new QuickClock(schedule.skewMinutes * 60_000);
  const query: ChangeQuery = {
    recordType: schedule.module,
    created: true,
    updated: true,
    deleted: true,
    fields: schedule.allFields ? [] : [nameField],
  };
  const poller = new Poller(await sandbox.crm({ clock }), query, others, schedule.saves);
  const calm: Poll = { kind: "poll", during: [] };

  world.clock.advance(200);
  await poller.poll(calm);
  for (const step of schedule.steps) {
    if (step.kind === "poll") await poller.poll(step);
    else if (step.kind === "advance") world.clock.advance(step.seconds);
    else others.write(step);
  }
  for (let rest = 0; rest < 2; rest += 1) {
    world.clock.advance(schedule.lag + 1);
    await poller.poll(calm);
  }
  check(others, poller);
}

function check(others: Others, { emitted, died, memory }: Poller): void {
  for (const [id, { name, state, wasDeleted }] of others.fates) {
    const told = emitted.filter((change) => change.id === id);
    const last = told.at(-1);
    assert(last, `${id} (${name}) was never emitted`);
    if (state === "deleted")
      assert.equal(last.change, "deleted", `the delete of ${id} (${name}) was not emitted`);
    else assert.equal(others.nameOf(last.record), name, `the last change of ${id} was not emitted`);
    if (state === "there") assert.notEqual(last.change, "deleted");
    if (wasDeleted || died) continue;
    assert.deepEqual(
      told.map(({ change }) => change),
      told.map((_, index) => (index === 0 ? "created" : "updated")),
      `${id} was told wrongly`,
    );
  }
  for (const { id } of emitted) assert(others.fates.has(id), `${id} was emitted and nobody touched it`);
  if (died) return;
  // A record that was restored within the second of its last change is rightly told again in the same version.
  const versions = emitted
    .filter(({ change, id }) => change !== "deleted" && !others.fates.get(id)?.wasDeleted)
    .map(({ id, modifiedTime, record }) => `${id} ${modifiedTime} ${others.nameOf(record)}`);
  assert.equal(new Set(versions).size, versions.length, "a change was emitted twice");
  assert(JSON.stringify(memory).length < 100_000);
}
