import { serveWebhooks } from "../../harness/webhookServer";
import { notificationsOf } from "../../sandbox/crm/notifications/notifications";
import type { TestSandbox } from "../support/sandbox";
import { deployable } from "./deployed";
import { Others } from "./others";
import type { NotificationSchedule } from "./schedule";

/**
 * Plays a schedule against `crmNotifications`: calls that are lost, doubled, out of order and late, with a
 * scheduled run now and then and at the end, and checks what the flow was handed.
 * @throws AssertionError where it does not hold.
 */
export async function playNotified(sandbox: TestSandbox, schedule: NotificationSchedule): Promise<void> {
  const { world } = sandbox;
  Object.assign(world.limits, { visibilityLagSeconds: schedule.lag });
  const others = new Others(world, "Leads", "Last_Name");
  const { instance, flow, items } = await deployable(sandbox, {
    trigger: "crmNotifications",
    inputs: { events: ["Leads.all"], selectedFields: ["Last_Name"] },
  });
  const server = await serveWebhooks(instance);
  const notifications = notificationsOf(world.crm);
  const { deliveries } = notifications;
  deliveries.isHolding = true;
  try {
    world.clock.advance(200);
    await instance.deploy();
    for (const step of schedule.steps) {
      if (step.kind === "scheduled") await flow.schedule();
      else if (step.kind === "deploy") await instance.deploy();
      else if (step.kind === "advance") world.clock.advance(step.seconds);
      else if (step.kind === "deliver") {
        notifications.flush();
        const numbers = deliveries.held.map(({ number }) => number);
        const chosen = step.picks.flatMap((pick) => numbers[pick % Math.max(1, numbers.length)] ?? []);
        await deliveries.release(chosen, step.together);
      } else others.write(step);
    }
    for (let rest = 0; rest < 2; rest += 1) {
      world.clock.advance(schedule.lag + 1);
      await flow.schedule();
    }
    // What comes now is late for all of it.
    notifications.flush();
    await deliveries.release("all");
    const overlapped = schedule.steps.some((step) => step.kind === "deliver" && step.together);
    others.check(items(), !overlapped);
  } finally {
    deliveries.drop("all");
    await instance.delete();
    await server.close();
  }
}
