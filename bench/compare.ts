import type { SandboxProcess } from "./sandbox";

interface Cost {
  requests: number;
  credits: number;
}

export interface Measured extends Cost {
  /** Milliseconds from beginning to end, the median of the runs. */
  ms: number;
  /** Milliseconds of CPU in this process, the median of the runs. */
  cpuMs: number;
  /** Megabytes of memory above what was there before, at the most. */
  peakMb: number;
}

export interface Case {
  name: string;
  /** Runs without latency; with latency a few are enough. */
  runs: number;
  /** Set for what is so long that it is measured by the run that tells what it costs. */
  once?: boolean;
  /** What has to be there before each run, outside of the time. */
  before?: () => Promise<unknown>;
  bare: () => Promise<unknown>;
  ours: () => Promise<unknown>;
}

export interface Comparison {
  name: string;
  latencyMs: number;
  bare: Measured;
  ours: Measured;
}

const isCost = (value: unknown): value is Cost =>
  typeof value === "object" && value !== null && "requests" in value && "credits" in value;

const MB = 1024 * 1024;
const SAMPLE_MS = 2;
const RUNS_WITH_LATENCY = 5;

const median = (values: readonly number[]): number =>
  [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;

/** The time and the CPU of the runs of one side. */
class Timings {
  private readonly ms: number[] = [];
  private readonly cpuMs: number[] = [];

  async time(run: () => Promise<unknown>): Promise<void> {
    const cpu = process.cpuUsage();
    const start = performance.now();
    await run();
    this.ms.push(performance.now() - start);
    const { user, system } = process.cpuUsage(cpu);
    this.cpuMs.push((user + system) / 1000);
  }

  get medians() {
    return { ms: median(this.ms), cpuMs: median(this.cpuMs) };
  }
}

/**
 * What one run costs Zoho, once everything that is kept from run to run is there, and how far memory grows
 * meanwhile.
 */
async function costOf(
  sandbox: SandboxProcess,
  { before, once }: Case,
  run: () => Promise<unknown>,
  timings: Timings,
) {
  if (!once) {
    await before?.();
    await run();
  }
  await before?.();
  await sandbox.control("DELETE", "ledger");
  globalThis.gc?.();
  const beginning = process.memoryUsage.rss();
  let peak = beginning;
  const sampler = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, SAMPLE_MS);
  await (once ? timings.time(run) : run()).finally(() => clearInterval(sampler));
  const ledger = await sandbox.control("GET", "ledger");
  if (!isCost(ledger)) throw new Error("The sandbox's ledger names no requests and credits.");
  const peakMb = (Math.max(peak, process.memoryUsage.rss()) - beginning) / MB;
  return { requests: ledger.requests, credits: ledger.credits, peakMb };
}

/** The median of many runs of both, taken in turn so that they meet the same machine. */
export async function compare(sandbox: SandboxProcess, one: Case, latencyMs: number): Promise<Comparison> {
  const [bare, ours] = [new Timings(), new Timings()];
  const bareCost = await costOf(sandbox, one, one.bare, bare);
  const oursCost = await costOf(sandbox, one, one.ours, ours);
  const wanted = latencyMs > 0 ? Math.min(RUNS_WITH_LATENCY, one.runs) : one.runs;
  const runs = one.once ? 0 : wanted;
  for (let run = 0; run < runs; run += 1) {
    await one.before?.();
    await bare.time(one.bare);
    await one.before?.();
    await ours.time(one.ours);
  }
  return {
    name: one.name,
    latencyMs,
    bare: { ...bareCost, ...bare.medians },
    ours: { ...oursCost, ...ours.medians },
  };
}
