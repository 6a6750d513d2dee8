import { isObject, type JsonObject } from "../../src/zoho/core/json";
import type { Described } from "./files";

/** A request as the sandbox has written it down. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly status: number;
  readonly response: unknown;
}

/** Where an exchange and a file do not say the same. */
export interface Difference {
  /** The file, or undefined where no file has the call. */
  readonly file: string | undefined;
  /** Such as `POST /{module}/upsert`. */
  readonly call: string;
  /** `query`, `body`, `status` or `answer`. */
  readonly part: string;
  readonly problem: string;
  /**
   * What a refusal says, where its answer is what differs: its code and the keys of its details, after the
   * list that it stands in, such as `data[] INVALID_DATA id`.
   */
  readonly refusal?: string;
}

const isNamed = (segment: string): boolean => /^\{.*\}$/.test(segment);

/** `actions`, `__timeline` and the like are no ids and no names of lists. */
const isOwnWord = (segment: string): boolean => segment === "actions" || segment.startsWith("__");

/** The path of a call as the files have it: without product and version. */
const withoutBase = (path: string): string =>
  path.replace(/^\/(crm|books)(\/bulk|\/email)?\/v\d+(\.\d+)?/, "");

/** Debit notes have the paths of invoices, and their own file; they alone have a type. */
const isMeant = ({ file }: Described, body: unknown): boolean =>
  file !== "customer-debit-notes.yml" || (isObject(body) && body.type === "debit_note");

/**
 * The calls that a request may be, the most specific path before others; several files may describe one call.
 */
function candidates(calls: readonly Described[], { method, path, body }: Exchange): Described[] {
  const given = withoutBase(path).split("/");
  const fitting = calls.filter((call) => {
    const segments = call.path.split("/");
    return (
      call.method === method &&
      isMeant(call, body) &&
      segments.length === given.length &&
      segments.every((segment, index) => {
        const part = given[index] ?? "";
        // The files write contacts where Zoho's page and its SDK write Contacts.
        const isSame = segment.toLowerCase() === part.toLowerCase();
        return isSame || (isNamed(segment) && !isOwnWord(part));
      })
    );
  });
  const rank = (call: Described) =>
    call.path
      .split("/")
      .map((segment) => (isNamed(segment) ? 1 : 0))
      .join("");
  const best = fitting.map(rank).sort()[0];
  return fitting.filter((call) => rank(call) === best);
}

/**
 * What Zoho's files would say of an exchange: nothing where one of those that describe the call agrees with
 * it.
 */
export function differences(calls: readonly Described[], exchange: Exchange): Difference[] {
  const found = candidates(calls, exchange);
  if (found.length === 0) {
    const path = withoutBase(exchange.path)
      .replace(/^\/v[\d.]+\/crm\/org\d+\/bulk-write\/.*/, "/bulk-write/{result}")
      .replace(/^\/v2\/crm\/\d+\/backup\/.*/, "/backup/{file}")
      .replace(/^\/\w+\/\d{5,}/, "/{module}/{id}");
    const call = `${exchange.method} ${path}`;
    return [{ file: undefined, call, part: "path", problem: "no file describes it" }];
  }
  const all = found.map((call) => compared(call, exchange));
  return all.sort((left, right) => left.length - right.length)[0] ?? [];
}

function compared(call: Described, exchange: Exchange): Difference[] {
  const name = `${call.method} ${call.path}`;
  const of =
    (part: string, more: Pick<Difference, "refusal"> = {}) =>
    (problem: string): Difference => ({ file: call.file, call: name, part, problem, ...more });
  const isMultipart = exchange.headers["content-type"]?.startsWith("multipart/") ?? false;
  const body =
    isMultipart || exchange.body === undefined ? [] : (call.body?.(exchange.body) ?? ["a body is sent"]);
  const status = String(exchange.status);
  const isRefusalOfBooks = exchange.path.startsWith("/books/") && exchange.status >= 400;
  const isDescribed = call.answers.has(status) || isRefusalOfBooks;
  const check = isRefusalOfBooks ? booksRefusal : call.answers.get(status);
  const answer = isUntold(exchange) ? [] : (check?.(exchange.response) ?? []);
  return [
    ...queryProblems(call.parameters, exchange.query).map(of("query")),
    ...body.map(of("body")),
    ...(isDescribed ? [] : [of("status")(`${status} is not described`)]),
    ...answer.map(
      of(`answer ${status}`, exchange.status < 400 ? {} : { refusal: refusalOf(exchange.response) }),
    ),
  ];
}

/** What a refusal of the CRM says, in a line. */
function refusalOf(answer: unknown): string {
  if (!isObject(answer)) return "";
  if (typeof answer.code === "string") {
    const details = isObject(answer.details) ? Object.keys(answer.details).sort() : [];
    return [answer.code, ...details].join(" ");
  }
  const [list, items] = Object.entries(answer).find(([, value]) => Array.isArray(value)) ?? [];
  return Array.isArray(items) ? `${list}[] ${[...new Set(items.map(refusalOf))].join(", ")}` : "";
}

/**
 * What is wrong with a refusal of Books, which its files leave out: its pages have a code other than 0 and a
 * message.
 */
function booksRefusal(answer: unknown): string[] {
  const { code, message } = isObject(answer) ? answer : {};
  const isRight = typeof code === "number" && code !== 0 && typeof message === "string" && message !== "";
  return isRight ? [] : ["it is no code with a message"];
}

/** An empty answer, or one that is too long to be written down. */
const isUntold = ({ status, response }: Exchange): boolean =>
  status === 204 || (isObject(response) && typeof response.bytes === "number");

function queryProblems(parameters: readonly JsonObject[], query: Exchange["query"]): string[] {
  const known = parameters.filter((parameter) => parameter.in === "query");
  const unknown = Object.keys(query).filter((name) => !known.some((parameter) => parameter.name === name));
  const missing = known.filter(
    ({ name, required }) => required === true && !Object.hasOwn(query, String(name)),
  );
  const wrong = known.flatMap(({ name, schema }) => {
    const value = query[String(name)];
    return value === undefined || fits(value, isObject(schema) ? schema : {})
      ? []
      : [`${String(name)} is ${value}`];
  });
  return [
    ...unknown.map((name) => `${name} is sent`),
    ...missing.map(({ name }) => `${String(name)} is missing`),
    ...wrong,
  ];
}

/** Whether a text is one of the values, or a value of the type, that a parameter has. */
function fits(
  value: string,
  { type, enum: values, maxLength, maximum, minimum, pattern }: JsonObject,
): boolean {
  if (Array.isArray(values)) return values.map(String).includes(value);
  if (type === "boolean") return value === "true" || value === "false";
  if (type === "integer" || type === "number") {
    const number = Number(value);
    return (
      !Number.isNaN(number) && number <= Number(maximum ?? number) && number >= Number(minimum ?? number)
    );
  }
  if (typeof maxLength === "number" && value.length > maxLength) return false;
  return typeof pattern !== "string" || new RegExp(pattern, "u").test(value);
}
