import fc from "fast-check";
import { FeedServer } from "../hostile/feedServer";
import { startSandbox, type TestSandbox } from "../support/sandbox";
import { clockSchedules, playClocks } from "./clocks";
import { playFeed } from "./feed";
import { playNotified } from "./notified";
import { playPoll } from "./poll";
import { comingAndGoing, notificationSchedules, platformSchedules, schedules } from "./schedule";

// The connector talks to loopback only where this is set; the sandbox lives there.
process.env.ZOHO_ALLOW_LOOPBACK = "1";

/** The longest that one schedule may take: one that waits for ever fails, and is shown. */
const SCHEDULE_MS = 120_000;

/** `tsx test/soak/changes.ts 10000`: plays so many schedules of each kind; a seed may follow. */
async function main([count = "10000", seed]: string[]): Promise<void> {
  const sandbox = await startSandbox();
  const chosen = Number(seed ?? Math.floor(Math.random() * 2 ** 31));
  console.log(`The seed is ${chosen}.`);
  const soak = async <T>(
    what: string,
    arbitrary: fc.Arbitrary<T>,
    play: (sandbox: TestSandbox, schedule: T) => Promise<void>,
  ) => {
    let played = 0;
    const property = fc.asyncProperty(arbitrary, async (schedule) => {
      await play(sandbox, schedule);
      played += 1;
      // A fresh organisation now and then, so that it does not grow with the schedules.
      if (played % 100 === 0) await sandbox.reset();
      if (played % 1000 === 0) console.log(`${what}: ${played} schedules hold.`);
    });
    await fc.assert(property, { numRuns: Number(count), seed: chosen, timeout: SCHEDULE_MS });
  };
  await soak("The change feed", schedules, playFeed);
  const server = await FeedServer.start();
  await soak("The change feeds under odd clocks", clockSchedules, (_, schedule) =>
    playClocks(server, schedule),
  );
  await server.close();
  await soak("crmRecordChanges", platformSchedules, playPoll);
  for (const schedule of comingAndGoing) await playPoll(sandbox, schedule);
  await soak("crmNotifications", notificationSchedules, playNotified);
  await sandbox.close();
  console.log(`All ${count} schedules of each kind hold.`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  // The sandbox and the sockets of a run that failed would keep the process.
  process.exit(1);
});
