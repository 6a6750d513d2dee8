import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { loadComponent } from "../../harness/load";
import coverage from "../../sandbox/coverage.json";
import type { Digest } from "../oas/digest";
import { breaks } from "./breaks";
import { bodiesText } from "./calls/bodies";
import { knownCallsText } from "./calls/knownCalls";
import { pageCalls } from "./calls/told";
import { behavioursOf, coverageText, fidelityPage } from "./fidelity";
import { manifestOf } from "./manifest";
import { actionsPage } from "./markdown";
import { partsModule } from "./parts";
import { publishedManifest } from "./published";
import { reasons } from "./reasons";
import { sectionsOf } from "./sections";
import { operationsOf } from "./tables";
import { readUsage } from "./usage";
import { indexPage, sentBy } from "./zohoIndex";

const project = path.resolve(__dirname, "../..");
const FIDELITY = "sandbox/FIDELITY.md";
const COVERAGE = "sandbox/coverage.json";
const MANIFEST = "component.manifest.json";

function current(file: string): string {
  try {
    return readFileSync(path.join(project, file), "utf8");
  } catch {
    return "";
  }
}

const readDigest = (file: string): Digest => JSON.parse(current(file));

/** Writes the generated files, or with `--check` says which of them are stale and what would break. */
async function main(check: boolean): Promise<string[]> {
  const stale: string[] = [];
  const settle = (file: string, text: string) => {
    if (current(file) === text) return;
    if (check) {
      stale.push(`${file} is stale: run npm run docs.`);
      return;
    }
    writeFileSync(path.join(project, file), text);
    console.log(`wrote ${file}`);
  };
  settle("src/parts.ts", partsModule(project));
  const digests = { crm: readDigest("test/oas/crm.json"), books: readDigest("test/oas/books.json") };
  const calls = { crm: [...digests.crm.calls, ...pageCalls], books: digests.books.calls };
  const own = { crm: operationsOf("crm"), books: operationsOf("books") };
  for (const product of ["crm", "books"] as const) {
    settle(`src/zoho/${product}/knownCalls.json`, knownCallsText(calls[product], own[product]));
    const { schemas } = digests[product];
    settle(`src/zoho/${product}/callBodies.json`, bodiesText(calls[product], schemas, own[product]));
  }
  const behaviours = behavioursOf(project);
  settle(FIDELITY, fidelityPage(behaviours, current(FIDELITY)));
  settle(COVERAGE, coverageText(behaviours, coverage.operations));
  execFileSync("npm", ["run", "--silent", "build"], { cwd: project, stdio: "inherit" });

  const component = loadComponent();
  const manifest = manifestOf(component);
  const manifestText = `${JSON.stringify(manifest, null, 2)}\n`;
  const published = publishedManifest(project, MANIFEST, manifestText);
  const usage = readUsage(project);
  settle("documentation/actions.md", actionsPage(await sectionsOf(project, component, usage)));
  const sent = sentBy(own.crm, Object.keys(component.actions), usage);
  settle(
    "documentation/index.md",
    indexPage(digests.crm.calls, pageCalls, sent, coverage.operations, reasons),
  );
  settle(MANIFEST, manifestText);
  const broken = published
    ? breaks(published, manifest).map((line) => `${line}: integrations rely on it.`)
    : [];
  return [...stale, ...broken];
}

main(process.argv.includes("--check")).then(
  (problems) => {
    for (const problem of problems) console.error(problem);
    if (problems.length > 0) process.exitCode = 1;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
