import { Command, Option } from "commander";
import type { Component, Input, Params } from "../component";
import { parseValue } from "./values";

export type PartKind = "action" | "dataSource" | "trigger";

/** What was asked for on the command line. */
export interface Request {
  kind: PartKind;
  key: string;
  inputs: Params;
  /** The keys of the inputs that take a connection. */
  connectionInputs: string[];
  settings: Settings;
}

export interface Settings {
  sandbox?: string;
  connection: string;
  debug?: boolean;
  json?: boolean;
  /** A webhook's body, for a trigger; its schedule runs without one. */
  payload?: string;
  /** The file that keeps a trigger's state from one command to the next. */
  state?: string;
}

const runSettings = (kind: PartKind): Option[] => [
  new Option("--sandbox <url>", "A running sandbox to talk to."),
  new Option("--connection <key>", "The connection to use. Default: zohoTemplatedConnection.").default(
    "zohoTemplatedConnection",
  ),
  new Option("--debug", "Run in the platform's debug mode."),
  new Option("--json", "Print one JSON document."),
  ...(kind === "trigger"
    ? [
        new Option(
          "--payload <json>",
          "Call the webhook with this body, or @file; without it, the schedule runs.",
        ),
        new Option("--state <file>", "Keep the trigger's state in this file from one run to the next."),
      ]
    : []),
];

/** How the value of an input is written on the command line. */
function placeholder({ type, collection }: Input): string {
  if (collection === "keyvaluelist") return "<key=value...>";
  if (collection) return `<${type}...>`;
  return type === "boolean" ? "[true|false]" : `<${type}>`;
}

const isMandatory = ({ required, default: value }: Input) => Boolean(required) && !value;

/** The label, whether it is required, what it is for, and what it takes. */
function describe(input: Input): string {
  const { label, comments, model, default: value } = input;
  const parts = [
    `${label}${isMandatory(input) ? " (required)" : ""}.`,
    comments,
    model && `One of ${model.map((choice) => choice.value).join(", ")}.`,
    typeof value === "string" && value !== "" && `Default: ${value}.`,
  ];
  return parts.filter(Boolean).join(" ");
}

const optionOf = (input: Input): Option =>
  new Option(`--${input.key} ${placeholder(input)}`, describe(input))
    .preset("true")
    .argParser((text, before) => parseValue(input, text, before));

type Part = Component["actions"][string] | Component["dataSources"][string] | Component["triggers"][string];

function partCommand(kind: PartKind, part: Part, run: (request: Request) => Promise<void>): Command {
  const { key, display, inputs } = part;
  const command = new Command(key)
    .description(`${display.label}. ${display.description}`)
    .configureHelp({ optionDescription: ({ description }) => description })
    .showHelpAfterError();
  // What stands in a group can be given by itself too.
  const typed = inputs.flatMap((input) =>
    input.type === "connection" ? [] : [input, ...(input.inputs ?? [])],
  );
  for (const input of typed) command.addOption(optionOf(input));
  for (const option of runSettings(kind)) command.addOption(option);
  const connectionInputs = inputs.filter(({ type }) => type === "connection").map((input) => input.key);
  return command.action((options: Params & Settings) => {
    const missing = typed.filter((input) => isMandatory(input) && options[input.key] === undefined);
    if (missing.length > 0) {
      command.error(`error: ${key} needs ${missing.map((input) => `--${input.key}`).join(", ")}`);
    }
    const given = typed.filter((input) => options[input.key] !== undefined);
    const values = given.map((input) => [input.key, options[input.key]]);
    return run({ kind, key, inputs: Object.fromEntries(values), connectionInputs, settings: options });
  });
}

/** The command line of a component: a command a part, with an option an input. */
export function createProgram(component: Component, run: (request: Request) => Promise<void>): Command {
  const program = new Command("harness")
    .description(
      `Runs one part of the ${component.display.label} component. Without arguments it lists them.`,
    )
    .showHelpAfterError("Without arguments, harness lists the actions, data sources and triggers there are.");
  const parts: [PartKind, Record<string, Part>][] = [
    ["action", component.actions],
    ["dataSource", component.dataSources],
    ["trigger", component.triggers],
  ];
  for (const [kind, members] of parts) {
    for (const part of Object.values(members)) program.addCommand(partCommand(kind, part, run));
  }
  return program;
}
