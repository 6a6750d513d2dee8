import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import coverage from "./coverage.json";
import { routes } from "./routes";

const root = path.resolve(__dirname, "..");
const rows: { operation: string; method: string; path: string; fidelity: string; test?: string }[] =
  coverage.operations;
const played = rows.filter(({ fidelity }) => fidelity !== "planned");

describe("coverage.json", () => {
  it("has a row for each route, and a route for each row that is not planned", () => {
    const line = ({ operation, method, path }: { operation: string; method: string; path: string }) =>
      `${operation}: ${method} ${path}`;
    expect(played.map(line).sort()).toEqual(routes.map(line).sort());
  });

  it("names each operation once, and says how true it is", () => {
    expect(new Set(rows.map(({ operation }) => operation)).size).toBe(rows.length);
    for (const { fidelity } of rows) expect(["documented", "file", "partial", "planned"]).toContain(fidelity);
  });

  it.each(played)("has a test that speaks of $operation", ({ operation, path: route, test }) => {
    const file = path.join(root, test ?? "");
    expect(existsSync(file) && test).toMatch(/\.test\.ts$/);
    const text = readFileSync(file, "utf8");
    expect(text.includes(operation) || text.includes(route)).toBe(true);
  });
});
