import type { Component } from "../../harness/component";
import { addedScopes } from "../../src/connections/regional";
import type { Entry, Section } from "./markdown";
import { callText } from "./operations";
import type { Usage } from "./usage";

const titleCase = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const kinds: Record<string, string> = { dataSources: "Data sources", triggers: "Triggers" };
const products: Record<string, string> = { crm: "CRM", books: "Books" };

/**
 * `src/actions/crm/records/read.ts` is the section "CRM: Records: Read", `src/dataSources/books.ts` "Data
 * sources: Books".
 */
function sectionTitle(file: string): string {
  const [, kind = "", ...folders] = file.replace(/\.ts$/, "").split("/");
  const names = folders.map((folder) => products[folder] ?? titleCase(folder));
  return [kinds[kind], ...names].filter(Boolean).join(": ");
}

/**
 * The parts of the component by subject, in the order in which the component lists them.
 * @throws Error for one that does not say which scopes a builder has to add to the connection.
 */
export async function sectionsOf(
  project: string,
  { actions, dataSources, triggers }: Component,
  usage: ReadonlyMap<string, Usage>,
): Promise<Section[]> {
  const sections = new Map<string, Entry[]>();
  for (const part of [actions, dataSources, triggers].flatMap((parts) => Object.values(parts))) {
    const used = usage.get(part.key);
    if (!used) throw new Error(`No file under src exports ${part.key} by that name.`);
    const calls = await Promise.all(used.operations.map((use) => callText(project, use)));
    const { key, display, inputs, examplePayload: example } = part;
    const unsaid = addedScopes.filter(
      (scope) => calls.some((call) => call.scope.includes(scope)) && !display.description.includes(scope),
    );
    if (unsaid.length > 0) throw new Error(`${key} does not say that it needs ${unsaid.join(" and ")}.`);
    const title = sectionTitle(used.file);
    sections.set(title, [...(sections.get(title) ?? []), { key, display, inputs, example, calls }]);
  }
  return [...sections].map(([title, entries]) => ({ title, entries }));
}
