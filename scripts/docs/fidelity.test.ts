import path from "node:path";
import { defaultBehaviours, listBehaviours } from "../../sandbox/behaviours";
import { behavioursOf, coverageText, fidelityPage } from "./fidelity";

const behaviours = behavioursOf(path.resolve(__dirname, "../.."));
const page =
  "Before\n<!-- The behaviours, as npm run docs writes them. -->\nOld\n<!-- The end of the behaviours. -->\nAfter\n";

test("every behaviour has a line with its level of evidence, and the rest of the page stays", () => {
  const text = fidelityPage(behaviours, page);
  expect(text).toMatch(/^Before\n<!--/);
  expect(text).toMatch(/-->\nAfter\n$/);
  expect(text).not.toContain("Old");
  for (const { name, evidence } of listBehaviours(defaultBehaviours())) {
    const row = text.split("\n").find((line) => line.startsWith(`- \`${name}\` (`));
    expect(row).toContain(`, ${evidence.level}: `);
  }
  expect(fidelityPage(behaviours, text)).toBe(text);
});

test("a page without a place for them is an error", () => {
  expect(() => fidelityPage(behaviours, "Nothing")).toThrow("no place for the behaviours");
});

test("every behaviour has a test that shows it, and a row with its level in coverage.json", () => {
  expect(behaviours.filter(({ test: file }) => !file?.endsWith(".test.ts"))).toEqual([]);
  const operations = [{ operation: "kept" }];
  expect(JSON.parse(coverageText(behaviours, operations))).toEqual({
    behaviours: behaviours.map(({ name, evidence: { level }, default: first, test: file }) => ({
      name,
      level,
      default: first,
      test: file,
    })),
    operations,
  });
});
