import assert from "node:assert/strict";
import { createReadStream, createWriteStream } from "node:fs";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import type { Connection } from "@prismatic-io/spectral";
import { parse } from "csv-parse";
import { openPromise } from "yauzl";
import { SandboxProcess } from "../../bench/sandbox";
import { createClients } from "../../src/client";
import type { JsonObject } from "../../src/zoho/core/json";
import { rowsInArchive } from "../../src/zoho/crm/bulk/archive";
import { bulkReadPages } from "../../src/zoho/crm/bulk/read/bulkRead";
import { recordReader } from "../../src/zoho/crm/bulk/read/criteria";
import { downloadArchive } from "../../src/zoho/crm/bulk/read/job";
import { bulkWrite } from "../../src/zoho/crm/bulk/write/bulkWrite";
import type { Crm } from "../../src/zoho/crm/crm";

/*
 * Proofs of the bulk jobs at their full size, against a sandbox in a process of its own.
 */

process.env.ZOHO_ALLOW_LOOPBACK = "1";

const MB = 1024 * 1024;
/** What reading any number of rows may take of memory. */
const MAX_GROWTH_MB = 64;
/** The least share of the rows a second of a bare unzip-and-parse. */
const MIN_SHARE = 0.8;
const ROWS_PER_JOB = 200_000;
const RECORDS_PER_FILE = 25_000;
const ROUNDS = 5;

const fields = ["Last_Name", "First_Name", "Email", "Created_Time", "Modified_Time"];

async function clientOf(sandbox: SandboxProcess): Promise<Crm> {
  const connection = (await sandbox.control("GET", "connection")) as Connection;
  const log = () => {};
  return createClients(connection, { logger: { debug: log, info: log, warn: console.error } }).crm;
}

async function creditsOf(sandbox: SandboxProcess): Promise<number> {
  return ((await sandbox.control("GET", "ledger")) as { credits: number }).credits;
}

/** The most resident memory while something runs, above what there was before, in MB. */
async function growthDuring(work: () => Promise<unknown>): Promise<number> {
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let peak = before;
  const sampler = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 5);
  await work().finally(() => clearInterval(sampler));
  return (peak - before) / MB;
}

/** Reads a module whole, a page at a time, and proves its cost, its order and its memory. */
async function proveRead(sandbox: SandboxProcess, count: number): Promise<void> {
  await sandbox.control("POST", "reset", { seed: 1, records: { Contacts: count } });
  const recordType = "Contacts";
  const warm = await clientOf(sandbox);
  const { job_id } = await bulkReadPages(warm, { recordType, fields, maxRecords: 20_000 }, () => {});
  const crm = await clientOf(sandbox);
  await sandbox.control("DELETE", "ledger");
  let rows = 0;
  let last = "";
  const take = (page: readonly JsonObject[]) => {
    for (const { id } of page) {
      assert(typeof id === "string" && (last === "" || BigInt(id) > BigInt(last)), "a row is doubled");
      last = id;
    }
    rows += page.length;
  };
  const began = Date.now();
  const growth = await growthDuring(() => bulkReadPages(crm, { recordType, fields, waitSeconds: 600 }, take));
  const seconds = (Date.now() - began) / 1000;
  const credits = await creditsOf(sandbox);
  const expected = 50 * Math.ceil(count / ROWS_PER_JOB);
  console.log(
    `Bulk read of ${rows} rows: ${credits} credits of ${expected}, ${growth.toFixed(0)} MB of at most ${MAX_GROWTH_MB}, ${seconds.toFixed(0)} s.`,
  );
  assert.equal(rows, count, "rows were missed");
  assert.equal(credits, expected);
  assert(growth <= MAX_GROWTH_MB, "memory grows with the rows");
  await proveSpeed(crm, job_id);
}

/** Takes a result apart in turns with a bare unzip-and-parse, and compares their best times. */
async function proveSpeed(crm: Crm, jobId: string): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "soak-"));
  const archive = path.join(folder, "result.zip");
  await downloadArchive(crm, jobId, archive);
  const best = { bare: Number.POSITIVE_INFINITY, ours: Number.POSITIVE_INFINITY };
  const timed = async (side: keyof typeof best, work: () => Promise<number>) => {
    const began = performance.now();
    const rows = await work();
    best[side] = Math.min(best[side], (performance.now() - began) / rows);
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    await timed("bare", () => readBare(archive, path.join(folder, "bare.zip")));
    await timed("ours", () => readOurs(crm, archive));
  }
  await rm(folder, { recursive: true });
  const share = best.bare / best.ours;
  const perSecond = (side: keyof typeof best) => Math.round(1000 / best[side]);
  console.log(
    `Rows a second: ${perSecond("ours")}, a bare unzip-and-parse ${perSecond("bare")}: ${share.toFixed(2)} of it, at least ${MIN_SHARE}.`,
  );
  assert(share >= MIN_SHARE, "rows are taken apart too slowly");
}

/** The same libraries with nothing around them: a list of texts for each row, and no checks. */
async function readBare(archive: string, copy: string): Promise<number> {
  await pipeline(createReadStream(archive), createWriteStream(copy));
  const zip = await openPromise(copy, { lazyEntries: true });
  const entry = await new Promise<Parameters<typeof zip.openReadStreamPromise>[0]>((resolve) => {
    zip.once("entry", resolve);
    zip.readEntry();
  });
  let rows = -1;
  const parser = parse({ bom: true }).on("data", () => {
    rows += 1;
  });
  await pipeline(await zip.openReadStreamPromise(entry), parser);
  return rows;
}

async function readOurs(crm: Crm, archive: string): Promise<number> {
  const save = (file: string) => copyFile(archive, file);
  let read: Awaited<ReturnType<typeof recordReader>> | undefined;
  let rows = 0;
  for await (const batch of rowsInArchive(crm, save, "The result")) {
    if (!read) read = await recordReader(crm, "Contacts", batch.shift() ?? []);
    for (const row of batch) if (read(row).id !== undefined) rows += 1;
  }
  return rows;
}

/** Writes records whole, and proves their cost and that each outcome stands at its record. */
async function proveWrite(sandbox: SandboxProcess, count: number): Promise<void> {
  await sandbox.control("POST", "reset", { seed: 1, records: { Leads: 5 } });
  const recordType = "Leads";
  const crm = await clientOf(sandbox);
  // One in a thousand is refused before it is sent, so that rows and records do not count alike.
  const isRefused = (index: number) => index % 1000 === 999;
  const record = (index: number) => ({
    Last_Name: `Burns ${index % 100}`,
    Company: "Aviary",
    Email: isRefused(index) ? "nowhere" : `canary.${index}@example.com`,
  });
  const refused = Math.floor(count / 1000);
  const records = Array.from({ length: count + refused }, (_, index) => record(index));
  await sandbox.control("DELETE", "ledger");
  const began = Date.now();
  const { data, summary, jobs } = await bulkWrite(crm, {
    recordType,
    operation: "insert",
    records,
    waitSeconds: 600,
  });
  const seconds = (Date.now() - began) / 1000;
  const metadata = crm.ledger.requests - jobs.length;
  const credits = await creditsOf(sandbox);
  console.log(
    `Bulk write of ${records.length} records: ${credits} credits for ${jobs.length} jobs and the metadata, ${summary.succeeded} written, ${summary.failed} refused, ${seconds.toFixed(0)} s.`,
  );
  assert.equal(
    jobs.length,
    Math.ceil(records.filter((_, index) => !isRefused(index)).length / RECORDS_PER_FILE),
  );
  assert(credits - 500 * jobs.length < Math.min(10, metadata), "more was spent than the jobs cost");
  const emails = new Map<unknown, unknown>();
  await bulkReadPages(crm, { recordType, fields: ["Email"], waitSeconds: 600 }, (page) => {
    for (const { id, Email } of page) emails.set(id, Email);
  });
  for (const [index, outcome] of data.entries()) {
    assert.equal(outcome.index, index);
    assert.equal(outcome.status, isRefused(index) ? "error" : "success");
    if (outcome.id !== undefined)
      assert.equal(emails.get(outcome.id), record(index).Email, `record ${index}`);
  }
  assert.equal(data.length, records.length);
  console.log(`Each of the ${data.length} outcomes stands at its record.`);
}

/**
 * `node --expose-gc --import tsx test/soak/bulk.ts 1000000 100000`: reads and writes so many records by bulk
 * jobs, and fails where that costs, takes or misreports what it must not.
 */
async function main([read = "1000000", write = "100000"]: string[]): Promise<void> {
  const sandbox = await SandboxProcess.start();
  try {
    await proveRead(sandbox, Number(read));
    await proveWrite(sandbox, Number(write));
  } finally {
    await sandbox.stop();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  // What the run left open would keep the process.
  process.exit(1);
});
