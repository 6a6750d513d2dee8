import { execFile } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { startSandbox, type TestSandbox } from "../support/sandbox";

/*
 * The package that `npm pack` makes, in the project of a stranger: its types, what it brings, and what it
 * does when it is called.
 */

const run = promisify(execFile);
const root = path.resolve(__dirname, "../..");
const packages = path.join(root, "node_modules");

let folder: string;
let stranger: string;
let installed: string;
let sandbox: TestSandbox;

/** The code of the README as a program that prints what it finds. */
function codeOfReadme(): string {
  const [, code = ""] = /```ts\n(.*?)```/s.exec(readFileSync(path.join(root, "README.md"), "utf8")) ?? [];
  const lines = code.split("\n");
  const isImport = (line: string): boolean => line.startsWith("import ");
  return [
    ...lines.filter(isImport),
    'const connection = JSON.parse(process.env.CONNECTION ?? "");',
    "(async () => {",
    ...lines.filter((line) => !isImport(line)),
    "console.log(JSON.stringify({ modules, fields, preview }));",
    "})();",
  ].join("\n");
}

/** Puts packages of this project into the stranger's, as an installation would. */
function link(names: readonly string[]): void {
  for (const name of names) {
    const target = path.join(stranger, "node_modules", name);
    mkdirSync(path.dirname(target), { recursive: true });
    symlinkSync(path.join(packages, name), target, "dir");
  }
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "package-"));
  stranger = path.join(folder, "stranger");
  installed = path.join(stranger, "node_modules/zoho");
  mkdirSync(installed, { recursive: true });
  const { stdout } = await run("npm", ["pack", "--json", "--pack-destination", folder], { cwd: root });
  const file = /"filename":\s*"([^"]+)"/.exec(stdout)?.[1] ?? "";
  await run("tar", ["-xzf", path.join(folder, file), "-C", installed, "--strip-components", "1"]);
  const { dependencies } = JSON.parse(readFileSync(path.join(installed, "package.json"), "utf8"));
  link([...Object.keys(dependencies), "@types/node"]);
  copyFileSync(path.join(__dirname, "stranger.ts"), path.join(stranger, "stranger.ts"));
  writeFileSync(path.join(stranger, "readme.ts"), codeOfReadme());
  writeFileSync(path.join(stranger, "package.json"), JSON.stringify({ name: "stranger", version: "1.0.0" }));
  const compilerOptions = {
    module: "NodeNext",
    target: "ES2022",
    strict: true,
    skipLibCheck: true,
    types: ["node"],
  };
  writeFileSync(
    path.join(stranger, "tsconfig.json"),
    JSON.stringify({ compilerOptions, files: ["stranger.ts", "readme.ts"] }),
  );
  sandbox = await startSandbox();
}, 300_000);
afterAll(async () => {
  await sandbox.close();
  rmSync(folder, { recursive: true });
});

const node = (...command: string[]) => run(process.execPath, command, { cwd: stranger });

test("it holds what is built of the source, and nothing of tests or of the sandbox", () => {
  const files = readdirSync(installed, { recursive: true }).map(String);
  expect(files).toEqual(expect.arrayContaining(["package.json", "README.md", "LICENSE", "lib/index.js"]));
  expect(files.filter((file) => /\.test\.|^(sandbox|harness|test|node_modules)/.test(file))).toEqual([]);
  const deep = files
    .filter((file) => /\.(js|d\.ts)$/.test(file))
    .filter((file) => /spectral\/dist/.test(readFileSync(path.join(installed, file), "utf8")));
  expect(deep).toEqual([]);
});

test("importing it changes nothing and leaves nothing running", async () => {
  const seen = `() => JSON.stringify([Object.keys(globalThis), process.env, process.eventNames(), process.getActiveResourcesInfo()])`;
  const script = `const seen = ${seen};
    require("@prismatic-io/spectral"); require("axios");
    const before = seen();
    require("zoho"); require("zoho/headless");
    console.log(before === seen());`;
  expect((await node("-e", script)).stdout).toBe("true\n");
});

test("its inside cannot be reached", async () => {
  await expect(node("-e", 'require("zoho/lib/client")')).rejects.toThrow("ERR_PACKAGE_PATH_NOT_EXPORTED");
});

test("the code of the README and a stranger's program compile and get their answers", async () => {
  await node(path.join(packages, "typescript/bin/tsc"), "-p", stranger);
  const env = {
    ...process.env,
    CONNECTION: JSON.stringify(await sandbox.connection()),
    ZOHO_ALLOW_LOOPBACK: "1",
  };
  const readme = JSON.parse((await run(process.execPath, ["readme.js"], { cwd: stranger, env })).stdout);
  expect(readme.modules).toContainEqual(expect.objectContaining({ name: "Leads" }));
  expect(readme.fields).toContainEqual(expect.objectContaining({ name: "Last_Name", required: true }));
  expect(readme.preview.values).toMatchObject([{ field: "Last_Name", value: "Burns" }]);
  const { stdout } = await run(process.execPath, ["stranger.js"], { cwd: stranger, env });
  const answers = JSON.parse(stdout);
  const mapping = [
    { source: "surname", field: "Last_Name" },
    { source: "revenue", field: "Annual_Revenue" },
    { source: "mail", field: "Email" },
  ];
  expect(answers).toMatchObject({
    label: "CRM - Upsert Records",
    isKnown: false,
    leads: { name: "Leads", label: "Leads", singular: "Lead", isCustom: false },
    lastName: { label: "Last Name", type: "text", required: true, section: "Lead Information", length: 80 },
    source: { type: "picklist", required: false, options: expect.arrayContaining(["X (Twitter)"]) },
    mapping,
    problems: [{ code: "MANDATORY_NOT_FOUND", details: { api_name: "Company" } }],
    preview: {
      valid: false,
      record: null,
      values: [
        { field: "Last_Name", value: "Burns", outcome: "unchanged" },
        { field: "Annual_Revenue", given: "250000.9", value: 250000.9, outcome: "converted" },
        { field: "Email", value: null, outcome: "refused" },
      ],
    },
    back: { surname: "Burns" },
    required: ["Company", "Last_Name"],
    requiredInBooks: ["name", "rate"],
  });
}, 180_000);
