import path from "node:path";
import { inspect, isDeepStrictEqual } from "node:util";
import Ajv from "ajv";
import component from "../../src";
import { isObject, type JsonObject } from "../../src/zoho/core/json";
import { differingKeys } from "../definition/exampleKeys";
import { type Difference, type Exchange, differences as oasDifferences } from "../oas/compare";
import type { Exception } from "../oas/exception";
import { exceptions, excuses } from "../oas/exceptions";
import { describedCalls } from "../oas/files";
import { type ConnectionValue, type Fault, startSandbox, type TestSandbox } from "./sandbox";

jest.mock("../../src/zoho/core/clock", () => {
  const { QuickClock } = jest.requireActual("./quickClock");
  return { systemClock: new QuickClock() };
});

/** What an example may look at to find ids that are there; everything in it is the seeded organization. */
export interface ExampleWorld {
  readonly url: string;
  /** Every record of a CRM module as stored. */
  records(module: string): Promise<JsonObject[]>;
  /**
   * Runs an action of the component and gives the `data` that it returned, for examples that stand on others.
   */
  act(key: string, inputs: Record<string, unknown>): Promise<JsonObject>;
}

/** The inputs, without the connection, with which an action does something typical. */
export type Example = (world: ExampleWorld) => Promise<Record<string, unknown>> | Record<string, unknown>;

export const idOf = async (world: ExampleWorld, module: string, index = 0): Promise<string> =>
  String((await world.records(module))[index]?.id);

/** Each is converted when it is first read: a page pays for its own alone. */
const actions: Readonly<Record<string, Action | undefined>> = component.actions;
// The schemas of outputs are held to the schema of schemas where all actions are looked at.
const ajv = new Ajv({
  strict: false,
  allowUnionTypes: true,
  meta: false,
  validateSchema: false,
  code: { optimize: false },
});

type Action = (typeof component.actions)[keyof typeof component.actions];

let sandbox: TestSandbox;
let connection: ConnectionValue;
let world: ExampleWorld;
let logged: unknown[] = [];

const log = (...line: unknown[]): void => void logged.push(line);
const context = {
  logger: { trace: log, debug: log, info: log, log, warn: log, error: log, metric: log },
  debug: { enabled: true },
};

type Perform = (context: unknown, inputs: unknown) => Promise<{ data: unknown }>;
const perform = (key: string, inputs: object): Promise<{ data: unknown }> => {
  const action = actions[key];
  const run = action?.perform as unknown as Perform;
  const defaults = (action?.inputs ?? []).map((input) => [input.key, input.default ?? undefined]);
  return run(context, { ...Object.fromEntries(defaults), connection, ...inputs });
};

/**
 * The seeded organisation as it was, and a connection of its own, whose memory and pauses are nobody else's.
 */
async function afresh(): Promise<void> {
  await sandbox.clearFaults();
  await sandbox.reset();
  logged = [];
  const given = await sandbox.connection();
  connection = { ...given, token: { ...given.token, refresh_token: `1000.canary.${Math.random()}` } };
  world = {
    url: sandbox.url,
    records: sandbox.records,
    act: async (key, inputs) => (await perform(key, inputs)).data as Awaited<ReturnType<ExampleWorld["act"]>>,
  };
}

const secrets = () =>
  [connection.token.access_token, connection.token.refresh_token, connection.fields.clientSecret].map(String);

function expectNoSecret(...shown: unknown[]): void {
  const text = shown
    .map((value) => inspect(value, { depth: null, showHidden: true }) + String(JSON.stringify(value)))
    .join();
  for (const secret of secrets()) {
    for (const form of [secret, encodeURIComponent(secret), Buffer.from(secret).toString("base64")]) {
      expect(text).not.toContain(form);
    }
  }
}

const failureCodes = { crm: "INTERNAL_ERROR", books: "1000" };
const body = (key: string, code: string, message: string) =>
  key.startsWith("books")
    ? { code: Number(failureCodes.books), message }
    : { code, details: {}, message, status: "error" };

const failures: [string, (key: string) => Fault["effect"]][] = [
  [
    "a dead token",
    (key) => ({
      status: 401,
      body: key.startsWith("books")
        ? { code: 57, message: "You are not authorized" }
        : body(key, "INVALID_TOKEN", "invalid oauth token"),
    }),
  ],
  [
    "a storm of 429",
    (key) => ({
      status: 429,
      body: key.startsWith("books")
        ? { code: 1070, message: "in process" }
        : body(key, "TOO_MANY_REQUESTS", "concurrency"),
    }),
  ],
  ["a 500", (key) => ({ status: 500, body: body(key, "INTERNAL_ERROR", "Internal Server Error") })],
  ["an HTML page", () => ({ status: 200, body: "<html><body>maintenance</body></html>" })],
  ["a reset", () => ({ reset: true })],
  ["a cut body", () => ({ truncate: 12 })],
];

/** A value of an input, spoiled; anything that the way of spoiling does not meet stays as it is. */
type Spoil = (value: unknown, name?: string) => unknown;

const within =
  (spoil: Spoil): Spoil =>
  (value, name) => {
    if (typeof value === "string" && /^[[{]/.test(value))
      return JSON.stringify(within(spoil)(JSON.parse(value)));
    if (Array.isArray(value)) return value.map((item) => within(spoil)(item, name));
    if (isObject(value))
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, within(spoil)(item, key)]));
    return spoil(value, name);
  };

/** Ways in which a request is made wrong. */
const refusals: [string, Spoil][] = [
  ["an id of nothing", within((value) => (/^\d{15,}$/.test(String(value)) ? "111111000000000001" : value))],
  ["a module that is not there", (value, name) => (name === "module" ? "No_Such_Module" : value)],
  [
    "numbers, lists and dates where texts are wanted",
    within((value, name) => (name !== undefined && /name|subject|email/i.test(name) ? 12.5 : value)),
  ],
];

/** The exceptions that this page has met. */
const used = new Set<Exception>();

/** What Zoho's files would say otherwise of these exchanges, without what is known of it. */
function unexcused(exchanges: readonly Exchange[]): Difference[] {
  const found = exchanges.flatMap((exchange) => {
    // Zoho's other products have files of their own.
    if (/^\/(api|bigin|billing|expense|inventory|invoice|recruit)\//.test(exchange.path)) return [];
    const product = exchange.path.startsWith("/crm/") ? "crm" : "books";
    return oasDifferences(describedCalls(product), exchange);
  });
  for (const each of exceptions) if (found.some((difference) => excuses(each, difference))) used.add(each);
  return found.filter((difference) => !exceptions.some((each) => excuses(each, difference)));
}

/**
 * Runs every action of a page against the sandbox as its example says: it returns what it promised, and under
 * every kind of failure ends in an error that helps and holds no secret.
 * @param page the page below `src/actions`, such as `crm/notes`
 */
export function exerciseActions(page: string, examples: Record<string, Example>): void {
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.close());

  test("every action of the page has an example", () => {
    const exported: object = require(path.join(__dirname, "../../src/actions", page));
    expect(Object.keys(examples).sort()).toEqual(Object.keys(exported).sort());
  });

  const exercised = Object.keys(examples).flatMap((key) => actions[key] ?? []);
  describe.each(exercised.map((action) => [action.key, action] as const))("%s", (key, action) => {
    describe("as its example does it", () => {
      let result: { data: unknown };
      let exchanges: Exchange[];
      beforeAll(async () => {
        await afresh();
        const inputs = await examples[key]?.(world);
        await fetch(`${sandbox.url}/__sandbox/requests`, { method: "DELETE" });
        result = await perform(key, inputs ?? {});
        exchanges = (await sandbox.requests()) as unknown as Exchange[];
      });

      test("returns what it promises", () => {
        const { data, ...rest } = result;
        const example = action.examplePayload as unknown as { data: unknown };
        expect(Buffer.isBuffer(data) ? [] : differingKeys(example.data, data)).toEqual([]);
        const { schema } = action.outputSchema as unknown as { schema: string };
        expect([ajv.validate(JSON.parse(schema), JSON.parse(JSON.stringify(data))), ajv.errors]).toEqual([
          true,
          null,
        ]);
        expect(Object.keys(rest).every((name) => name === "contentType" || name === "reasons")).toBe(true);
        expectNoSecret(logged, data);
      });

      test("sends and gets what Zoho's files describe", () => {
        expect(exchanges.length).toBeGreaterThan(0);
        expect(unexcused(exchanges)).toEqual([]);
      });
    });

    test.each(refusals)("is refused as Zoho's files describe: %s", async (_, spoil) => {
      await afresh();
      const inputs = Object.entries((await examples[key]?.(world)) ?? {});
      const spoiled = Object.fromEntries(inputs.map(([name, value]) => [name, spoil(value, name)]));
      if (isDeepStrictEqual(Object.fromEntries(inputs), spoiled)) return;
      await fetch(`${sandbox.url}/__sandbox/requests`, { method: "DELETE" });
      await perform(key, spoiled).catch(() => undefined);
      const found = unexcused((await sandbox.requests()) as unknown as Exchange[]);
      expect(found.filter(({ part }) => /^(status|answer)/.test(part))).toEqual([]);
    });

    describe("under every kind of failure", () => {
      let inputs: Record<string, unknown>;
      beforeAll(async () => {
        await afresh();
        inputs = (await examples[key]?.(world)) ?? {};
      });

      test.each(failures)("says what happened: %s", async (_, effectOf) => {
        // Preparations and earlier failures may have filled the memory of the connection; the failure must
        // meet the action's own first request.
        const used = connection;
        connection = { ...used, token: { ...used.token, refresh_token: `1000.canary.${Math.random()}` } };
        logged = [];
        await sandbox.clearFaults();
        await sandbox.fault({ path: "^/(?!__sandbox/|oauth/)", times: 10_000, effect: effectOf(key) });
        const outcome = await perform(key, inputs).then(
          (result) => result,
          (error: unknown) => ({ error }),
        );
        if ("reasons" in outcome) {
          expect(outcome).toEqual({ data: false, reasons: [expect.stringMatching(/^Zoho (CRM|Books) \w+/)] });
        } else if ("error" in outcome) {
          expect(outcome.error).toBeInstanceOf(Error);
          expect(String(outcome.error)).toMatch(/Zoho (CRM |Books )?\w+/);
          expect(String(outcome.error)).not.toMatch(/\[object Object\]|<html|undefined/);
        } else {
          // Actions over many records report the failure of each instead.
          expect(outcome.data).toMatchObject({ summary: { succeeded: 0 } });
        }
        expectNoSecret(logged, outcome);
      });
    });
  });

  test("meets each exception from Zoho's files that stands for it", () => {
    expect(exceptions.filter((each) => each.page === page && !used.has(each))).toEqual([]);
  });
}
