import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { defaultBehaviours, type ListedBehaviour, listBehaviours } from "../../sandbox/behaviours";

const BEGIN = "<!-- The behaviours, as npm run docs writes them. -->";
const END = "<!-- The end of the behaviours. -->";

/** A behaviour with the test that shows it, by its path in the project. */
export interface ShownBehaviour extends ListedBehaviour {
  readonly test: string | undefined;
}

/** Every behaviour that can be switched, with the test that plays it each way. */
export function behavioursOf(project: string): ShownBehaviour[] {
  const tests = testsIn(project);
  return listBehaviours(defaultBehaviours()).map((behaviour) => ({
    ...behaviour,
    test: tests.find(({ text }) => text.includes(behaviour.name))?.file,
  }));
}

/**
 * The sandbox's page on how true it is, with its list of behaviours brought up to date: their choices, the
 * default first, the evidence, and the test that shows each.
 */
export function fidelityPage(behaviours: readonly ShownBehaviour[], page: string): string {
  const [before, rest] = page.split(BEGIN, 2);
  const after = rest?.split(END, 2)[1];
  if (before === undefined || after === undefined)
    throw new Error("FIDELITY.md has no place for the behaviours.");
  const rows = behaviours.map(({ name, description, choices, evidence, test }) => {
    const [first, ...others] = choices;
    const told = test ? `[test](${path.posix.relative("sandbox", test)})` : "no test yet";
    return `- \`${name}\` (**${first}**, ${others.join(", ")}), ${evidence.level}: ${description} ${evidence.source} (${told})`;
  });
  return [before + BEGIN, "", ...rows, "", END + after].join("\n");
}

/** The text of `coverage.json`: the behaviours as their table has them, and the operations as they stand. */
export function coverageText(behaviours: readonly ShownBehaviour[], operations: readonly object[]): string {
  const rows = behaviours.map(({ name, evidence: { level }, default: first, test }) => ({
    name,
    level,
    default: first,
    test,
  }));
  return `${JSON.stringify({ behaviours: rows, operations }, null, 2)}\n`;
}

/** Every test of the project by its path, those of the sandbox first; conformance shows nothing, it asks. */
function testsIn(project: string): { file: string; text: string }[] {
  return ["sandbox", "src", "test"].flatMap((folder) =>
    readdirSync(path.join(project, folder), { recursive: true, encoding: "utf8" })
      .filter(
        (file) => file.endsWith(".test.ts") && !file.startsWith("conformance") && !file.startsWith("main."),
      )
      .sort()
      .map((file) => ({
        file: `${folder}/${file}`,
        text: readFileSync(path.join(project, folder, file), "utf8"),
      })),
  );
}
