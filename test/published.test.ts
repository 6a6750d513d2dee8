import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { builtComponent, loadComponent } from "../harness/load";
import { createRunner, type Runner } from "../harness/runner";
import { buildIfStale } from "./support/build";
import { startSandbox, type TestSandbox } from "./support/sandbox";

buildIfStale();

let folder: string;
let runner: Runner;
let sandbox: TestSandbox;
let connection: unknown;

/** The component as it is published: the files of dist/ and nothing else, in a folder without libraries. */
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "published-"));
  cpSync(path.dirname(builtComponent), folder, { recursive: true });
  runner = createRunner({ component: loadComponent(path.join(folder, "index.js")) });
  sandbox = await startSandbox();
  connection = await sandbox.connection();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await sandbox.close();
});

test("the libraries for bulk jobs are files of their own", () => {
  const chunks = readdirSync(folder).filter((file) => /^\d+\.index\.js$/.test(file));
  expect(chunks.length).toBeGreaterThanOrEqual(4);
});

test("a bulk read runs with them", async () => {
  const result = await runner.action("crmBulkRead", {
    connection,
    recordType: "Leads",
    fields: ["Last_Name"],
  });
  const { data, info }: { data: object[]; info: object } = Object(result?.data);
  expect(info).toMatchObject({ state: "COMPLETED", more_records: false });
  expect(data.length).toBeGreaterThan(5);
  expect(data[0]).toMatchObject({ id: expect.any(String), Last_Name: expect.any(String) });
});

test("a bulk write runs with them, and what it wrote comes back as a CSV", async () => {
  const records = JSON.stringify([{ Last_Name: "Published", Company: "Zylker" }]);
  const written = await runner.action("crmBulkWrite", {
    connection,
    recordType: "Leads",
    operation: "insert",
    records,
  });
  expect(written?.data).toMatchObject({ summary: { succeeded: 1, failed: 0 } });
  const inputs = { connection, recordType: "Leads", fields: ["Last_Name"], output: "csv" };
  const file = await runner.action("crmBulkRead", inputs);
  expect(String(file?.data)).toContain(",Published\n");
  expect(file?.contentType).toBe("text/csv");
});
