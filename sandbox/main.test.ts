import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";

function start(...args: string[]) {
  const main = path.join(__dirname, "main.ts");
  const child = spawn(process.execPath, ["--import", "tsx", main, ...args], {
    cwd: path.resolve(__dirname, ".."),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  return { child, said: () => said };
}

describe("npm run sandbox", () => {
  it.each(["SIGINT", "SIGTERM"] as const)(
    "says where it listens once it answers, and stops on %s",
    async (signal) => {
      const { child, said } = start("--port", "0");
      while (!said().includes("\n")) await once(child.stdout, "data");
      const [, url] = /^Zoho sandbox ready at (http:\/\/127\.0\.0\.1:\d+)\n$/.exec(said()) ?? [];
      expect((await fetch(`${url}/__sandbox/ledger`)).status).toBe(200);
      child.kill(signal);
      expect(await once(child, "close")).toEqual([0, null]);
    },
  );

  it("refuses a port that is none", async () => {
    const { child, said } = start("--port", "http");
    expect(await once(child, "close")).toEqual([1, null]);
    expect(said()).toMatch(/whole number/);
  });
});
