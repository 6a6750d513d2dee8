import { execFileSync } from "node:child_process";
import { mkdirSync, rmdirSync } from "node:fs";
import path from "node:path";
import { isStale } from "../../harness/load";

const root = path.resolve(__dirname, "../..");
const lock = path.join(root, "node_modules", ".building");

/**
 * Builds the component where it is older than its source: a test of what was built can not be one of what was
 * built before.
 */
export function buildIfStale(): void {
  while (isStale()) {
    try {
      mkdirSync(lock);
    } catch {
      // Another worker builds it.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
      continue;
    }
    try {
      if (isStale()) execFileSync("npm", ["run", "--silent", "build"], { cwd: root, stdio: "ignore" });
    } finally {
      rmdirSync(lock);
    }
  }
}
