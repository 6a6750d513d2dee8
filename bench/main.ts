import Table from "cli-table3";
import { buildComponent } from "./build";
import { createCases } from "./cases";
import { type Comparison, compare } from "./compare";
import { gate } from "./gate";
import { SandboxProcess } from "./sandbox";

function row({ name, bare, ours }: Comparison): string[] {
  const cost = ({ requests, credits }: Comparison["ours"]) => `${requests} / ${credits}`;
  const ratio = (ours.ms / bare.ms).toFixed(2);
  return [name, bare.ms.toFixed(2), ours.ms.toFixed(2), `${ratio} times`, cost(bare), cost(ours)];
}

/** Prints what the component's calls take as ratios to `node:http` doing the same against the same sandbox. */
async function bench(): Promise<void> {
  buildComponent();
  const sandbox = await SandboxProcess.start();
  try {
    const { cases, close } = await createCases(sandbox);
    const head = ["", "node:http, ms", "ours, ms", "ratio", "its requests / credits", "ours"];
    const table = new Table({ head, style: { head: [], border: [] } });
    for (const each of cases) table.push(row(await compare(sandbox, each)));
    close();
    console.log(table.toString());
  } finally {
    await sandbox.stop();
  }
}

async function main(): Promise<void> {
  if (!process.argv.includes("--gate")) return bench();
  if (!(await gate())) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
