import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { builtComponent, loadComponent } from "../harness/load";
import { createRunner, type Runner } from "../harness/runner";
import { keyRules } from "./definition/keys";
import { type Kind, nodesOf, objectOf } from "./definition/nodes";
import { breaches } from "./definition/rules";
import { buildIfStale } from "./support/build";
import { type PublishedComponent, startPlatformApi, unzipped } from "./support/platformApi";
import { startSandbox, type TestSandbox } from "./support/sandbox";

buildIfStale();

let folder: string;
let uploaded: string;
let output: string;
let published: PublishedComponent;
let runner: Runner;
let sandbox: TestSandbox;
let connection: unknown;

/**
 * The component as it is published: `npm run publish:component` against the platform's API, and what was
 * uploaded, unpacked in a folder without libraries.
 */
beforeAll(async () => {
  const api = await startPlatformApi();
  folder = mkdtempSync(path.join(tmpdir(), "published-"));
  const env = {
    ...process.env,
    PRISMATIC_URL: api.url,
    PRISM_ACCESS_TOKEN: "token of a test",
    PRISM_CONFIG_FILE: path.join(folder, "config.yml"),
    TMPDIR: folder,
  };
  // What is built already is not built again: other tests read it meanwhile.
  const command = ["run", "--ignore-scripts", "publish:component", "--", "--no-confirm"];
  output = (await promisify(execFile)("npm", command, { env })).stdout;
  published = api.published;
  await api.close();
  uploaded = path.join(folder, "uploaded");
  mkdirSync(uploaded);
  for (const [file, bytes] of await unzipped(published.uploads.get("/upload/package") ?? Buffer.alloc(0)))
    writeFileSync(path.join(uploaded, file), bytes);
  runner = createRunner({ component: loadComponent(path.join(uploaded, "index.js")) });
  sandbox = await startSandbox();
  connection = await sandbox.connection();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await sandbox.close();
});

test("the command asks who is logged in, whether it is published already, and publishes with the token", () => {
  expect(published.operations).toEqual(["whoami", "component", "publishComponent"]);
  expect(new Set(published.tokens)).toEqual(new Set(["Bearer token of a test"]));
  expect(output).toContain("Successfully submitted Zoho (v1)");
});

test("the definition that it sends holds every part, and only keys that the platform accepts", () => {
  const { definition, ...lists } = published.variables;
  const nodes = nodesOf({ ...objectOf(definition), ...lists });
  const [accepted] = keyRules;
  expect(accepted && breaches(accepted, nodes)).toEqual([]);
  const keysOf = (kind: Kind) => nodes.filter((node) => node.kind === kind).map((node) => node.path);
  const { actions, triggers, dataSources, connections } = loadComponent();
  expect(keysOf("action")).toEqual(Object.keys(actions));
  expect(keysOf("trigger")).toEqual(Object.keys(triggers));
  expect(keysOf("dataSource")).toEqual(Object.keys(dataSources));
  expect(keysOf("connection")).toEqual(connections.map(({ key }) => key));
});

test("it uploads every file of dist as it is, the libraries for bulk jobs in files of their own, and the icon", () => {
  const dist = path.dirname(builtComponent);
  const files = readdirSync(dist);
  expect(files.filter((file) => /^\d+\.index\.js$/.test(file)).length).toBeGreaterThanOrEqual(4);
  expect(readdirSync(uploaded).sort()).toEqual(files.sort());
  const changed = files.filter(
    (file) => !readFileSync(path.join(uploaded, file)).equals(readFileSync(path.join(dist, file))),
  );
  expect(changed).toEqual([]);
  expect(published.uploads.get("/upload/icon")).toEqual(readFileSync(path.join(dist, "icon.png")));
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
