import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { Instance } from "../../harness/platform";
import { triggerRunner } from "../support/triggers";

// The connector talks to loopback only where this is set; the sandbox lives there.
process.env.ZOHO_ALLOW_LOOPBACK = "1";

const MB = 1024 * 1024;
/** What the garbage collector may leave lying about. */
const MAX_GROWTH_MB = 48;

/** A sandbox in a process of its own, so that its records are not in our memory. */
async function startSandbox(): Promise<{ url: string; close: () => void }> {
  const child = spawn(process.execPath, ["--import", "tsx", "sandbox/main.ts", "--port", "0"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /ready at (\S+)/.exec(line)?.[1];
    if (url) return { url, close: () => void child.kill() };
  }
  throw new Error("The sandbox did not start.");
}

/**
 * `node --expose-gc --import tsx test/soak/backlog.ts 100000`: reads a backlog of so many records, and fails
 * where memory grows with its pages.
 */
async function main([count = "100000"]: string[]): Promise<void> {
  const sandbox = await startSandbox();
  try {
    const post = (path: string, body: object) =>
      fetch(`${sandbox.url}/__sandbox/${path}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    await post("reset", { seed: 1, records: { Leads: Number(count) } });
    const connection: unknown = await (await fetch(`${sandbox.url}/__sandbox/connection`)).json();

    const ids = new Set<string>();
    let emitted = 0;
    const rss: number[] = [];
    const inputs = { connection, recordType: "Leads", lookBackDate: "2024-01-01T00:00:00Z" };
    const onExecution = ({ payload }: { payload: { body: { data: unknown } } }) => {
      for (const { id } of payload.body.data as { id: string }[]) ids.add(id);
      emitted += (payload.body.data as unknown[]).length;
    };
    const instance = new Instance({
      runner: triggerRunner(),
      flows: { Changes: { trigger: "crmRecordChanges", inputs, onExecution, batchSize: 100 } },
      onStep: ({ at }) => {
        if (at !== "performed") return;
        // The flow's executions are the harness's record of the run, and nothing of the trigger's.
        instance.flow("Changes").executions.length = 0;
        globalThis.gc?.();
        rss.push(process.memoryUsage().rss / MB);
      },
    });
    await instance.deploy();
    const { rounds } = await instance.flow("Changes").schedule();
    const [tenth = 0, last = 0] = [rss[9], rss.at(-1)];
    const state = JSON.stringify(instance.flow("Changes").state).length;
    console.log(
      `${emitted} changes in ${rounds} pages; memory ${tenth.toFixed(0)} MB at the tenth, ${last.toFixed(0)} MB at the last; ${state} bytes are kept.`,
    );
    if (emitted !== Number(count) || ids.size !== emitted)
      throw new Error("Not every record was emitted once.");
    if (last - tenth > MAX_GROWTH_MB) throw new Error("Memory grows with the pages.");
  } finally {
    sandbox.close();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  // What the run left open would keep the process.
  process.exit(1);
});
