import assert from "node:assert/strict";
import fc from "fast-check";
import { nextChanges as nextInBooks } from "../../src/zoho/books/changes/changes";
import type { Change, ChangePage } from "../../src/zoho/changes/change";
import { nextChanges as nextInCrm } from "../../src/zoho/crm/changes/changes";
import type { FeedServer } from "../hostile/feedServer";
import { booksAt, crmAt } from "../hostile/zoho";

type Step =
  | { kind: "write"; count: number }
  | { kind: "update" | "remove"; which: number }
  | { kind: "ahead"; seconds: number }
  | { kind: "pass"; seconds: number }
  | { kind: "clock"; by: number }
  | { kind: "date"; skew: number }
  | { kind: "poll" };

/** A Zoho whose clocks, order and lag are at odds. */
export interface ClockSchedule {
  product: "crm" | "books";
  lag: number;
  apart: number;
  isMoving: boolean;
  sort: FeedServer["sort"];
  steps: Step[];
}

const which = fc.nat(30);
const calm: fc.Arbitrary<Step>[] = [
  fc.record({ kind: fc.constant("write" as const), count: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ kind: fc.constantFrom("update" as const, "remove" as const), which }),
  fc.record({ kind: fc.constant("pass" as const), seconds: fc.constantFrom(1, 5, 40, 61, 300, 900) }),
  fc.constant({ kind: "poll" as const }),
];
const clock = fc.record({
  kind: fc.constant("clock" as const),
  by: fc.constantFrom(-3600, -600, -40, -5, 5, 600, 3600),
});
const odd: fc.Arbitrary<Step>[] = [
  clock,
  fc.record({ kind: fc.constant("date" as const), skew: fc.constantFrom(-3600, -45, 0, 0, 20, 3600) }),
  fc.record({ kind: fc.constant("ahead" as const), seconds: fc.constantFrom(30, 600, 7200) }),
];
const crowd = fc.record({ kind: fc.constant("write" as const), count: fc.constantFrom(150, 230, 430) });

const scheduleOf = (steps: fc.Arbitrary<Step>[], maxLength: number): fc.Arbitrary<ClockSchedule> =>
  fc.record({
    product: fc.constantFrom("crm", "books"),
    lag: fc.constantFrom(0, 0, 2, 20),
    apart: fc.constantFrom(0, 0, 2, 90),
    isMoving: fc.boolean(),
    sort: fc.constantFrom("taken", "taken", "refused", "ignored"),
    steps: fc.array(fc.oneof(...steps), { minLength: 3, maxLength }),
  });

/**
 * Few changes under clocks that step and disagree; crowds of them under clocks that step together, or that do
 * neither.
 */
export const clockSchedules: fc.Arbitrary<ClockSchedule> = fc.oneof(
  { weight: 4, arbitrary: scheduleOf([...calm, ...odd], 20) },
  { weight: 1, arbitrary: scheduleOf([...calm, crowd, clock], 12) },
  { weight: 1, arbitrary: scheduleOf([...calm, crowd], 10) },
);

const cameBack: Step[] = [
  { kind: "clock", by: 3600 },
  { kind: "write", count: 230 },
  { kind: "poll" },
  { kind: "pass", seconds: 300 },
  { kind: "write", count: 1 },
  { kind: "poll" },
  { kind: "clock", by: -3600 },
  { kind: "write", count: 1 },
  { kind: "pass", seconds: 61 },
];
const cameBackAtOnce: Step[] = [
  { kind: "write", count: 430 },
  { kind: "poll" },
  { kind: "clock", by: -600 },
  { kind: "write", count: 150 },
  { kind: "pass", seconds: 900 },
  { kind: "poll" },
];

/**
 * A clock that went ahead, took a crowd of changes with it, and came back: rare among schedules, and what a
 * cursor must come down for, or must not go up for before the clock has come there again.
 */
export const clocksThatCameBack: ClockSchedule[] = (["crm", "books"] as const).flatMap((product) =>
  [cameBack, cameBackAtOnce].map((steps) => ({
    product,
    lag: 0,
    apart: 0,
    isMoving: false,
    sort: "taken",
    steps,
  })),
);

interface Fate {
  name: string;
  isThere: boolean;
  writes: number;
  /** Whether nobody can know of its delete: it went before it was ever told. */
  wasTold: boolean;
  /** The seconds of its versions. */
  times: number[];
}

/**
 * Plays a schedule against the feed of contacts of CRM or Books.
 * @throws AssertionError where a change is lost, or comes twice though no clock went back, was behind or
 * disagreed.
 */
export async function playClocks(server: FeedServer, schedule: ClockSchedule): Promise<void> {
  server.reset();
  const { product, lag, apart, isMoving, sort, steps } = schedule;
  Object.assign(server, { lag, apart, isMoving, sort });
  const fates = new Map<string, Fate>();
  const emitted: Change[] = [];
  let names = 0;
  let isOdd = apart > 30;
  const next = feedOf(server, product);
  let state: unknown;
  const poll = async () => {
    for (let more = true; more; ) {
      const page = await next(state);
      emitted.push(...page.changes);
      state = JSON.parse(JSON.stringify(page.state));
      more = page.more;
    }
    for (const { id } of emitted) {
      const fate = fates.get(id);
      if (fate) fate.wasTold = true;
    }
  };
  const write = (id?: string, ahead = 0) => {
    names += 1;
    const name = `Name ${names}`;
    const written = server.write(name, id, ahead);
    const before = fates.get(written);
    const writes = (before?.writes ?? 0) + 1;
    const times = [...(before?.times ?? []), server.clock + ahead];
    fates.set(written, { name, isThere: true, writes, wasTold: before?.wasTold ?? false, times });
  };
  const existing = (of: number): string | undefined => {
    const ids = [...fates].filter(([, { isThere }]) => isThere).map(([id]) => id);
    return ids[of % Math.max(1, ids.length)];
  };

  await poll();
  for (const step of steps) {
    if (step.kind === "poll") await poll();
    else if (step.kind === "pass") server.pass(step.seconds);
    else if (step.kind === "write") for (let count = 0; count < step.count; count += 1) write();
    else if (step.kind === "ahead") {
      isOdd = true;
      write(undefined, step.seconds);
    } else if (step.kind === "date") {
      isOdd = true;
      server.dateSkew = step.skew;
    } else if (step.kind === "clock") {
      isOdd = true;
      // A step back is seen where a run falls between it and the time that makes up for it.
      server.offset += step.by;
      await poll();
    } else {
      const id = existing(step.which);
      const fate = id === undefined ? undefined : fates.get(id);
      if (id === undefined || !fate) continue;
      if (step.kind === "update") write(id);
      else {
        server.remove(id);
        fate.isThere = false;
      }
    }
  }
  for (let rest = 0; rest < 3; rest += 1) {
    server.pass(lag + 61);
    await poll();
  }
  check(fates, emitted, { product, isExact: !isOdd });
}

function feedOf(
  server: FeedServer,
  product: "crm" | "books",
): (state: unknown) => Promise<ChangePage<unknown>> {
  const asked = { created: true, updated: true };
  const { url } = server;
  if (product === "books") {
    const books = booksAt({ url });
    return (state) => nextInBooks(books, { ...asked, recordType: "contacts" }, state);
  }
  const query = { ...asked, recordType: "Contacts", deleted: true, fields: ["Last_Name"] };
  const crm = crmAt({ url });
  return (state) => nextInCrm(crm, query, state);
}

/**
 * Whether the last version of a record came, by a clock that went back, to the very second of an older one
 * that is not the one before it. Among what is settled a feed takes it for that: content alone is no change
 * there.
 */
const isBackOnAnOlder = (times: readonly number[]): boolean => {
  const last = times.at(-1) ?? 0;
  return times.indexOf(last) < times.length - 1 && last < (times.at(-2) ?? 0);
};

function check(
  fates: ReadonlyMap<string, Fate>,
  emitted: readonly Change[],
  { product, isExact }: { product: "crm" | "books"; isExact: boolean },
): void {
  for (const [id, { name, isThere, writes, wasTold, times }] of fates) {
    const told = emitted.filter((change) => change.id === id);
    const alive = told.filter(({ change }) => change !== "deleted");
    if (isThere && isBackOnAnOlder(times)) continue;
    if (isThere) {
      const { Last_Name, contact_name } = alive.at(-1)?.record ?? {};
      assert.equal(Last_Name ?? contact_name, name, `the last change of ${id} was lost`);
    } else if (product === "crm" && wasTold)
      assert.equal(told.at(-1)?.change, "deleted", `the delete of ${id} was lost`);
    if (!isExact) continue;
    assert(alive.length <= writes, `a change of ${id} came twice`);
    assert(told.length - alive.length <= 1, `the delete of ${id} came twice`);
  }
}
