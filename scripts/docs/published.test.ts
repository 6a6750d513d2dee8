import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { publishedManifest } from "./published";

const FILE = "component.manifest.json";
const version = (key: string) => JSON.stringify({ key });

/** A repository whose commits each hold one version of the manifest, the oldest first. */
function repository(...versions: string[]): string {
  const root = mkdtempSync(path.join(tmpdir(), "published-"));
  const git = (...args: string[]) => execFileSync("git", args, { cwd: root, stdio: "ignore" });
  git("init");
  for (const key of versions) {
    writeFileSync(path.join(root, FILE), version(key));
    git("add", FILE);
    git("-c", "user.name=test", "-c", "user.email=test@example.com", "commit", "-m", key);
  }
  return root;
}

it("compares a change with the last commit", () => {
  expect(publishedManifest(repository("one", "two"), FILE, version("three"))).toEqual({ key: "two" });
});

it("compares with the commit before once the change is committed", () => {
  expect(publishedManifest(repository("one", "two"), FILE, version("two"))).toEqual({ key: "one" });
});

it("has nothing to compare with at the first commit, and outside git", () => {
  expect(publishedManifest(repository("one"), FILE, version("one"))).toBeUndefined();
  expect(publishedManifest(mkdtempSync(path.join(tmpdir(), "plain-")), FILE, version("one"))).toBeUndefined();
});
