import type { TestSandbox } from "../support/sandbox";
import { Death, deployable } from "./deployed";
import { Others } from "./others";
import type { PlatformSchedule } from "./schedule";

/**
 * Plays a schedule against `crmRecordChanges` as the platform runs it, with machines that die between any two
 * of its steps, and checks what the flow was handed.
 * @throws AssertionError where it does not hold.
 */
export async function playPoll(sandbox: TestSandbox, schedule: PlatformSchedule): Promise<void> {
  const { world } = sandbox;
  Object.assign(world.limits, { visibilityLagSeconds: schedule.lag });
  const others = new Others(world, "Leads", "Last_Name");
  let died = false;
  let steps = Number.POSITIVE_INFINITY;
  const { instance, flow, items } = await deployable(
    sandbox,
    {
      trigger: "crmRecordChanges",
      inputs: { recordType: "Leads", showDeletedRecords: true, selectedFields: ["Last_Name"] },
      batchSize: schedule.batchSize,
    },
    {
      saves: schedule.saves,
      onStep: () => {
        steps -= 1;
        if (steps < 0) throw new Death();
      },
    },
  );
  const poll = async (dies = Number.POSITIVE_INFINITY) => {
    steps = dies;
    try {
      await flow.schedule();
    } catch (error) {
      if (!(error instanceof Death)) throw error;
      died = true;
    }
  };

  world.clock.advance(200);
  await instance.deploy();
  await poll();
  for (const step of schedule.steps) {
    if (step.kind === "poll") await poll(step.dies);
    else if (step.kind === "deploy") await instance.deploy();
    else if (step.kind === "advance") world.clock.advance(step.seconds);
    else others.write(step);
  }
  for (let rest = 0; rest < 3; rest += 1) {
    world.clock.advance(schedule.lag + 1);
    await poll();
  }
  others.check(items(), !died);
}
