import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { defaultBehaviours, listBehaviours } from "./behaviours";
import coverage from "./coverage.json";
import { routes } from "./routes";

const root = path.resolve(__dirname, "..");
const rows: { operation: string; method: string; path: string; level: string; test: string }[] =
  coverage.operations;

describe("coverage.json", () => {
  it("has a row for each route, and a route for each row", () => {
    const line = ({ operation, method, path }: { operation: string; method: string; path: string }) =>
      `${operation}: ${method} ${path}`;
    expect(rows.map(line).sort()).toEqual(routes.map(line).sort());
  });

  it("names each operation once, and says on which evidence it stands", () => {
    expect(new Set(rows.map(({ operation }) => operation)).size).toBe(rows.length);
    for (const { level } of rows) expect(["live", "documented", "file"]).toContain(level);
  });

  it.each(rows)("has a test that speaks of $operation", ({ operation, path: route, test }) => {
    const file = path.join(root, test);
    expect(existsSync(file) && test).toMatch(/\.test\.ts$/);
    const text = readFileSync(file, "utf8");
    expect(text.includes(operation) || text.includes(route)).toBe(true);
  });

  it("has each behaviour with its level, and a test that speaks of it", () => {
    const known = listBehaviours(defaultBehaviours());
    expect(coverage.behaviours.map(({ name, level }) => [name, level])).toEqual(
      known.map(({ name, evidence }) => [name, evidence.level]),
    );
    for (const { name, test } of coverage.behaviours)
      expect(readFileSync(path.join(root, test), "utf8")).toContain(name);
  });
});

describe("FIDELITY.md", () => {
  it("says exact of nothing that was not seen live", () => {
    const page = readFileSync(path.join(__dirname, "FIDELITY.md"), "utf8");
    const claims = page.split("\n").filter((line) => /\bexact\b/i.test(line));
    expect(claims.filter((line) => !/^- `|Exact is said of nothing|exact decimals/.test(line))).toEqual([]);
  });
});
