import { existsSync } from "node:fs";
import path from "node:path";
import { exceptions } from "./exceptions";

it("stands for a page that is exercised, so that an exception that nothing meets any more is found", () => {
  const pages = [...new Set(exceptions.map(({ page }) => page))];
  const isExercised = (page: string) =>
    existsSync(path.join(__dirname, "../../src/actions", `${page}.test.ts`));
  expect(pages.filter((page) => !isExercised(page))).toEqual([]);
});

it("gives its reason in a sentence", () => {
  expect(exceptions.filter(({ reason }) => !/^[A-Z].{10,}\.$/.test(reason))).toEqual([]);
});
