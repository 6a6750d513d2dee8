import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const kinds = ["actions", "dataSources", "triggers"] as const;

/** What a page exports as a part of the component: the result of one of the functions that make them. */
const partPattern = /^export const (\w+) = (?:\w*Action|\w*Picker|\w*[tT]rigger)\(/gm;

const HEAD = `/*
 * Every part of the component by its key, and the page that holds it. A page is loaded when a part of it is
 * first asked for: an execution needs one of them. Written by \`npm run docs\` from the pages.
 */
`;

/** The text of \`src/parts.ts\`, from the pages that are there. */
export function partsModule(project: string): string {
  const blocks = kinds.map((kind) => {
    const pages = pagesIn(path.join(project, "src", kind)).flatMap((file) => {
      const page = path.relative(path.join(project, "src"), file).replaceAll(path.sep, "/").slice(0, -3);
      const keys = [...readFileSync(file, "utf8").matchAll(partPattern)].map(([, key = ""]) => key);
      return keys.length > 0 ? [{ page, name: nameOf(page), keys }] : [];
    });
    return {
      loaders: pages.map(
        ({ page, name }) => `const ${name} = (): typeof import("./${page}") => require("./${page}");`,
      ),
      table: [
        `export const ${kind} = {`,
        ...pages.flatMap(({ name, keys }) => keys.map((key) => `  ${key}: () => ${name}().${key},`)),
        "};",
      ].join("\n"),
    };
  });
  const loaders = blocks.flatMap((block) => block.loaders);
  return `${[HEAD, loaders.join("\n"), "", ...blocks.map(({ table }) => `${table}\n`)].join("\n").trimEnd()}\n`;
}

function pagesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) return pagesIn(file);
      return file.endsWith(".ts") && !file.endsWith(".test.ts") ? [file] : [];
    });
}

/** `actions/crm/records/read` → `crmRecordsReadActions`. */
function nameOf(page: string): string {
  const [kind = "", ...rest] = page.split("/");
  const words = rest
    .join("/")
    .split(/[/]/)
    .map((word, index) => (index === 0 ? word : word[0]?.toUpperCase() + word.slice(1)));
  return `${words.join("")}${kind[0]?.toUpperCase()}${kind.slice(1)}`;
}
