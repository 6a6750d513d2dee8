import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createSandbox } from ".";
import { defaultBehaviours } from "./behaviours";

const start = (...args: string[]) => run("main.ts", ...args);

function run(program: string, ...args: string[]) {
  const child = spawn(process.execPath, ["--import", "tsx", path.join(__dirname, program), ...args], {
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

describe("npm run conformance", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "conformance-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  it("prints what differs, and saves what it found for a sandbox that does the same", async () => {
    const differing = { unknownId: "400", searchSortBy: "threeFields", booksTimeForm: "ignored" } as const;
    const other = await createSandbox({ behaviours: differing });
    const file = path.join(folder, "mine.json");
    const asked = run("conformance/main.ts", "--sandbox", other.url, "--read-only", "--save", file);
    expect(await once(asked.child, "close")).toEqual([0, null]);
    await other.close();
    const lines = asked.said().split("\n");
    for (const [name, found] of Object.entries(differing)) {
      expect(lines.find((row) => row.includes(` ${name} `))).toMatch(new RegExp(`${found} .*differs`));
    }
    expect(lines.find((row) => row.includes(" restoredTime "))).toContain("not answered: It writes.");
    expect(lines.find((row) => row.includes(" twoTimeBounds "))).toContain("as emulated");
    expect(asked.said()).toMatch(/\d+ credits spent at http:/);
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ ...differing, twoTimeBounds: "taken" });

    const { child, said } = start("--port", "0", "--like", file);
    while (!said().includes("\n")) await once(child.stdout, "data");
    const [url] = /http:\S+/.exec(said()) ?? [];
    const listed = JSON.parse(await (await fetch(`${url}/__sandbox/behaviours`)).text());
    const rows: { name: string; present: string }[] = listed.behaviours;
    const present = rows.map((row) => [row.name, row.present]);
    expect(Object.fromEntries(present)).toEqual({ ...defaultBehaviours(), ...differing });
    child.kill("SIGTERM");
    expect(await once(child, "close")).toEqual([0, null]);
  }, 120_000);
});
