import { writeAsOther } from "../../../../sandbox/crm/records/write/other";
import { startSandbox, type TestSandbox } from "../../../../test/support/sandbox";
import type { Change } from "../../changes/change";
import { beginSince, nextChanges } from "./changes";
import type { CrmChangeQuery } from "./rows";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(async () => {
  await sandbox.reset();
  sandbox.world.clock.skewDate(0);
});
afterAll(() => sandbox.close());

const query: CrmChangeQuery = {
  recordType: "Leads",
  created: true,
  updated: true,
  deleted: true,
  fields: ["Last_Name"],
};

/**
 * Polls every five minutes, with a record written before each and what `disturb` does to the clocks, and
 * gives what was written and emitted.
 */
async function play(disturb: (poll: number) => void): Promise<{ written: string[]; emitted: string[] }> {
  const { clock } = sandbox.world;
  const written: string[] = [];
  const emitted: Change[] = [];
  let state: unknown;
  const poll = async () => {
    // A token lives an hour.
    const crm = await sandbox.crm();
    for (let more = true; more; ) {
      const page = await nextChanges(crm, query, state);
      emitted.push(...page.changes);
      state = JSON.parse(JSON.stringify(page.state));
      more = page.more;
    }
  };
  const write = async () => {
    written.push(`Lead ${written.length}`);
    await sandbox.writeAsOther("Leads", [{ Last_Name: written.at(-1) }]);
  };
  await write();
  await poll();
  written.length = 0;
  for (let number = 0; number < 24; number += 1) {
    clock.advance(300);
    disturb(number);
    await write();
    await poll();
  }
  return { written, emitted: emitted.map(({ record }) => String(record.Last_Name)) };
}

it.each<[string, (poll: number) => void]>([
  ["agrees", () => {}],
  ["dates one answer an hour ahead", (poll) => sandbox.world.clock.skewDate(poll === 5 ? 3600 : 0)],
  ["dates answers an hour behind", () => sandbox.world.clock.skewDate(-3600)],
  [
    "dates answers by servers that are two seconds apart",
    (poll) => sandbox.world.clock.skewDate(poll % 2 ? 2 : 0),
  ],
])("emits every change once where Zoho %s", async (_, disturb) => {
  const { written, emitted } = await play(disturb);
  expect([...emitted].sort()).toEqual([...written].sort());
});

it("emits every change where Zoho's clock goes back an hour", async () => {
  const { written, emitted } = await play((poll) => {
    if (poll === 6) sandbox.world.clock.advance(-3600);
  });
  expect([...new Set(emitted)].sort()).toEqual([...written].sort());
});

it("emits a record from the future once, and every change after it", async () => {
  let ahead = false;
  const { written, emitted } = await play((poll) => {
    const { clock, crm } = sandbox.world;
    if (poll !== 5 || ahead) return;
    ahead = true;
    clock.advance(3600);
    writeAsOther(crm, "Leads", [{ Last_Name: "Ahead", Company: "ABC" }]);
    clock.advance(-3600);
  });
  expect([...emitted].sort()).toEqual([...written, "Ahead"].sort());
});

it("refuses to begin in the future, names the time, and reads a time without an offset as UTC's", async () => {
  const crm = await sandbox.crm();
  const now = sandbox.world.clock.now();
  const local = (ms: number) => new Date(ms).toISOString().slice(0, 19);
  const begin = (time: string) => nextChanges(crm, query, undefined, beginSince(time));
  await expect(begin(local(now + 3_600_000))).rejects.toThrow(
    `at Zoho it is ${new Date(now).toISOString().slice(0, 13)}`,
  );
  await sandbox.writeAsOther("Leads", [{ Last_Name: "Since" }]);
  const { changes } = await begin(local(now - 1000));
  expect(changes.map(({ record }) => record.Last_Name)).toEqual(["Since"]);
});
