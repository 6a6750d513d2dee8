import { openBooks } from "../../../../test/support/books";
import { startSandbox, type TestSandbox } from "../../../../test/support/sandbox";
import type { Change } from "../../changes/change";
import { nextChanges } from "./changes";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(async () => {
  await sandbox.reset();
  sandbox.world.clock.skewDate(0);
});
afterAll(() => sandbox.close());

const query = { recordType: "contacts", created: true, updated: true };

async function write(contact_name: string): Promise<void> {
  const response = await fetch(`${sandbox.url}/__sandbox/books/contacts`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ data: [{ contact_name }] }),
  });
  expect(response.status).toBe(200);
}

async function play(disturb: (poll: number) => Promise<void> | void) {
  const written: string[] = [];
  const emitted: Change[] = [];
  let state: unknown;
  const poll = async () => {
    // A token lives an hour.
    const books = await openBooks(sandbox);
    for (let more = true; more; ) {
      const page = await nextChanges(books, query, state);
      emitted.push(...page.changes);
      state = JSON.parse(JSON.stringify(page.state));
      more = page.more;
    }
  };
  await poll();
  for (let number = 0; number < 16; number += 1) {
    sandbox.world.clock.advance(300);
    await disturb(number);
    written.push(`Contact ${number}`);
    await write(`Contact ${number}`);
    await poll();
  }
  return { written, emitted: emitted.map(({ record }) => String(record.contact_name)) };
}

it.each<[string, (poll: number) => void]>([
  ["dates one answer an hour ahead", (poll) => sandbox.world.clock.skewDate(poll === 5 ? 3600 : 0)],
  ["dates answers an hour behind", () => sandbox.world.clock.skewDate(-3600)],
])("emits every change once where Zoho %s", async (_, disturb) => {
  const { written, emitted } = await play(disturb);
  expect([...emitted].sort()).toEqual([...written].sort());
});

it("emits every change where Zoho's clock goes back an hour, or a record is an hour ahead", async () => {
  const back = await play((poll) => {
    if (poll === 6) sandbox.world.clock.advance(-3600);
  });
  expect([...new Set(back.emitted)].sort()).toEqual([...back.written].sort());
  await sandbox.reset();
  const ahead = await play(async (poll) => {
    if (poll !== 5) return;
    sandbox.world.clock.advance(3600);
    await write("Ahead");
    sandbox.world.clock.advance(-3600);
  });
  expect([...ahead.emitted].sort()).toEqual([...ahead.written, "Ahead"].sort());
});

it("misses nothing where it is to begin some seconds ahead of Zoho's clock", async () => {
  await write("Now");
  const begin = Math.floor(sandbox.world.clock.now() / 1000) + 20;
  const { changes } = await nextChanges(await openBooks(sandbox), query, undefined, begin);
  expect(changes.map(({ record }) => record.contact_name)).toContain("Now");
});

it("refuses to begin at a date in the future, names the time, and reads one without an offset as UTC's", async () => {
  const books = await openBooks(sandbox);
  const now = sandbox.world.clock.now();
  const local = (ms: number) => new Date(ms).toISOString().slice(0, 19);
  const begin = (time: string) => nextChanges(books, query, undefined, time);
  await expect(begin(local(now + 3_600_000))).rejects.toThrow(
    `at Zoho it is ${new Date(now).toISOString().slice(0, 13)}`,
  );
  await write("Since");
  const { changes } = await begin(local(now - 1000));
  expect(changes.map(({ record }) => record.contact_name)).toEqual(["Since"]);
});
