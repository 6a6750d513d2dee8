import path from "node:path";
import { defaultBehaviours, listBehaviours } from "../../sandbox/behaviours";
import { fidelityPage } from "./fidelity";

const project = path.resolve(__dirname, "../..");
const page =
  "Before\n<!-- The behaviours, as npm run docs writes them. -->\nOld\n<!-- The end of the behaviours. -->\nAfter\n";

test("every behaviour has a line with its level of evidence, and the rest of the page stays", () => {
  const text = fidelityPage(project, page);
  expect(text).toMatch(/^Before\n<!--/);
  expect(text).toMatch(/-->\nAfter\n$/);
  expect(text).not.toContain("Old");
  for (const { name, evidence } of listBehaviours(defaultBehaviours())) {
    const row = text.split("\n").find((line) => line.startsWith(`- \`${name}\` (`));
    expect(row).toContain(`, ${evidence.level}: `);
  }
  expect(fidelityPage(project, text)).toBe(text);
});

test("a page without a place for them is an error", () => {
  expect(() => fidelityPage(project, "Nothing")).toThrow("no place for the behaviours");
});
