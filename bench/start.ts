import { execFile } from "node:child_process";
import { createServer } from "node:http";
import { promisify } from "node:util";
import type { Comparison, Measured } from "./compare";
import { startTime } from "./gate";

const STARTS = 7;

/** A request by `node:http` in a process of its own, timed from its beginning as the component's is. */
const bareStart = `
  const start = process.hrtime.bigint();
  require("node:http").get(process.argv[1] + "/crm/v8/Leads/1?fields=Last_Name", (response) => {
    let text = "";
    response.on("data", (part) => { text += part; });
    response.on("end", () => {
      JSON.parse(text);
      console.log(Number(process.hrtime.bigint() - start) / 1e6);
    });
  });`;

async function bareTime(url: string): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, ["-e", bareStart, url]);
  return Number(stdout);
}

/**
 * The first call of an action, with the load of the component, beside a first request; both in processes of
 * their own.
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
  const best = { bare: Number.POSITIVE_INFINITY, ours: Number.POSITIVE_INFINITY };
  try {
    for (let start = 0; start < STARTS; start += 1) {
      best.bare = Math.min(best.bare, await bareTime(url));
      best.ours = Math.min(best.ours, await startTime(bundle, url));
    }
  } finally {
    zoho.close();
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
