import assert from "node:assert/strict";
import type { Change } from "../../src/zoho/changes/change";
import { isObject, objectsAt } from "../../src/zoho/core/json";
import { nextChanges } from "../../src/zoho/crm/changes/changes";
import type { CrmChangeQuery } from "../../src/zoho/crm/changes/rows";
import type { CrmFeedState } from "../../src/zoho/crm/changes/state";
import type { Crm } from "../../src/zoho/crm/crm";
import { QuickClock, type TestSandbox } from "../support/sandbox";
import { Death } from "./deployed";
import { Others } from "./others";
import type { Poll, Schedule } from "./schedule";

/** Polls a module's feed as a platform would, and keeps what it was handed. */
class Poller {
  readonly emitted: Change[] = [];
  died = false;
  private saved: CrmFeedState | undefined;

  constructor(
    private readonly crm: Crm,
    private readonly query: CrmChangeQuery,
    private readonly others: Others,
    private readonly saves: Schedule["saves"],
  ) {}

  async poll({ during, failsAt, diesAfter }: Poll): Promise<void> {
    let requests = 0;
    const before = (): void => {
      for (const write of during[requests] ?? []) this.others.write(write);
      if (requests === failsAt) throw new Death();
      requests += 1;
    };
    const crm: Crm = Object.create(this.crm, {
      send: {
        value: async (...call: Parameters<Crm["send"]>) => {
          before();
          const { body, ...answer } = await this.crm.send(...call);
          const data = this.others.visible(objectsAt(body, "data"));
          return { ...answer, body: isObject(body) ? { ...body, data } : body };
        },
      },
    });
    let memory = this.saved;
    try {
      for (let page = 0, more = true; more; page += 1) {
        const next = await nextChanges(crm, this.query, memory);
        this.emitted.push(...next.changes);
        if (page === diesAfter) throw new Death();
        memory = JSON.parse(JSON.stringify(next.state));
        more = next.more;
        if (this.saves === "page" || !more) this.saved = memory;
      }
    } catch (error) {
      if (!(error instanceof Death)) throw error;
      this.died = true;
    }
  }

  get memory(): CrmFeedState | undefined {
    return this.saved;
  }
}

/**
 * Plays a schedule and checks what was emitted: every change at least once, and exactly once where nothing
 * died; new records as created, deleted ones as deleted.
 * @throws AssertionError where it does not hold.
 */
export async function playFeed(sandbox: TestSandbox, schedule: Schedule): Promise<void> {
  const { world } = sandbox;
  const nameField = schedule.module === "Leads" ? "Last_Name" : "Name";
  Object.assign(world.limits, { visibilityLagSeconds: schedule.lag });
  world.behaviours.restoredTime = schedule.restoredTime;
  const others = new Others(world, schedule.module, nameField, schedule.jitter);
  const clock = new QuickClock(schedule.skewMinutes * 60_000);
  const query: CrmChangeQuery = {
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
    world.clock.advance(schedule.lag + schedule.jitter + 1);
    await poller.poll(calm);
  }
  others.check(poller.emitted, !poller.died);
  if (!poller.died) assert(JSON.stringify(poller.memory).length < 100_000);
}
