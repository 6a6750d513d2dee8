import { execFileSync } from "node:child_process";
import type { Manifest } from "./manifest";

function git(project: string, ...args: string[]): string | undefined {
  try {
    return execFileSync("git", args, { cwd: project, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  } catch {
    return undefined;
  }
}

/**
 * The newest committed manifest that differs from `text`: the last commit's while a change is being made, the
 * one before it once the change is committed. Undefined outside git and before the first commit.
 */
export function publishedManifest(project: string, file: string, text: string): Manifest | undefined {
  const commits = git(project, "log", "-2", "--format=%H", "--", file)?.split("\n").filter(Boolean) ?? [];
  for (const commit of commits) {
    const committed = git(project, "show", `${commit}:./${file}`);
    if (committed !== undefined && committed !== text) return JSON.parse(committed);
  }
  return undefined;
}
