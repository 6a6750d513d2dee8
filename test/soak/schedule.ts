import fc from "fast-check";
import type { Write } from "./others";

/** A poll: writes that happen while it lasts, and how it may end early. */
export interface Poll {
  kind: "poll";
  /** The writes before its first, second … request. */
  during: Write[][];
  /** The request that fails, counted from 0. */
  failsAt?: number;
  /** The page after whose emission the machine dies, counted from 0. */
  diesAfter?: number;
}

export type Step = Write | Poll | { kind: "advance"; seconds: number };

export interface Schedule {
  module: "Leads" | "Properties";
  /** Seconds until Zoho shows a change. */
  lag: number;
  /** How far our clock is off. */
  skewMinutes: number;
  /** Whether the memory is saved after each page, or at the end of a poll. */
  saves: "page" | "poll";
  /** Whether all fields are read, or the name alone. */
  allFields: boolean;
  steps: Step[];
}

const which = fc.nat(20);
const write: fc.Arbitrary<Write> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant("insert" as const), count: fc.integer({ min: 1, max: 4 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("insert" as const), count: fc.integer({ min: 190, max: 430 }) }),
  },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant("update" as const), which }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("delete" as const), which }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("restore" as const), which }) },
);

const poll: fc.Arbitrary<Poll> = fc.record(
  {
    kind: fc.constant("poll" as const),
    during: fc.array(fc.array(write, { maxLength: 2 }), { maxLength: 4 }),
    failsAt: fc.nat(4),
    diesAfter: fc.nat(2),
  },
  { requiredKeys: ["kind", "during"] },
);

const calmPoll: fc.Arbitrary<Poll> = fc.constant({ kind: "poll", during: [] });

/** Mostly within one second, sometimes a few, sometimes past everything that is remembered. */
const advance = fc.record({
  kind: fc.constant("advance" as const),
  seconds: fc.oneof(fc.integer({ min: 1, max: 8 }), fc.constantFrom(30, 59, 61, 300)),
});

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: write },
  { weight: 4, arbitrary: calmPoll },
  { weight: 3, arbitrary: poll },
  { weight: 4, arbitrary: advance },
);

export const schedules: fc.Arbitrary<Schedule> = fc.record({
  module: fc.constantFrom("Leads", "Properties"),
  lag: fc.constantFrom(0, 0, 1, 2, 5),
  skewMinutes: fc.constantFrom(-10, 0, 10),
  saves: fc.constantFrom("page", "poll"),
  allFields: fc.boolean(),
  steps: fc.array(step, { minLength: 2, maxLength: 24 }),
});
