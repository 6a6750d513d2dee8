import { type Node, objectOf, objects, text } from "./nodes";
import type { Rule } from "./rules";

const described: Rule["kinds"] = ["component", "action", "dataSource", "trigger"];

const label = ({ value }: Node): string => text(objectOf(value.display).label || value.label);
const prose = ({ value }: Node): string => text(objectOf(value.display).description || value.comments);

const smallWords = [
  "a",
  "an",
  "and",
  "as",
  "at",
  "by",
  "for",
  "from",
  "in",
  "of",
  "on",
  "or",
  "the",
  "to",
  "with",
];

const isTitleCase = (title: string): boolean =>
  title.split(/[\s/]+/).every((word, at) => !/^[a-z]/.test(word) || (at > 0 && smallWords.includes(word)));

const expects = (holds: boolean, problem: string): string[] => (holds ? [] : [problem]);

/** Types whose value a builder types, and so needs to see one. */
const typedByHand = ["string", "text", "code", "password", "date", "timestamp"];

function pickerPrefix(type: string): RegExp {
  if (type === "objectFieldMap") return /^Map [A-Z]/;
  return type === "jsonForm" ? /^[A-Z]/ : /^Select [A-Z]/;
}

const isPart = ({ kind }: Node): boolean => kind === "action" || kind === "dataSource" || kind === "trigger";

/** An input with those that stand in it. */
const withInner = (input: Record<string, unknown>): Record<string, unknown>[] => [
  input,
  ...objects(input.inputs).flatMap(withInner),
];
const inputsOf = ({ value }: Node): Record<string, unknown>[] => objects(value.inputs).flatMap(withInner);
const labelsOf = (part: Node): string[] => inputsOf(part).map((input) => text(input.label));

/** The labels of inputs that a text cannot name by chance: those of several words. */
const labelsOfAll = (all: readonly Node[]): string[] => [
  ...new Set(
    all
      .filter(isPart)
      .flatMap(labelsOf)
      .filter((each) => each.includes(" ")),
  ),
];

/**
 * The inputs that a part speaks of and does not have, unless the label of one that it has holds their name.
 */
function strangersIn(part: Node, all: readonly Node[]): string[] {
  const own = labelsOf(part);
  const said = [
    ...(part.kind === "dataSource" ? [] : [prose(part)]),
    ...inputsOf(part).map(({ comments }) => text(comments)),
  ].map((words) =>
    own.toSorted((a, b) => b.length - a.length).reduce((left, known) => left.replaceAll(known, ""), words),
  );
  return labelsOfAll(all).filter((name) =>
    said.some((words) => new RegExp(`\\b${name.replace(/\W/g, ".")}(?![\\w-])`).test(words)),
  );
}

export const textRules: readonly Rule[] = [
  {
    name: "speaks only of inputs that it has",
    kinds: ["action", "dataSource", "trigger"],
    check: (node, all) => strangersIn(node, all).map((name) => `speaks of ${name}`),
  },
  {
    name: "has a label in title case",
    kinds: ["connection", ...described, "input"],
    check: (node) => expects(label(node) !== "" && isTitleCase(label(node)), `is labelled "${label(node)}"`),
  },
  {
    name: "is described in sentences that end with a full stop",
    kinds: ["connection", ...described, "input"],
    check: (node) => expects(/^[A-Z].*\.$/s.test(prose(node)), `says "${prose(node)}"`),
  },
  {
    name: "speaks of things and not of people",
    kinds: ["connection", ...described, "input"],
    check: (node) => {
      const said = `${label(node)} ${prose(node)} ${text(node.value.placeholder)}`;
      return expects(!/\b(you|your|yours|we|our|ours)\b/i.test(said), `says "${said}"`);
    },
  },
  {
    name: "says nothing that breaks as MDX: braces, brackets and addresses stand in backticks",
    kinds: ["connection", ...described, "input"],
    check: (node) => {
      const said = prose(node).replaceAll(/`[^`]*`/g, "");
      return expects(!/[<{]|\S@\S/.test(said), `says "${said}"`);
    },
  },
  {
    name: "names its product before what it does",
    kinds: ["action"],
    check: (node) => expects(/^(CRM|Books|Zoho) - [A-Z]/.test(label(node)), `is labelled "${label(node)}"`),
  },
  {
    name: "is labelled as a picker",
    kinds: ["dataSource"],
    check: (node) =>
      expects(
        pickerPrefix(text(node.value.dataSourceType)).test(label(node)),
        `is labelled "${label(node)}"`,
      ),
  },
  {
    name: "shows an example or the choices of what is typed by hand",
    kinds: ["input"],
    check: ({ value }) =>
      expects(
        !typedByHand.includes(text(value.type)) || Boolean(value.example) || Array.isArray(value.model),
        "has neither example nor model",
      ),
  },
  {
    name: "says what the keys of a list of keys and values are",
    kinds: ["input"],
    check: ({ value }) => {
      const keys = text(value.keyLabel);
      const isNamed = keys !== "" && isTitleCase(keys) && keys !== text(value.label);
      return expects(value.collection !== "keyvaluelist" || isNamed, `labels its keys "${keys}"`);
    },
  },
  {
    name: "shows examples of its own product",
    kinds: ["input"],
    check: ({ value, owner }) => {
      const shown = text(value.example);
      const isBooks = owner !== undefined && /\b(Books|Other Products)\b/.test(label(owner));
      return expects(!isBooks || !/\b(Leads|[A-Z][a-z]+_[A-Z]\w*)\b/.test(shown), `shows "${shown}"`);
    },
  },
  {
    name: "shows other examples for other things of a kind",
    kinds: ["action"],
    check: ({ value }) => {
      const moved = objects(value.inputs).filter(({ key }) =>
        /^(transferTo|newUserId|mergeIds)$/.test(text(key)),
      );
      const others = objects(value.inputs).filter((input) => !moved.includes(input));
      return moved
        .filter(({ example }) => example && others.some((other) => other.example === example))
        .map(({ key }) => `${text(key)} shows the example of another input`);
    },
  },
  {
    name: "invites with Enter or Select",
    kinds: ["input"],
    check: ({ value }) => {
      const placeholder = text(value.placeholder);
      return expects(
        placeholder === "" || /^(Enter|Select) .*[^.]$/.test(placeholder),
        `has the placeholder "${placeholder}"`,
      );
    },
  },
  {
    name: "says what a boolean does when true",
    kinds: ["input"],
    check: ({ value }) =>
      expects(
        value.type !== "boolean" || /^When true, /.test(text(value.comments)),
        "does not begin with When true",
      ),
  },
];
