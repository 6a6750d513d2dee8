import { createWriteStream } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { setTimeout as wait } from "node:timers/promises";
import { parse } from "csv-parse";
import { type Entry, openPromise } from "yauzl";
import { ZipFile } from "yazl";
import { Clients, tokenOf } from "./cases";
import type { Case } from "./compare";
import type { SandboxProcess } from "./sandbox";

const ROWS = 1_000_000;
const WRITES = 100_000;
const FILE_ROWS = 25_000;
const fields = ["Last_Name", "Email", "Created_Time"];

const at = (value: unknown, ...keys: readonly (string | number)[]): unknown =>
  keys.reduce<unknown>((inner, key) => Object(inner)[key], value);

/** Waits for a job with the pauses of the component, so that both ask as often. */
async function ended(ask: () => Promise<unknown>, state: readonly (string | number)[]): Promise<unknown> {
  for (let pauseMs = 250; ; pauseMs = Math.min(2 * pauseMs, 15_000)) {
    const job = await ask();
    if (at(job, ...state) === "COMPLETED") return job;
    await wait(pauseMs);
  }
}

/** The rows of the one CSV of an archive on disk, counted. */
async function rowsIn(archive: string): Promise<number> {
  const zip = await openPromise(archive, { lazyEntries: true });
  const entry = await new Promise<Entry>((resolve) => {
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

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "bench-"));
  await work(folder).finally(() => rm(folder, { recursive: true }));
}

const expectRows = (found: number, expected: number): void => {
  if (found !== expected) throw new Error(`Expected ${expected} rows and got ${found}.`);
};

/** Counted in place, so that the memory is the component's. */
function linesIn(csv: Buffer): number {
  let lines = 0;
  for (let end = csv.indexOf("\n"); end >= 0; end = csv.indexOf("\n", end + 1)) lines += 1;
  return lines;
}

/** The jobs of a bulk read, the next one begun while the result of one is read. */
const readBare = (clients: Clients) =>
  inFolder(async (folder) => {
    const start = async (query: object) =>
      at(await clients.bareClient.send("POST", "/crm/bulk/v8/read", { query }), "data", 0, "details", "id");
    const archive = path.join(folder, "result.zip");
    let found = 0;
    let id: unknown = await start({ module: { api_name: "Contacts" }, fields });
    while (id !== undefined) {
      const job = await ended(
        () => clients.bareClient.send("GET", `/crm/bulk/v8/read/${id}`),
        ["data", 0, "state"],
      );
      const result = at(job, "data", 0, "result");
      const next =
        at(result, "more_records") === true
          ? await start({ page_token: at(result, "next_page_token") })
          : undefined;
      await clients.bareClient.save(String(at(result, "download_url")), archive);
      found += await rowsIn(archive);
      id = next;
    }
    expectRows(found, ROWS);
  });

const record = (index: number) => ({
  Last_Name: `Burns ${index}`,
  Company: "ABC Inc.",
  Email: `bulk.${index}@example.com`,
  Phone: "+1 555 0100",
});

/** A CSV put together by hand, packed and uploaded; the result unpacked and counted. */
const writeBare = (clients: Clients, organization: string) =>
  inFolder(async (folder) => {
    const names = Object.keys(record(0));
    for (let first = 0; first < WRITES; first += FILE_ROWS) {
      const lines = Array.from({ length: FILE_ROWS }, (_, index) =>
        Object.values(record(first + index)).join(),
      );
      const zip = new ZipFile();
      zip.addBuffer(Buffer.from(`${names.join()}\n${lines.join("\n")}\n`), "Leads.csv");
      zip.end();
      const archive = path.join(folder, "upload.zip");
      await pipeline(zip.outputStream, createWriteStream(archive));
      const headers = { feature: "bulk-write", "X-CRM-ORG": organization };
      const packed = await readFile(archive);
      const uploaded = await clients.bareClient.upload("/crm/v8/upload", packed, headers);
      const resource = {
        type: "data",
        module: { api_name: "Leads" },
        file_id: at(uploaded, "details", "file_id"),
        file_names: ["Leads.csv"],
        field_mappings: names.map((api_name, index) => ({ api_name, index })),
      };
      const started = await clients.bareClient.send("POST", "/crm/bulk/v8/write", {
        operation: "insert",
        resource: [resource],
      });
      const id = at(started, "details", "id");
      const job = await ended(() => clients.bareClient.send("GET", `/crm/bulk/v8/write/${id}`), ["status"]);
      const result = path.join(folder, "result.zip");
      await clients.bareClient.save(String(at(job, "result", "download_url")), result);
      expectRows(await rowsIn(result), FILE_ROWS);
    }
  });

/** Bulk jobs at their full size, each once, in an organization of their own. */
export async function createBulkCases(
  sandbox: SandboxProcess,
): Promise<{ cases: Case[]; close: () => void }> {
  process.env.ZOHO_ALLOW_LOOPBACK = "1";
  await sandbox.control("POST", "reset", { seed: 1, records: { Contacts: ROWS, Leads: 5 } });
  const connection = await sandbox.control("GET", "connection?key=zohoTemplatedConnection");
  const clients = new Clients(sandbox.url, tokenOf(connection), connection);
  const organization = String(at(await clients.bareClient.send("GET", "/crm/v8/org"), "org", 0, "zgid"));
  // Ten downloads are allowed in a minute.
  const before = () => sandbox.control("POST", "clock", { advanceSeconds: 61 });
  const records = Array.from({ length: WRITES }, (_, index) => record(index));
  // What the component keeps from call to call is there before.
  await clients.call("crmBulkRead", { recordType: "Contacts", fields, maxRecords: 1, waitSeconds: 600 });
  await clients.call("crmBulkWrite", { recordType: "Leads", operation: "insert", records: [record(0)] });
  const cases: Case[] = [
    {
      name: "bulk read 1,000,000 rows",
      runs: 1,
      once: true,
      before,
      bare: () => readBare(clients),
      ours: async () => {
        const inputs = { recordType: "Contacts", fields, output: "csv", waitSeconds: 600 };
        const csv = await clients.call("crmBulkRead", inputs);
        if (!Buffer.isBuffer(csv)) throw new Error("Expected a CSV.");
        expectRows(linesIn(csv) - 1, ROWS);
      },
    },
    {
      name: "bulk write 100,000 records",
      runs: 1,
      once: true,
      before,
      bare: () => writeBare(clients, organization),
      ours: async () => {
        const inputs = { recordType: "Leads", operation: "insert", records, waitSeconds: 600 };
        const result = await clients.call("crmBulkWrite", inputs);
        expectRows(Number(at(result, "summary", "succeeded")), WRITES);
      },
    },
  ];
  return { cases, close: () => clients.close() };
}
