import fc from "fast-check";
import { playFeed } from "./soak/feed";
import { playNotified } from "./soak/notified";
import { playPoll } from "./soak/poll";
import { comingAndGoing, notificationSchedules, platformSchedules, schedules } from "./soak/schedule";
import { runs } from "./support/runs";
import { startSandbox, type TestSandbox } from "./support/sandbox";

/*
 * What must hold whatever others do and whenever machines die. `test/soak/changes.ts` plays thousands of the
 * same schedules.
 */

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

it("the change feed emits every change, and once where nothing dies", async () => {
  await fc.assert(
    fc.asyncProperty(schedules, (schedule) => playFeed(sandbox, schedule)),
    runs(40),
  );
}, 300_000);

it("so does crmRecordChanges on the platform, whatever is saved when, batched or not", async () => {
  await fc.assert(
    fc.asyncProperty(platformSchedules, (schedule) => playPoll(sandbox, schedule)),
    runs(20),
  );
}, 300_000);

it("and where machines die around a record that comes and goes within one second", async () => {
  for (const schedule of comingAndGoing) await playPoll(sandbox, schedule);
});

it("so does crmNotifications, whichever calls are lost, doubled, out of order or late", async () => {
  await fc.assert(
    fc.asyncProperty(notificationSchedules, (schedule) => playNotified(sandbox, schedule)),
    runs(20),
  );
}, 300_000);
