import type { SandboxProcess } from "./sandbox";

interface Cost {
  requests: number;
  credits: number;
}

interface Measured extends Cost {
  ms: number;
}

export interface Case {
  name: string;
  runs: number;
  bare: () => Promise<unknown>;
  ours: () => Promise<unknown>;
}

export interface Comparison {
  name: string;
  bare: Measured;
  ours: Measured;
}

const isCost = (value: unknown): value is Cost =>
  typeof value === "object" && value !== null && "requests" in value && "credits" in value;

async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

const median = (values: readonly number[]): number =>
  [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;

/** What one run costs, once everything that is kept from run to run is there. */
async function costOf(sandbox: SandboxProcess, run: () => Promise<unknown>): Promise<Cost> {
  await run();
  await sandbox.control("DELETE", "ledger");
  await run();
  const ledger = await sandbox.control("GET", "ledger");
  if (!isCost(ledger)) throw new Error("The sandbox's ledger names no requests and credits.");
  return { requests: ledger.requests, credits: ledger.credits };
}

/** The median of many runs of both, taken in turn so that they meet the same machine. */
export async function compare(
  sandbox: SandboxProcess,
  { name, runs, bare, ours }: Case,
): Promise<Comparison> {
  const [bareCost, oursCost] = [await costOf(sandbox, bare), await costOf(sandbox, ours)];
  const bareTimes: number[] = [];
  const oursTimes: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    bareTimes.push(await timed(bare));
    oursTimes.push(await timed(ours));
  }
  return {
    name,
    bare: { ...bareCost, ms: median(bareTimes) },
    ours: { ...oursCost, ms: median(oursTimes) },
  };
}
