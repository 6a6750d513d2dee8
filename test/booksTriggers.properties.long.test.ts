import fc from "fast-check";
import type { Books } from "../src/zoho/books/books";
import { nextChanges } from "../src/zoho/books/changes/changes";
import type { Change } from "../src/zoho/changes/change";
import { isObject, type JsonObject, objectsAt } from "../src/zoho/core/json";
import { openBooks } from "./support/books";
import { runs } from "./support/runs";
import { QuickClock, startSandbox, type TestSandbox } from "./support/sandbox";

/*
 * Whatever others write between and during polls, and wherever a run dies: every change is told, and once
 * where nothing dies.
 */

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

type Write = { kind: "insert"; count: number } | { kind: "update" | "delete"; which: number };
type Step =
  | Write
  | { kind: "advance"; seconds: number }
  /**
   * Others write before some of the requests; a request may fail; what was read may be emitted and not saved.
   */
  | { kind: "poll"; during: readonly (readonly Write[])[]; failsAt?: number; dies?: boolean };

interface Kind {
  readonly type: string;
  readonly id: string;
  readonly name: string;
  readonly more?: JsonObject;
}

/** One type that Zoho sorts by the time of change, and one that it filters by it. */
const kinds: readonly Kind[] = [
  { type: "contacts", id: "contact_id", name: "contact_name" },
  { type: "chartofaccounts", id: "account_id", name: "account_name", more: { account_type: "expense" } },
];

const writes: fc.Arbitrary<Write> = fc.oneof(
  fc.record({ kind: fc.constant("insert" as const), count: fc.constantFrom(1, 2, 230) }),
  fc.record({ kind: fc.constantFrom("update" as const, "delete" as const), which: fc.nat(500) }),
);
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: writes },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant("advance" as const),
        seconds: fc.constantFrom(1, 30, 61, 400),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record(
        {
          kind: fc.constant("poll" as const),
          during: fc.array(fc.array(writes, { maxLength: 2 }), { maxLength: 3 }),
          failsAt: fc.nat(3),
          dies: fc.boolean(),
        },
        { requiredKeys: ["kind", "during"] },
      ),
    },
  ),
  { maxLength: 14 },
);

/**
 * Plays a schedule on a record type, whose writes stay unseen for `lag` seconds, and checks what was told.
 */
async function play(
  { type, id: idField, name, more }: Kind,
  schedule: readonly Step[],
  lag: number,
): Promise<void> {
  await sandbox.reset();
  await sandbox.limits({ books: { perMinute: 1_000_000, perDay: 1_000_000 } });
  await sandbox.advance(7200);
  const books = await openBooks(sandbox, { clock: new QuickClock() });
  await books.organization();
  const names = new Map<string, string[]>();
  const gone = new Set<string>();
  let number = 0;

  const send = async (data: JsonObject[]): Promise<string[]> => {
    const response = await fetch(`${sandbox.url}/__sandbox/books/${type}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ data }),
    });
    const written = ((await response.json()) as { data: JsonObject[] }).data;
    for (const { code, message } of written) expect([code, message]).toEqual([0, expect.anything()]);
    return written.map(({ id }) => String(id));
  };
  const visible = (rows: JsonObject[]) =>
    rows.filter(
      ({ last_modified_time: time }) => Date.parse(String(time)) <= sandbox.world.clock.now() - lag * 1000,
    );
  const nextName = () => {
    number += 1;
    return `Record ${number}`;
  };
  const write = async (step: Write): Promise<void> => {
    if (step.kind === "insert") {
      const data = Array.from({ length: step.count }, () => ({ ...more, [name]: nextName() }));
      const ids = await send(data);
      for (const [index, id] of ids.entries()) names.set(id, [String(data[index]?.[name])]);
      return;
    }
    const there = [...names.keys()].filter((id) => !gone.has(id));
    const id = there[step.which % Math.max(1, there.length)];
    if (id === undefined) return;
    if (step.kind === "delete") {
      gone.add(id);
      await send([{ [idField]: id, $delete: true }]);
      return;
    }
    const changed = nextName();
    names.get(id)?.push(changed);
    await send([{ ...more, [idField]: id, [name]: changed }]);
  };

  let saved: unknown;
  let died = false;
  const emitted: Change[] = [];
  const poll = async ({ during, failsAt, dies }: Extract<Step, { kind: "poll" }>): Promise<void> => {
    let requests = 0;
    const disturbed: Books = Object.create(books, {
      send: {
        value: async (...call: Parameters<Books["send"]>) => {
          for (const step of during[requests] ?? []) await write(step);
          if (requests === failsAt) throw new Error("failed");
          requests += 1;
          const { body, ...answer } = await books.send(...call);
          return {
            ...answer,
            body: isObject(body) ? { ...body, [type]: visible(objectsAt(body, type)) } : body,
          };
        },
      },
    });
    const query = { recordType: type, created: true, updated: true };
    try {
      for (let rest = true; rest; ) {
        const page = await nextChanges(disturbed, query, saved);
        emitted.push(...page.changes);
        if (dies && page.changes.length > 0) {
          died = true;
          return;
        }
        saved = JSON.parse(JSON.stringify(page.state));
        rest = page.more;
      }
    } catch (error) {
      if (!(error instanceof Error) || error.message !== "failed") throw error;
    }
  };

  // Begins, and reads so often that the feed is no longer wary of the clock that it began by.
  const calm = { kind: "poll", during: [] } as const;
  await poll(calm);
  await write({ kind: "insert", count: 1 });
  for (let rest = 0; rest < 2; rest += 1) {
    await sandbox.advance(lag + 1);
    await poll(calm);
  }
  for (const step of schedule) {
    if (step.kind === "poll") await poll(step);
    else if (step.kind === "advance") await sandbox.advance(step.seconds);
    else await write(step);
  }
  for (let rest = 0; rest < 2; rest += 1) {
    await sandbox.advance(lag + 1);
    await poll(calm);
  }

  for (const { id } of emitted) expect(names.has(id)).toBe(true);
  for (const [id, [first, ...later]] of names) {
    const told = emitted.filter((change) => change.id === id);
    const toldNames = told.map(({ record }) => String(record[name]));
    if (!gone.has(id)) expect(toldNames.at(-1)).toBe(later.at(-1) ?? first);
    if (died) continue;
    expect(new Set(toldNames).size).toBe(toldNames.length);
    // A record that is changed again and again before it is seen may be no longer new when it is.
    if (lag > 0) continue;
    expect(told.map(({ change }) => change)).toEqual(told.map((_, at) => (at === 0 ? "created" : "updated")));
  }
}

it.each(kinds)(
  "tells every change of $type, and once where nothing dies",
  async (kind) => {
    await fc.assert(
      fc.asyncProperty(steps, fc.constantFrom(0, 0, 25), (schedule, lag) => play(kind, schedule, lag)),
      runs(12),
    );
  },
  300_000,
);
