import fc from "fast-check";
import { startSandbox } from "../support/sandbox";
import { playFeed } from "./feed";
import { schedules } from "./schedule";

/** `tsx test/soak/changes.ts 10000`: plays so many schedules against the change feed; a seed may follow. */
async function main([count = "10000", seed]: string[]): Promise<void> {
  const sandbox = await startSandbox();
  const began = Date.now();
  let played = 0;
  const property = fc.asyncProperty(schedules, async (schedule) => {
    await playFeed(sandbox, schedule);
    played += 1;
    // A fresh organisation now and then, so that it does not grow with the schedules.
    if (played % 100 === 0) await sandbox.reset();
    if (played % 1000 === 0)
      console.log(`${played} schedules hold, ${Math.round((Date.now() - began) / 1000)} s.`);
  });
  await fc.assert(property, { numRuns: Number(count), ...(seed && { seed: Number(seed) }) });
  await sandbox.close();
  console.log(`All ${count} schedules hold.`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
