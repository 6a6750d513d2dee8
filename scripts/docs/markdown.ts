import type { Input } from "../../harness/component";
import type { CallText } from "./operations";

/** An action, data source or trigger with all that is said about it. */
export interface Entry {
  key: string;
  display: { label: string; description: string };
  inputs: readonly Input[];
  example: unknown;
  calls: readonly CallText[];
}

export interface Section {
  title: string;
  entries: readonly Entry[];
}

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll(/\s*\n\s*/g, " ");
const code = (text: string): string => (text === "" ? "" : `\`${text}\``);

/** A scope by its name, or in words where the call decides it. */
const scopeText = (scope: string): string => (scope.includes(" ") ? scope : code(scope));

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** The anchor that GitHub gives to a heading. */
const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\w\- ]/g, "")
    .replaceAll(" ", "-");

function typeText({ type, collection }: Input): string {
  if (collection === "valuelist") return `list of ${type}`;
  return collection === "keyvaluelist" ? `${type} by key` : type;
}

function defaultText({ default: value }: Input): string {
  if (value === undefined || value === "") return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

function comment({ comments = "", model }: Input): string {
  const choices = model?.map(({ label, value }) =>
    label === value ? code(value) : `${code(value)} (${label})`,
  );
  return choices ? `${comments} One of ${choices.join(", ")}.` : comments;
}

function inputRows(inputs: readonly Input[], owner = ""): string[][] {
  return inputs.flatMap((input) => [
    [
      input.label,
      code(owner + input.key),
      typeText(input),
      input.required ? "yes" : "",
      code(defaultText(input)),
      comment(input),
      code(input.example ?? ""),
    ],
    ...inputRows(input.inputs ?? [], `${owner}${input.key}.`),
  ]);
}

const LONGEST_TEXT = 80;

/** An example short enough to read: the first element of a list, long texts cut, files by their size. */
function shortened(value: unknown): unknown {
  if (value instanceof Uint8Array) return `<file of ${value.byteLength} bytes>`;
  if (typeof value === "string" && value.length > LONGEST_TEXT) return `${value.slice(0, LONGEST_TEXT)}…`;
  if (Array.isArray(value)) return value.slice(0, 1).map(shortened);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shortened(inner)]));
}

function entryText({ key, display, inputs, example, calls }: Entry): string {
  const parts = [`### ${display.label}`, `${code(key)}. ${display.description}`];
  if (inputs.length > 0) {
    parts.push(table(["Input", "Key", "Type", "Required", "Default", "Notes", "Example"], inputRows(inputs)));
  }
  if (calls.length > 0) {
    const rows = calls.map(({ call, scope, credits, sentAgain }) => [
      code(call),
      scopeText(scope),
      credits,
      sentAgain,
    ]);
    parts.push(table(["Call", "Scope", "Credits", "Sent again"], rows));
  }
  if (example !== undefined) parts.push(`\`\`\`json\n${JSON.stringify(shortened(example), null, 2)}\n\`\`\``);
  return parts.join("\n\n");
}

const intro = `# Actions, data sources and triggers

Everything that the component has, written by \`npm run docs\` from the component and its table of operations.

Each part lists its inputs, the calls to Zoho that it can make, and an example of what it returns, with lists cut to
one element. A call may be left out when it is not needed, such as reading the fields of a module that were read before.
"Sent again" says when a call that failed is repeated. \`{version}\` and other parts in braces are filled in.`;

const contents = (sections: readonly Section[]): string =>
  sections
    .map(({ title, entries }) => {
      const links = entries.map(({ display: { label } }) => `[${label}](#${anchor(label)})`);
      return `- ${title}: ${links.join(" · ")}`;
    })
    .join("\n");

/** The whole page, the sections in the order given. */
export function actionsPage(sections: readonly Section[]): string {
  const texts = sections.map(({ title, entries }) => [`## ${title}`, ...entries.map(entryText)].join("\n\n"));
  return `${[intro, contents(sections), ...texts].join("\n\n")}\n`;
}
