import type { Operation } from "../../src/zoho/http/operation";
import type { DigestCall } from "../oas/digest";
import { scopesOf } from "./calls/told";
import { type CallText, callTextOf } from "./operations";
import type { Reason } from "./reasons";
import type { Usage } from "./usage";

/** A call that the sandbox plays, as coverage.json has it. */
export interface Played {
  readonly method: string;
  readonly path: string;
  readonly level: string;
  readonly partial?: boolean;
}

/** A row of the operations table, with the keys of the actions that send it. */
export interface Sent {
  readonly operation: Operation;
  readonly keys: readonly string[];
  /** Set where the actions are for the records of one module: the word that its paths have. */
  readonly module?: string;
}

/** Rows of which actions do the same by another: one record is updated by the call for many. */
const doneBy: Readonly<Record<string, string>> = { updateRecord: "updateRecords" };

/** Pages whose actions are for one module alone, though their calls take any. */
const pageOfModule = /\/(notes)\.ts$/;

/** Which actions send the calls of the CRM, by what `readUsage` found. */
export const sentBy = (
  operations: Readonly<Record<string, Operation>>,
  actions: readonly string[],
  usage: ReadonlyMap<string, Usage>,
): Sent[] =>
  Object.entries(operations).flatMap(([name, operation]) =>
    actions.flatMap((key): Sent[] => {
      const { file, operations: uses } = usage.get(key) ?? { file: "", operations: [] };
      const isSent = uses.some(
        (use) =>
          use.file.startsWith("src/zoho/crm/") && (use.operation === name || use.operation === doneBy[name]),
      );
      return isSent ? [{ operation, keys: [key], module: pageOfModule.exec(file)?.[1] }] : [];
    }),
  );

/**
 * `/crm/{version}/{module}/{id}`, `/crm/:version/:module/:id` and `/{module}/{recordID}` are the same path,
 * as are `/crm/bulk/{version}/read` and `/read`. Case does not count.
 */
const segmentsOf = (path: string): string[] =>
  path
    .replace(/^\/crm(\/bulk|\/email)?\/(\{version\}|:version)/, "")
    .replace(/:\w+|\{\w+\}/g, "{}")
    .toLowerCase()
    .split("/");

/** Modules and related lists that the files name where our paths take any. */
const named = [
  {
    index: 1,
    names: [
      "leads",
      "contacts",
      "deals",
      "quotes",
      "sales_orders",
      "notes",
      "appointments__s",
      "appointments_rescheduled_history__s",
      "services__s",
    ],
  },
  { index: 3, names: ["contact_roles", "notes"] },
];

/**
 * How far a path is the one that Zoho's file has: 2 to the letter, 1 where it takes any module or list for
 * the one named, 0 not at all.
 */
function likeness(path: string, wanted: string): 0 | 1 | 2 {
  const [own, file] = [segmentsOf(path), segmentsOf(wanted)];
  if (own.length !== file.length) return 0;
  if (own.every((segment, index) => segment === file[index])) return 2;
  const fits = own.every(
    (segment, index) =>
      segment === file[index] ||
      (segment === "{}" &&
        named.some((each) => each.index === index && each.names.includes(file[index] ?? ""))),
  );
  return fits ? 1 : 0;
}

/** Those of all whose path is most like the one of a call, with its method; none where none is. */
export function matching<T>(
  call: DigestCall,
  all: readonly T[],
  pathOf: (item: T) => { readonly method: string; readonly path: string },
): T[] {
  const rated = all
    .map((item) => ({ item, ...pathOf(item) }))
    .filter(({ method }) => method === call.method)
    .map(({ item, path }) => ({ item, likeness: likeness(path, `${call.base ?? ""}${call.path}`) }));
  const best = Math.max(...rated.map((each) => each.likeness), 0);
  return best === 0 ? [] : rated.filter((each) => each.likeness === best).map(({ item }) => item);
}

/** `record-share-email.json` in words. */
export const titleOf = (file: string): string => {
  const words = file.replace(/\.(json|yml)$/, "").replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const code = (text: string): string => `\`${text}\``;
const RAW = "Raw Request";

interface Row {
  readonly file: string;
  readonly cells: readonly string[];
  readonly isSent: boolean;
  readonly isPlayed: boolean;
  /** Why no action sends it. */
  readonly reason: Reason | undefined;
}

/** Whether a reason is about a call: the first one that is goes before others. */
const isAbout = ({ file, calls }: Reason, call: DigestCall): boolean =>
  `${file}.json` === call.file && (calls === undefined || calls.test(`${call.method} ${call.path}`));

function rowOf(
  call: DigestCall,
  sent: readonly Sent[],
  played: readonly Played[],
  reasons: readonly Reason[],
): Row {
  const rows = matching(call, sent, ({ operation }) => operation).filter(({ module = "" }) =>
    call.path.toLowerCase().includes(module),
  );
  const keys = [...new Set(rows.flatMap((row) => row.keys))];
  const reason = keys.length > 0 ? undefined : reasons.find((each) => isAbout(each, call));
  const [how] = matching(call, played, (each) => each).map(
    ({ level, partial }) => `${level}${partial ? ", in part" : ""}`,
  );
  const texts: CallText[] = rows.map(({ operation }) => callTextOf(operation));
  return {
    file: call.file,
    isSent: keys.length > 0,
    isPlayed: how !== undefined,
    reason,
    cells: [
      code(`${call.method} ${call.base ?? ""}${call.path}`),
      keys.map(code).join(" ") || `${RAW}: ${reason?.why ?? ""}`,
      [...new Set(texts.map(({ scope }) => code(scope)))].join(" ") || scopesOf(call).map(code).join(" "),
      texts[0]?.credits ?? "1",
      how ?? "none",
    ],
  };
}

const HEAD = ["Call", "Action", "Scope", "Credits", "Sandbox"];

/** What is wrong with the reasons: calls that have none and no action, and reasons that no call needs. */
function unsettled(rows: readonly Row[], reasons: readonly Reason[]): string[] {
  const used = new Set(rows.map(({ reason }) => reason));
  return [
    ...rows
      .filter(({ isSent, reason }) => !isSent && !reason)
      .map(({ file, cells }) => `${file}: ${cells[0]} has neither an action nor a reason.`),
    ...reasons
      .filter((reason) => !used.has(reason))
      .map(({ file, calls = "" }) => `${file}: no call is left to the reason ${calls}.`),
  ];
}

/**
 * The page that has every call of Zoho's: the action that sends it or the reason why none does, its scope and
 * credits, and how the sandbox plays it.
 * @param inFiles the calls of Zoho's OpenAPI files.
 * @param onPages those that its pages alone name.
 * @throws Error where a call has neither an action nor a reason, and where a reason is about no such call.
 */
export function indexPage(
  inFiles: readonly DigestCall[],
  onPages: readonly DigestCall[],
  sent: readonly Sent[],
  played: readonly Played[],
  reasons: readonly Reason[],
): string {
  const rows = [...inFiles, ...onPages].map((call) => rowOf(call, sent, played, reasons));
  const problems = unsettled(rows, reasons);
  if (problems.length > 0) throw new Error(`scripts/docs/reasons.ts\n${problems.join("\n")}`);
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const files = [...new Set(rows.map(({ file }) => file))].sort();
  const sections = files.map((file) => {
    const own = rows.filter((row) => row.file === file).map(({ cells }) => line(cells));
    return [`## ${titleOf(file)}`, "", line(HEAD), line(HEAD.map(() => "---")), ...own, ""].join("\n");
  });
  const count = (is: (row: Row) => boolean): number => rows.filter(is).length;
  return [
    "# Every call of Zoho CRM",
    "",
    `Zoho's OpenAPI files describe ${inFiles.length} calls, those of their latest state and those that the state before had besides; its pages, SDKs and earlier files name ${onPages.length} others. Actions send ${count(({ isSent }) => isSent)} of them; the action **${RAW}** reaches the other ${count(({ isSent }) => !isSent)} by their paths, with the reason why there is nothing of their own; its input **Operation** lists them, and its input **Data** has a template of the body that an operation takes. ` +
      `The sandbox plays ${count(({ isPlayed }) => isPlayed)}: as they were seen live, as documented or as Zoho's files have them; it refuses the others (none) as NOT_EMULATED. ` +
      "A call costs one credit where nothing else is known. Written by `npm run docs`.",
    "",
    ...sections,
  ].join("\n");
}
