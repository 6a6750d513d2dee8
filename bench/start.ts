import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { buildEmpty } from "./build";
import type { Comparison, Measured } from "./compare";
import { startTime } from "./gate";

const STARTS = 7;

/** A request by `node:http` from a component that has nothing, in a process of its own: less cannot be. */
const bareStart = `
  const start = process.hrtime.bigint();
  const [bundle, url] = process.argv.slice(1);
  require(bundle);
  require("node:http").get(url + "/crm/v8/Leads/1?fields=Last_Name", (response) => {
    let text = "";
    response.on("data", (part) => { text += part; });
    response.on("end", () => {
      JSON.parse(text);
      console.log(Number(process.hrtime.bigint() - start) / 1e6);
    });
  });`;

async function bareTime(empty: string, url: string): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, ["-e", bareStart, empty, url]);
  return Number(stdout);
}

/**
 * The first call of an action, with the load of the component, beside a first request from an empty one; both
 * in processes of their own.
 */
export async function compareStarts(bundle: string, latencyMs: number): Promise<Comparison> {
  const zoho = createServer((_, response) => {
    setTimeout(
      () => response.writeHead(200, { "content-type": "application/json" }).end('{"data":[{"id":"1"}]}'),
      latencyMs,
    );
  });
  await new Promise<void>((resolve) => zoho.listen(0, "127.0.0.1", resolve));
  const address = zoho.address();
  const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : address}`;
  const directory = mkdtempSync(path.join(tmpdir(), "empty-component-"));
  const best = { bare: Number.POSITIVE_INFINITY, ours: Number.POSITIVE_INFINITY };
  try {
    const empty = buildEmpty(directory);
    for (let start = 0; start < STARTS; start += 1) {
      best.bare = Math.min(best.bare, await bareTime(empty, url));
      best.ours = Math.min(best.ours, await startTime(bundle, url));
    }
  } finally {
    zoho.close();
    rmSync(directory, { recursive: true });
  }
  const measured = (ms: number): Measured => ({
    ms,
    cpuMs: ms - latencyMs,
    peakMb: 0,
    requests: 1,
    credits: 1,
  });
  return {
    name: "first call of an action",
    latencyMs,
    bare: measured(best.bare),
    ours: measured(best.ours),
  };
}
