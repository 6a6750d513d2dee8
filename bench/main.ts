import { writeFileSync } from "node:fs";
import path from "node:path";
import Table from "cli-table3";
import { buildComponent } from "./build";
import { createBulkCases } from "./bulk";
import { createCases } from "./cases";
import { chartOf } from "./chart";
import { type Comparison, compare, type Measured } from "./compare";
import { gate } from "./gate";
import { SandboxProcess } from "./sandbox";
import { compareStarts } from "./start";

/** Milliseconds that each answer of the sandbox waits. */
const LATENCIES = [0, 50];
const CHART = path.resolve(__dirname, "../documentation/bench.svg");

function row({ name, latencyMs, bare, ours }: Comparison): string[] {
  const cost = ({ requests, credits }: Measured) => `${requests} / ${credits}`;
  const times = (of: (side: Measured) => number) => `${(of(ours) / of(bare)).toFixed(2)} times`;
  return [
    name,
    `${latencyMs}`,
    bare.ms.toFixed(1),
    ours.ms.toFixed(1),
    times(({ ms }) => ms),
    times(({ cpuMs }) => cpuMs),
    cost(bare),
    cost(ours),
    `${bare.peakMb.toFixed(0)} / ${ours.peakMb.toFixed(0)}`,
  ];
}

const head = ["", "latency", "node:http, ms", "ours, ms", "ratio", "CPU"];
const costs = ["its requests / credits", "ours", "peak memory, MB: its / ours"];

/**
 * Compares the component's calls with `node:http` doing the same against the same sandbox, without latency
 * and with it.
 */
async function comparisons(): Promise<Comparison[]> {
  const bundle = buildComponent();
  const sandbox = await SandboxProcess.start();
  const found: Comparison[] = [];
  try {
    for (const latencyMs of LATENCIES) {
      const { cases, close } = await createCases(sandbox);
      await sandbox.slowDown(latencyMs);
      for (const each of cases) found.push(await compare(sandbox, each, latencyMs));
      await sandbox.slowDown(0);
      close();
      found.push(await compareStarts(bundle, latencyMs));
    }
    const { cases, close } = await createBulkCases(sandbox);
    for (const latencyMs of LATENCIES) {
      await sandbox.slowDown(latencyMs);
      for (const each of cases) found.push(await compare(sandbox, each, latencyMs));
    }
    close();
  } finally {
    await sandbox.stop();
  }
  return found;
}

async function bench(asJson: boolean): Promise<void> {
  const found = await comparisons();
  writeFileSync(CHART, chartOf(found));
  if (asJson) {
    console.log(JSON.stringify(found, undefined, 2));
    return;
  }
  const table = new Table({ head: [...head, ...costs], style: { head: [], border: [] } });
  for (const one of found) table.push(row(one));
  console.log(table.toString());
}

async function main(): Promise<void> {
  const options = process.argv.slice(2);
  if (!options.includes("--gate")) return bench(options.includes("--json"));
  if (!(await gate())) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
