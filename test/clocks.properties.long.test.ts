import fc from "fast-check";
import { FeedServer } from "./hostile/feedServer";
import { clockSchedules, clocksThatCameBack, playClocks } from "./soak/clocks";

let server: FeedServer;
beforeAll(async () => {
  server = await FeedServer.start();
});
afterAll(() => server.close());

it("the change feeds lose nothing whatever Zoho's clocks say, and double nothing where they agree", async () => {
  await fc.assert(
    fc.asyncProperty(clockSchedules, (schedule) => playClocks(server, schedule)),
    { numRuns: 150, examples: clocksThatCameBack.map((schedule) => [schedule] as [typeof schedule]) },
  );
}, 60_000);
