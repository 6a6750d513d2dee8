import type { Operation } from "../../src/zoho/http/operation";
import type { DigestCall } from "../oas/digest";
import { type CallText, callTextOf } from "./operations";

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
}

/**
 * `/crm/{version}/{module}/{id}`, `/crm/:version/:module/:id` and `/{module}/{recordID}` are the same path.
 */
const segmentsOf = (path: string): string[] =>
  path
    .replace(/^\/crm\/(\{version\}|:version)/, "")
    .replace(/:\w+|\{\w+\}/g, "{}")
    .toLowerCase()
    .split("/");

/** Modules and related lists that the files name where our paths take any. */
const named = [
  { index: 1, names: ["leads", "contacts", "deals", "quotes", "sales_orders"] },
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

function matching<T>(
  call: DigestCall,
  all: readonly T[],
  pathOf: (item: T) => { readonly method: string; readonly path: string },
): T[] {
  const rated = all
    .map((item) => ({ item, ...pathOf(item) }))
    .filter(({ method }) => method === call.method)
    .map(({ item, path }) => ({ item, likeness: likeness(path, call.path) }));
  const best = Math.max(...rated.map((each) => each.likeness), 0);
  return best === 0 ? [] : rated.filter((each) => each.likeness === best).map(({ item }) => item);
}

const titleOf = (file: string): string => {
  const words = file.replace(/\.json$/, "").replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const code = (text: string): string => `\`${text}\``;
const RAW = "Raw Request";

/** Scopes that a file lists one by one for every module are one scope of the module. */
function scopesText(scopes: readonly string[]): string {
  const perModule = /^ZohoCRM\.modules\.\w+\.(\w+)$/;
  const named = scopes.map((scope) =>
    scopes.length > 4 ? scope.replace(perModule, "ZohoCRM.modules.{module}.$1") : scope,
  );
  return [...new Set(named)].map(code).join(" ");
}

interface Row {
  readonly file: string;
  readonly cells: readonly string[];
  readonly isSent: boolean;
  readonly isPlayed: boolean;
}

function rowOf(call: DigestCall, sent: readonly Sent[], played: readonly Played[]): Row {
  const rows = matching(call, sent, ({ operation }) => operation);
  const keys = [...new Set(rows.flatMap((row) => row.keys))];
  const [how] = matching(call, played, (each) => each).map(
    ({ level, partial }) => `${level}${partial ? ", in part" : ""}`,
  );
  const texts: CallText[] = rows.map(({ operation }) => callTextOf(operation));
  return {
    file: call.file,
    isSent: keys.length > 0,
    isPlayed: how !== undefined,
    cells: [
      code(`${call.method} ${call.path}`),
      keys.map(code).join(" ") || RAW,
      [...new Set(texts.map(({ scope }) => code(scope)))].join(" ") || scopesText(call.scopes),
      texts[0]?.credits ?? "1",
      how ?? "no",
    ],
  };
}

const HEAD = ["Call", "Action", "Scope", "Credits", "Sandbox"];

/**
 * The page that has every call of Zoho's OpenAPI files: the action that sends it, its scope and credits, and
 * how the sandbox plays it.
 */
export function indexPage(
  calls: readonly DigestCall[],
  sent: readonly Sent[],
  played: readonly Played[],
): string {
  const rows = calls.map((call) => rowOf(call, sent, played));
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
    `Zoho's OpenAPI files describe ${rows.length} calls. Actions send ${count(({ isSent }) => isSent)} of them; the action **${RAW}** reaches the others by their paths. ` +
      `The sandbox plays ${count(({ isPlayed }) => isPlayed)}, how truly \`sandbox/coverage.json\` says, and refuses the others as NOT_EMULATED. ` +
      "A call costs one credit where nothing else is known. Written by `npm run docs`.",
    "",
    ...sections,
  ].join("\n");
}
