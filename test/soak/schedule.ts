import fc from "fast-check";
import type { Saves } from "../../harness/rounds";
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
  /** Seconds by which one change may show later than another. */
  jitter: number;
  /** How far our clock is off. */
  skewMinutes: number;
  /** Whether the memory is saved after each page, or at the end of a poll. */
  saves: "page" | "poll";
  /** Whether all fields are read, or the name alone. */
  allFields: boolean;
  /** What becomes of the time of a record that is restored. */
  restoredTime: "renewed" | "kept";
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
  lag: fc.constantFrom(0, 0, 1, 5),
  jitter: fc.constantFrom(0, 0, 1, 5),
  skewMinutes: fc.constantFrom(-10, 0, 10),
  saves: fc.constantFrom("page", "poll"),
  allFields: fc.boolean(),
  restoredTime: fc.constantFrom("renewed", "kept"),
  steps: fc.array(step, { minLength: 2, maxLength: 24 }),
});

type Common = Write | { kind: "advance"; seconds: number } | { kind: "deploy" };

/** A schedule for a polling trigger on the platform. */
export interface PlatformSchedule {
  lag: number;
  saves: Saves;
  /** None where the flow does not batch. */
  batchSize?: number;
  /** `dies` is after how many of the platform's steps the machine dies. */
  steps: (Common | { kind: "poll"; dies?: number })[];
}

/**
 * A schedule for a channel: `deliver` sends calls that are held, those of `picks`, in this order, and again
 * where named again.
 */
export interface NotificationSchedule {
  lag: number;
  steps: (Common | { kind: "scheduled" } | { kind: "deliver"; picks: number[]; together: boolean })[];
}

const common: fc.Arbitrary<Common> = fc.oneof(
  { weight: 8, arbitrary: write },
  { weight: 3, arbitrary: advance },
  { weight: 1, arbitrary: fc.constant({ kind: "deploy" as const }) },
);

const platformPoll = fc.record(
  { kind: fc.constant("poll" as const), dies: fc.nat(12) },
  { requiredKeys: ["kind"] },
);

export const platformSchedules: fc.Arbitrary<PlatformSchedule> = fc.record({
  lag: fc.constantFrom(0, 0, 2, 5),
  saves: fc.constantFrom("eachRound", "beforeBatches", "lastRound", "lastRoundAlone"),
  batchSize: fc.constantFrom(1, 50, 100, undefined),
  steps: fc.array(fc.oneof({ weight: 3, arbitrary: common }, { weight: 1, arbitrary: platformPoll }), {
    minLength: 2,
    maxLength: 24,
  }),
});

const deliver = fc.record({
  kind: fc.constant("deliver" as const),
  picks: fc.array(fc.nat(9), { maxLength: 6 }),
  together: fc.boolean(),
});

export const notificationSchedules: fc.Arbitrary<NotificationSchedule> = fc.record({
  lag: fc.constantFrom(0, 0, 0, 2, 5),
  steps: fc.array(
    fc.oneof(
      { weight: 6, arbitrary: common },
      { weight: 4, arbitrary: deliver },
      { weight: 1, arbitrary: fc.constant({ kind: "scheduled" as const }) },
    ),
    { minLength: 2, maxLength: 24 },
  ),
});

/** Machines that die around a record that comes and goes within one second: rare among schedules. */
export const comingAndGoing: PlatformSchedule[] = [0, 1, 2, 3, 4, 5].flatMap((dies) => {
  const insert = { kind: "insert", count: 1 } as const;
  const gone = { kind: "delete", which: 0 } as const;
  const back = { kind: "restore", which: 0 } as const;
  const [poll, death] = [{ kind: "poll" } as const, { kind: "poll", dies } as const];
  const orders = [
    [insert, poll, gone, death, back, gone],
    [insert, poll, gone, poll, back, death, gone],
    [insert, poll, gone, poll, back, death, { kind: "advance", seconds: 1 } as const, gone],
  ];
  return orders.map((steps) => ({
    lag: 0,
    saves: "beforeBatches" as const,
    batchSize: dies % 2 === 0 ? undefined : 1,
    steps,
  }));
});
