import fc from "fast-check";
import { playFeed } from "./soak/feed";
import { schedules } from "./soak/schedule";
import { startSandbox, type TestSandbox } from "./support/sandbox";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

it("emits every change at least once, and exactly once where nothing dies", async () => {
  const property = fc.asyncProperty(schedules, (schedule) => playFeed(sandbox, schedule));
  await fc.assert(property, { numRuns: 200 });
}, 60_000);
