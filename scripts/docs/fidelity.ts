import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { defaultBehaviours, listBehaviours } from "../../sandbox/behaviours";
import { questions } from "../../sandbox/conformance/questions";

/** Switches each behaviour that it has a question for, and finds it. */
const CONFORMANCE = "conformance/conformance.test.ts";
const BEGIN = "<!-- The behaviours, as npm run docs writes them. -->";
const END = "<!-- The end of the behaviours. -->";

/**
 * The sandbox's page on how true it is, with its list of behaviours brought up to date: their choices, the
 * default first, the evidence, and the test that shows each.
 */
export function fidelityPage(project: string, page: string): string {
  const [before, rest] = page.split(BEGIN, 2);
  const after = rest?.split(END, 2)[1];
  if (before === undefined || after === undefined)
    throw new Error("FIDELITY.md has no place for the behaviours.");
  const tests = testsIn(project);
  const rows = listBehaviours(defaultBehaviours()).map(({ name, description, choices, evidence }) => {
    const own = tests.find(({ text }) => text.includes(name))?.file;
    const shown = own ?? (name in questions ? CONFORMANCE : undefined);
    const [first, ...others] = choices;
    const told = shown ? `[test](${shown})` : "no test yet";
    return `- \`${name}\` (**${first}**, ${others.join(", ")}), ${evidence.level}: ${description} ${evidence.source} (${told})`;
  });
  return [before + BEGIN, "", ...rows, "", END + after].join("\n");
}

/**
 * Every test, those of the sandbox first, by its path as FIDELITY.md links to it; the ones of conformance
 * show no behaviour, they find it.
 */
function testsIn(project: string): { file: string; text: string }[] {
  return ["sandbox", "src", "test"].flatMap((folder) =>
    readdirSync(path.join(project, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".test.ts") && !file.startsWith("conformance"))
      .sort()
      .map((file) => ({
        file: folder === "sandbox" ? file : `../${folder}/${file}`,
        text: readFileSync(path.join(project, folder, file), "utf8"),
      })),
  );
}
