import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { isStale } from "./load";

it("tells a component that was built before its source was as it is", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "built"));
  const file = path.join(folder, "index.js");
  try {
    expect(isStale(file)).toBe(true);
    writeFileSync(file, "");
    expect(isStale(file)).toBe(false);
    utimesSync(file, 0, 0);
    expect(isStale(file)).toBe(true);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
