import { writeAsOther } from "../../../../sandbox/crm/records/write/other";
import { logging } from "../../../../test/hostile/zoho";
import { startSandbox, type TestSandbox } from "../../../../test/support/sandbox";
import type { Change } from "../../changes/change";
import { beginAt, beginSince, nextChanges } from "./changes";
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

/** Writes a record whose times lie ahead of Zoho's clock. */
function writeAhead(seconds: number): void {
  const { clock, crm } = sandbox.world;
  clock.advance(seconds);
  writeAsOther(crm, "Leads", [{ Last_Name: "Ahead", Company: "ABC" }]);
  clock.advance(-seconds);
}

/**
 * Polls every five minutes, with a record written before each and what `disturb` does to the clocks, and
 * gives what was written and emitted, and what the log warned of.
 */
async function play(disturb: (poll: number) => void) {
  const { clock } = sandbox.world;
  const written: string[] = [];
  const emitted: Change[] = [];
  const { lines, log } = logging();
  let state: unknown;
  const poll = async () => {
    // A token lives an hour.
    const crm = await sandbox.crm({ log });
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
  return { written, emitted: emitted.map(({ record }) => String(record.Last_Name)), warned: lines.warn };
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

it("emits every change where Zoho's clock goes back an hour, and says why some may come twice", async () => {
  const { written, emitted, warned } = await play((poll) => {
    if (poll === 6) sandbox.world.clock.advance(-3600);
  });
  expect([...new Set(emitted)].sort()).toEqual([...written].sort());
  expect(warned).toContainEqual(expect.stringContaining("before changes of Leads that were read"));
});

it("emits a record from the future once, and every change after it", async () => {
  let ahead = false;
  const { written, emitted } = await play((poll) => {
    if (poll !== 5 || ahead) return;
    ahead = true;
    writeAhead(3600);
  });
  expect([...emitted].sort()).toEqual([...written, "Ahead"].sort());
});

it("emits a backlog once beside a record that is a day ahead", async () => {
  writeAhead(24 * 3600);
  const names = Array.from({ length: 250 }, (_, index) => `Backlog ${index}`);
  const { written, emitted, warned } = await play((poll) => {
    if (poll !== 5) return;
    const leads = names.map((Last_Name) => ({ Last_Name, Company: "ABC" }));
    writeAsOther(sandbox.world.crm, "Leads", leads);
  });
  expect([...emitted].sort()).toEqual([...written, ...names].sort());
  expect(warned).toEqual([]);
});

it("misses nothing where it is to begin some seconds ahead of Zoho's clock", async () => {
  const crm = await sandbox.crm();
  await sandbox.writeAsOther("Leads", [{ Last_Name: "Now" }]);
  const begin = beginAt(Math.floor(sandbox.world.clock.now() / 1000) + 20);
  const { changes } = await nextChanges(crm, query, undefined, begin);
  expect(changes.map(({ record }) => record.Last_Name)).toContain("Now");
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
