import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Table from "cli-table3";
import { build, buildComponent } from "./build";

/** What our own code may add to a bundle of nothing but spectral. */
const MAX_ADDED_KB = 350;
const MAX_LOAD_RATIO = 1.25;
const LOADS = 30;

const timedRequire = `
  const start = process.hrtime.bigint();
  require(process.argv[1]);
  console.log(Number(process.hrtime.bigint() - start) / 1e6);`;

/** Milliseconds to load a bundle in a process of its own. */
const coldLoad = (bundle: string): number =>
  Number(execFileSync(process.execPath, ["-e", timedRequire, bundle], { encoding: "utf8" }));

/** The least of many cold loads of each bundle, taken in turn so that both meet the same machine. */
function loadTimes(bundles: readonly [string, string]): [number, number] {
  const best: [number, number] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let load = 0; load < LOADS; load += 1) {
    best[0] = Math.min(best[0], coldLoad(bundles[0]));
    best[1] = Math.min(best[1], coldLoad(bundles[1]));
  }
  return best;
}

const kilobytes = (file: string): number => statSync(file).size / 1024;

/** Compares the bundle with that of an empty component, prints both, and says whether it is within its bounds. */
export function gate(): boolean {
  const directory = mkdtempSync(path.join(tmpdir(), "empty-component-"));
  try {
    const ours = buildComponent();
    const empty = build("./bench/empty/index.ts", directory);
    const addedKb = kilobytes(ours) - kilobytes(empty);
    const [oursMs, emptyMs] = loadTimes([ours, empty]);
    const loadRatio = oursMs / emptyMs;
    const verdict = (holds: boolean) => (holds ? "holds" : "EXCEEDED");
    const table = new Table({
      head: ["", "empty", "ours", "difference", "bound", ""],
      style: { head: [], border: [] },
    });
    table.push(
      [
        "size, KB",
        kilobytes(empty).toFixed(0),
        kilobytes(ours).toFixed(0),
        `+${addedKb.toFixed(0)}`,
        `+${MAX_ADDED_KB}`,
        verdict(addedKb <= MAX_ADDED_KB),
      ],
      [
        `load, ms (least of ${LOADS})`,
        emptyMs.toFixed(1),
        oursMs.toFixed(1),
        `${loadRatio.toFixed(2)} times`,
        `${MAX_LOAD_RATIO} times`,
        verdict(loadRatio <= MAX_LOAD_RATIO),
      ],
    );
    console.log(table.toString());
    return addedKb <= MAX_ADDED_KB && loadRatio <= MAX_LOAD_RATIO;
  } finally {
    rmSync(directory, { recursive: true });
  }
}
