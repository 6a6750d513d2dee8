import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { createSandbox, type Sandbox } from "../sandbox";
import { buildIfStale } from "../test/support/build";

buildIfStale();

const project = path.resolve(__dirname, "..");
const run = promisify(execFile);

interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

const isEnded = (value: unknown): value is Ended =>
  typeof value === "object" && value !== null && "code" in value && "stdout" in value && "stderr" in value;

/** Runs `npm run harness -- …` as a process of its own. */
async function harness(args: string[], env: Record<string, string> = {}): Promise<Ended> {
  const command = ["--import", "tsx", "harness/main.ts", ...args];
  try {
    const ended = await run(process.execPath, command, { cwd: project, env: { ...process.env, ...env } });
    return { code: 0, ...ended };
  } catch (error) {
    if (isEnded(error)) return error;
    throw error;
  }
}

const list = ["crmGetRecords", "--recordType", "Leads", "--fields", "Last_Name", "--fields", "Email"];

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox();
});
afterAll(() => sandbox.close());

it("lists what the component has", async () => {
  const { code, stdout } = await harness([]);
  expect(code).toBe(0);
  for (const part of ["ACTIONS: CRM", "crmGetRecords", "CRM - Get Records", "DATA SOURCES", "selectField"]) {
    expect(stdout).toContain(part);
  }
});

it("runs an action against a sandbox of its own, and tells what it cost", async () => {
  const { code, stdout } = await harness([...list, "--per_page", "2"]);
  expect(code).toBe(0);
  expect(stdout).toContain('"Last_Name": ');
  expect(stdout.trim().split("\n").at(-1)).toBe("cost   requests 1, credits 1");
});

it("runs a data source against the sandbox that is named", async () => {
  sandbox.world.ledger.clear();
  const { stdout } = await harness([
    "selectField",
    "--recordType",
    "Leads",
    "--sandbox",
    sandbox.url,
    "--json",
  ]);
  const { result, cost } = JSON.parse(stdout);
  expect(result.result).toContainEqual({
    key: "Last_Name",
    label: expect.stringMatching(/^Last Name \(text/),
  });
  expect(cost).toEqual({ requests: 1, credits: 1 });
});

it("takes the connection from the environment, with the key that is named", async () => {
  const answer = await fetch(`${sandbox.url}/__sandbox/connection?key=zohoTemplatedConnection`);
  const { key: _, ...value } = JSON.parse(await answer.text());
  const env = { PRISMATIC_CONNECTION_VALUE: JSON.stringify(value), ZOHO_ALLOW_LOOPBACK: "1" };
  const { code, stdout } = await harness(["crmGetOrganization"], env);
  expect(code).toBe(0);
  expect(stdout).toContain('"org"');
  expect(stdout).not.toContain("cost");
});

it("prints the error of an action that fails, and exits with 1", async () => {
  const { code, stdout } = await harness(["crmGetRecords", "--recordType", "Nope", "--fields", "Email"]);
  expect(code).toBe(1);
  expect(stdout).toContain("ZohoError: Zoho CRM INVALID_MODULE (400)");
});

it("says what is accepted where the arguments are wrong, and exits with 1", async () => {
  const { code, stderr } = await harness(["crmGetRecords", "--recordTyp", "Leads"]);
  expect(code).toBe(1);
  expect(stderr).toContain("unknown option '--recordTyp'");
  expect(stderr).toContain("--recordType <string>");
});
