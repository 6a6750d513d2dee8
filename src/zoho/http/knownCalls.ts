import { type Choice, lettersToChange } from "../core/choice";
import type { JsonObject } from "../core/json";
import { inputError } from "./errors";
import type { Operation, Product } from "./operation";

/*
 * The calls that Zoho's OpenAPI files and pages describe, as `npm run docs` writes them down: what a picker
 * of them shows, and how a path that a builder wrote is held against them before it is sent.
 */

/**
 * A product's calls as they stand in its file: by subject, with the scope of most of its calls, and by path:
 * `POST convert ~|scope|credits|parameters`, where `~` is the subject and what is usual is left out, so that
 * a call of which all is usual is its method alone.
 */
export type KnownCallTable = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** One call of Zoho's. */
export interface KnownCall {
  readonly method: Operation["method"];
  /**
   * Short, as in `/Leads/{leadId}/actions/convert`; with product and `{version}` where it stands elsewhere.
   */
  readonly path: string;
  /** Its subject and name in words. */
  readonly words: string;
  readonly scope: string;
  /** A number, or a rule of http/operation.ts. */
  readonly credits: string;
  /** Names of its query parameters; those that it needs end with `!`. */
  readonly parameters: readonly string[];
}

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
const verbs = { GET: "READ", POST: "CREATE", PUT: "UPDATE", PATCH: "UPDATE", DELETE: "DELETE" };

/** How most calls are worded, `~` for their subject, which their lines leave out. */
export function usualWords(method: string, path: string): string {
  if (method === "GET") return path.endsWith("}") ? "get ~" : "list ~s";
  return { POST: "create ~", DELETE: "delete ~" }[method] ?? "update ~";
}

/** The calls of a table, in its order. */
export function knownCalls(table: KnownCallTable, product: "crm" | "books"): KnownCall[] {
  const prefix = product === "crm" ? "ZohoCRM" : "ZohoBooks";
  return Object.entries(table).flatMap(([key, paths]) => {
    const [subject = "", common = ""] = key.split("|");
    const singular = subject
      .toLowerCase()
      .replace(/ies$/, "y")
      .replace(/(?<!s)s$/, "");
    return Object.entries(paths).flatMap(([path, lines]) =>
      lines.flatMap((line): KnownCall[] => {
        const [call = "", scope = "", credits = "", parameters = ""] = line.split("|");
        const [name = "", ...own] = call.split(" ");
        const method = methods.find((each) => each === name);
        if (method === undefined) return [];
        const words = own.length > 0 ? own.join(" ") : usualWords(method, path);
        const scopes = (scope || `${common}.${verbs[method]}`).split(" ");
        return [
          {
            method,
            path,
            words: `${subject}: ${words.replace("~", singular)}`,
            scope: scopes.map((each) => (each.startsWith("Zoho") ? each : `${prefix}.${each}`)).join(" and "),
            credits: credits || "1",
            parameters: parameters.split(" ").filter(Boolean),
          },
        ];
      }),
    );
  });
}

const creditTexts: ReadonlyMap<string, string> = new Map([
  ["1", "1 credit"],
  ["perTenRecords", "1 credit for 10 records"],
  ["perFiftyRecords", "1 credit for 50 records"],
  ["byRows", "1 to 3 credits by rows"],
]);

/** The value that a picker keeps of a call, such as `POST /Leads/{leadId}/actions/convert`. */
export const keyOfCall = ({ method, path }: KnownCall): string => `${method} ${path}`;

/**
 * Calls as a picker offers them, each with its scope, credits and parameters.
 * @param searchText words that each has to have, in any order; undefined for all.
 */
export function callChoices(calls: readonly KnownCall[], searchText = ""): Choice[] {
  const wanted = searchText.toLowerCase().split(/\s/);
  const choices = new Map<string, Choice>();
  for (const call of calls) {
    const { words, scope, credits, parameters } = call;
    const key = keyOfCall(call);
    const more = parameters.length > 0 ? `, parameters ${parameters.join(" ")}` : "";
    const label = `${words}: ${key} (${creditTexts.get(credits) ?? `${credits} credits`}, scope ${scope}${more})`;
    const isFound = wanted.every((word) => label.toLowerCase().includes(word));
    if (isFound && !choices.has(key)) choices.set(key, { key, label });
  }
  return [...choices.values()];
}

/** Templates of the bodies that calls take, by what a picker keeps of the calls. */
export type BodyTable = Readonly<Record<string, object>>;

/** Letters of a template that a list shows. */
const SHOWN = 150;

/**
 * The template of the body that a call takes, as a picker offers it: JSON to be changed.
 * @param operation as a picker of calls keeps it.
 * @returns nothing where it takes no body in JSON, or nobody tells of it.
 */
export function bodyChoices(bodies: BodyTable, operation: string | undefined): Choice[] {
  const key = String(operation);
  if (!Object.hasOwn(bodies, key)) return [];
  const body = bodies[key];
  const text = JSON.stringify(body);
  const label = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  return [{ key: JSON.stringify(body, undefined, 2), label }];
}

/** A call as a request names it. */
interface ChosenCall {
  readonly method: Operation["method"];
  readonly path: string;
}

/** A value of a part; a number that has lost digits is none. */
function partOf(values: JsonObject, part: string): string {
  const value = values[part];
  if (typeof value === "string") return value.trim();
  return Number.isSafeInteger(value) ? String(value) : "";
}

/**
 * A call that a picker gave, with the parts of its path filled in.
 * @param values by the names of the parts; each is encoded.
 * @throws ZohoError for what is no call, a part without a value, and a value of no part.
 */
export function filledCall(product: Product, operation: string, values: JsonObject = {}): ChosenCall {
  const [, name, template = ""] = /^([A-Z]+) (\/.*)$/.exec(operation.trim()) ?? [];
  const method = methods.find((each) => each === name);
  if (method === undefined)
    throw inputError(product, "Operation: expected a method and a path such as GET /settings/modules");
  const parts = [...template.matchAll(/\{\w+\}/g)]
    .map(([slot]) => slot.slice(1, -1))
    .filter((part) => part !== "version");
  const stranger = Object.keys(values).find((key) => !parts.includes(key));
  if (stranger !== undefined) {
    const has = parts.length > 0 ? `has ${parts.join(" and ")}` : "has no parts to fill in";
    throw inputError(product, `Path Values: ${stranger} is no part of ${operation}, which ${has}`);
  }
  const missing = parts.filter((part) => !partOf(values, part));
  if (missing.length > 0)
    throw inputError(product, `Path Values: ${operation} needs a value for ${missing.join(" and ")}`);
  const path = template.replaceAll(/\{(\w+)\}/g, (slot, part: string) =>
    part === "version" ? slot : encodeURIComponent(partOf(values, part)),
  );
  return { method, path };
}

/** A path that was written, in its parts, without product and version. */
interface Given {
  readonly method: string;
  readonly parts: readonly string[];
  /** Whether records may be named by values of another field than their id. */
  readonly byExternalId: boolean;
}

const isSlot = (part: string): boolean => part.startsWith("{");
const partsOf = (path: string): string[] =>
  path
    .replace(/^\/(crm|books)(?=\/((bulk|email)\/)?\{version\})/, "")
    .replace("/{version}", "")
    .split("/")
    .slice(1);

/** Whether one part of a path may stand where the file has a slot. */
function fitsSlot(slots: readonly string[], index: number, part: string, byExternalId: boolean): boolean {
  if (part === "actions" || part.startsWith("__")) return false;
  if (slots[index] === "{module_name}") return part.startsWith("cm_");
  const isRecord = index === 1 && /^(\{|[A-Z])/.test(slots[0] ?? "");
  const isId = isRecord || slots[index]?.endsWith("_id}");
  return byExternalId || !isId || /^\d+$/.test(part);
}

/** The parts in which a path is not as the file has it; undefined where they are not as many. */
function unlike(call: KnownCall, { parts, byExternalId }: Given): number[] | undefined {
  const known = partsOf(call.path);
  if (known.length !== parts.length) return undefined;
  return parts.flatMap((part, index) => {
    const wanted = known[index] ?? "";
    const isFitting = isSlot(wanted)
      ? fitsSlot(known, index, part, byExternalId)
      : wanted.toLowerCase() === part.toLowerCase();
    return isFitting ? [] : [index];
  });
}

const fits = (call: KnownCall, given: Given): boolean => unlike(call, given)?.length === 0;

/** Whether a path says little of what it is: any module, or any list below a record. */
const isGeneric = ({ path }: KnownCall): boolean => /^\/\{\w+\}$|\{relatedList\}/.test(path);

/** Words between which paths are often written too short. */
const forgotten = new Set(["actions", "settings", "status"]);

/** Whether a path is one of the file's with one of these words left out. */
function lacksWord(call: KnownCall, given: Given): boolean {
  const known = partsOf(call.path);
  return known.some(
    (word, index) =>
      forgotten.has(word) &&
      known.at(-1) === given.parts.at(-1) &&
      fits(call, { ...given, parts: given.parts.toSpliced(index, 0, word) }),
  );
}

/** Whether two words are one or two slips apart, by their length. */
function isNear(left: string, right: string): boolean {
  const shorter = Math.min(left.length, right.length);
  const most = shorter >= 8 ? 2 : 1;
  return shorter >= 3 && lettersToChange(left, right, most + 1) <= most;
}

/**
 * Whether a path is one of the file's but for one word that is misspelled, and that no path of it has there.
 */
function isMisspelled(call: KnownCall, given: Given, calls: readonly KnownCall[]): boolean {
  const [at, ...others] = unlike(call, given) ?? [];
  const word = at === undefined ? undefined : partsOf(call.path)[at];
  if (at === undefined || others.length > 0 || word === undefined || isSlot(word)) return false;
  const written = (given.parts[at] ?? "").toLowerCase();
  const isWord = calls.some(({ path }) => {
    const parts = partsOf(path);
    return parts.length === given.parts.length && parts[at]?.toLowerCase() === written;
  });
  return !isWord && isNear(word.toLowerCase(), written);
}

/**
 * The call that a request is, as Zoho's files have it; undefined where they do not know its path, which Zoho
 * may have all the same.
 * @param given the method, the path without product and version, and whether records may be named by an
 * external id.
 * @throws ZohoError with the nearest call where the files have the path with other methods only, with a word
 * more, or but for a slip of spelling.
 */
export function checkedCall(
  product: Product,
  calls: readonly KnownCall[],
  { method, path, byExternalId }: ChosenCall & { readonly byExternalId: boolean },
): KnownCall | undefined {
  const given: Given = { method, parts: path.split("/").slice(1), byExternalId };
  const refuse = (reason: string): never => {
    throw inputError(
      product,
      `URL: Zoho's files have no ${method} ${path}; ${reason}. Skip Path Check sends it as it is`,
    );
  };
  const fitting = calls.filter((call) => fits(call, given));
  const own = fitting.filter((call) => call.method === method);
  const [exact] = own
    .filter((call) => !isGeneric(call))
    .sort((left, right) => left.path.split("{").length - right.path.split("{").length);
  if (exact) return exact;
  const sameMethod = calls.filter((call) => call.method === method);
  const longer = sameMethod.find((call) => lacksWord(call, given));
  if (longer) refuse(`the nearest is ${keyOfCall(longer)}`);
  const others = fitting.filter((call) => !isGeneric(call) && (own.length === 0 || !call.path.includes("{")));
  if (own[0] && others.length === 0) return own[0];
  if (others.length > 0) refuse(`they have ${[...new Set(others.map(keyOfCall))].join(", ")}`);
  const near = [...sameMethod, ...calls].find((call) => isMisspelled(call, given, calls));
  if (near) refuse(`the nearest is ${keyOfCall(near)}`);
  return undefined;
}
