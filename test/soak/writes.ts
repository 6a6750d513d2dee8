import { execFileSync } from "node:child_process";
import { buildComponent } from "../../bench/build";
import { SandboxProcess } from "../../bench/sandbox";

/** What a worker of the platform may hold while it writes, input included. */
const MAX_MB = 300;

/** A worker with nothing in it but the built component and its input. */
const worker = `
  const { default: component } = require(process.argv[1]);
  const connection = JSON.parse(process.argv[2]);
  const records = Array.from({ length: Number(process.argv[3]) }, (_, index) => ({
    Last_Name: "Canary " + index,
    First_Name: "Ada",
    Company: "Aviary " + (index % 500),
    Email: "canary." + index + "@example.com",
    Phone: "+1 555 " + index,
    Annual_Revenue: index + ".50",
    Seats: String(index % 1000),
    Trial_Start: "2026-03-01",
    City: "Austin",
  }));
  const logger = { debug() {}, info() {}, warn: console.error };
  const heldMb = Math.round(process.memoryUsage.rss() / 2 ** 20);
  const input = { connection, recordType: "Leads", records, validate: true, concurrency: 5 };
  component.actions.crmUpsertRecords.perform({ logger }, input).then(({ data }) => {
    const peakMb = Math.round(process.resourceUsage().maxRSS / 2 ** 10);
    console.log(JSON.stringify({ summary: data.summary, held: records.length, heldMb, peakMb }));
  });`;

interface Told {
  readonly summary: { readonly total: number; readonly succeeded: number };
  readonly heldMb: number;
  readonly peakMb: number;
}

/**
 * `tsx test/soak/writes.ts 100000`: upserts so many records in one step, and fails when that takes more
 * memory than it may.
 */
async function main([count = "100000"]: string[]): Promise<void> {
  const component = buildComponent();
  const sandbox = await SandboxProcess.start();
  try {
    const connection = JSON.stringify(await sandbox.control("GET", "connection"));
    const began = Date.now();
    const told: Told = JSON.parse(
      execFileSync(process.execPath, ["--eval", worker, component, connection, count], {
        encoding: "utf8",
        env: { ...process.env, ZOHO_ALLOW_LOOPBACK: "1" },
      }),
    );
    console.log(`${JSON.stringify(told.summary)} in ${Math.round((Date.now() - began) / 1000)} s.`);
    console.log(
      `${told.heldMb} MB resident with the input alone, ${told.peakMb} MB at most; the bound is ${MAX_MB} MB.`,
    );
    if (told.summary.succeeded !== Number(count) || told.peakMb > MAX_MB) process.exitCode = 1;
  } finally {
    await sandbox.stop();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  // What the run left open would keep the process.
  process.exit(1);
});
