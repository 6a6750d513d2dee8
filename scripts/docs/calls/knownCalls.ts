import { usualWords } from "../../../src/zoho/http/knownCalls";
import type { Operation } from "../../../src/zoho/http/operation";
import type { DigestCall } from "../../oas/digest";
import { matching, titleOf } from "../zohoIndex";
import { scopesOf, toldCredits, verbs } from "./told";

/*
 * The calls of Zoho's files as the connector loads them: by subject, path and method, with the columns that
 * `src/zoho/http/knownCalls.ts` reads.
 */

interface Line {
  readonly subject: string;
  readonly path: string;
  readonly method: string;
  readonly words: string;
  readonly scopes: readonly string[];
  readonly credits: string;
  readonly parameters: readonly string[];
}

/** The path of a call as a picker shows it. */
export function shownPath(call: DigestCall, own: readonly Operation[]): string {
  const [operation] = matching(call, own, (each) => each);
  return `${operation?.host === "upload" ? "/crm/{version}" : (call.base ?? "")}${call.path}`;
}

function lineOf(call: DigestCall, own: readonly Operation[]): Line {
  const [operation] = matching(call, own, (each) => each);
  return {
    subject: titleOf(call.file),
    path: shownPath(call, own),
    method: call.method,
    words: wordsOf(call.name ?? call.path),
    scopes: operation?.scope.split(" and ") ?? narrowest(scopesOf(call)),
    credits: String(toldCredits[`${call.method} ${call.path}`] ?? operation?.credits ?? 1),
    parameters: call.parameters
      .filter((parameter) => parameter.in === "query" && parameter.name !== "organization_id")
      .map(({ name, required }) => `${String(name)}${required ? "!" : ""}`),
  };
}

/** One of the connector's own that no file has. */
const ownLine = ([name, { method, path, scope, credits }]: [string, Operation]): Line => ({
  subject: "Other",
  path: path.replace(/^\/(crm|books)\/\{version\}/, ""),
  method,
  words: wordsOf(name),
  scopes: [scope],
  credits: String(credits),
  parameters: [],
});

/** Without those that only repeat a narrower one, and with one for all modules. */
function narrowest(scopes: readonly string[]): readonly string[] {
  const single = scopes.flatMap((scope) => scope.split(","));
  const narrow = single.filter((scope) => !/\.ALL$/i.test(scope));
  const kept = narrow.length > 0 ? narrow : single;
  const ofModules = kept.map((scope) => scope.replace(/^ZohoCRM\.share\.\w+/, "ZohoCRM.share.{module}"));
  return [...new Set(ofModules)];
}

/**
 * `convertLead` and `mark_invoice_sent` in words, without the names of HTTP and what the path says itself.
 */
const wordsOf = (name: string): string =>
  name
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .replaceAll(/[^A-Za-z]+/g, " ")
    .toLowerCase()
    .trim()
    .replace(/s s$/, "s")
    .replace(/ by id$/, "");

/** The scope of most calls of a subject, without its verb. */
function commonScope(lines: readonly Line[]): string {
  const counts = new Map<string, number>();
  for (const { scopes } of lines) {
    const name = shortened(scopes).replace(/\.[A-Z]+$/, "");
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort((left, right) => right[1] - left[1])[0]?.[0] ?? "";
}

const shortened = (scopes: readonly string[]): string =>
  scopes.join(" ").replaceAll(/Zoho(CRM|Books)\./g, "");

/** `Vendor credits` as the names of calls have it. */
const singular = (subject: string): string =>
  subject
    .toLowerCase()
    .replace(/ies$/, "y")
    .replace(/(?<!s)s$/, "");

/**
 * Columns as one text: `~` for the subject, no scope that is the subject's, no single credit, nothing empty
 * at the end.
 */
function textOf(line: Line, common: string): string {
  const { subject, path, method, scopes, credits, parameters } = line;
  const scope = shortened(scopes);
  const usual = usualWords(method, path);
  const own = line.words
    .replace(singular(subject), "~")
    .replace(/^post (?=~)/, "create ")
    .replace(/^put (?=~)/, "update ")
    .replace(/^(post|put) /, "");
  const words = own === "get ~s" && usual === "list ~s" ? usual : own;
  return [
    words === usual ? method : `${method} ${words}`,
    scope === `${common}.${verbs[method]}` ? "" : scope,
    credits === "1" ? "" : credits,
    [...new Set(parameters)].join(" "),
  ]
    .join("|")
    .replace(/\|+$/, "");
}

const shapeOf = (path: string): string =>
  path
    .replace(/^\/(crm|books)(\/bulk|\/email)?\/\{version\}/, "")
    .replaceAll(/\{\w+\}/g, "{}")
    .toLowerCase();

/** Every call of Zoho's files of a product, by subject, and the connector's that they lack, as JSON. */
export function knownCallsText(
  calls: readonly DigestCall[],
  own: Readonly<Record<string, Operation>>,
): string {
  const inFiles = new Set(calls.map(({ method, path }) => `${method} ${shapeOf(path)}`));
  const lacking = Object.entries(own).filter(
    ([, { method, path }]) => !path.includes("{anyPath}") && !inFiles.has(`${method} ${shapeOf(path)}`),
  );
  const lines = [...calls.map((call) => lineOf(call, Object.values(own))), ...lacking.map(ownLine)];
  const table: Record<string, Record<string, string[]>> = {};
  for (const subject of new Set(lines.map((line) => line.subject))) {
    const among = lines.filter((line) => line.subject === subject);
    const common = commonScope(among);
    const paths: Record<string, string[]> = {};
    for (const line of among)
      paths[line.path] = [...new Set([...(paths[line.path] ?? []), textOf(line, common)])];
    table[`${subject}|${common}`] = paths;
  }
  return `${JSON.stringify(table, null, 1)}\n`;
}
