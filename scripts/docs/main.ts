import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { loadComponent } from "../../harness/load";
import { breaks } from "./breaks";
import { manifestOf } from "./manifest";
import { actionsPage } from "./markdown";
import { publishedManifest } from "./published";
import { sectionsOf } from "./sections";
import { readUsage } from "./usage";

const project = path.resolve(__dirname, "../..");
const MANIFEST = "component.manifest.json";

function current(file: string): string {
  try {
    return readFileSync(path.join(project, file), "utf8");
  } catch {
    return "";
  }
}

/** Writes the generated files, or with `--check` says which of them are stale and what would break. */
async function main(check: boolean): Promise<string[]> {
  const component = loadComponent();
  const manifest = manifestOf(component);
  const files = {
    "documentation/actions.md": actionsPage(await sectionsOf(project, component, readUsage(project))),
    [MANIFEST]: `${JSON.stringify(manifest, null, 2)}\n`,
  };
  const stale = Object.entries(files).filter(([file, text]) => current(file) !== text);
  if (!check) {
    for (const [file, text] of stale) {
      writeFileSync(path.join(project, file), text);
      console.log(`wrote ${file}`);
    }
  }
  const published = publishedManifest(project, MANIFEST, files[MANIFEST] ?? "");
  const broken = published
    ? breaks(published, manifest).map((line) => `${line}: integrations rely on it.`)
    : [];
  return [...(check ? stale.map(([file]) => `${file} is stale: run npm run docs.`) : []), ...broken];
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
