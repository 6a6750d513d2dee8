import { readdirSync } from "node:fs";
import path from "node:path";
import component from "../src/index";
import type { Example, ExampleWorld } from "./examples/world";
import { differences, type Exchange } from "./oas/compare";
import { type Exception, exceptions, excuses } from "./oas/exceptions";
import { describedCalls, hasFiles } from "./oas/files";
import { startSandbox, type TestSandbox } from "./support/sandbox";

/*
 * Each request that the actions make, and each answer of the sandbox, against Zoho's OpenAPI files where they stand beside the project.
 */

jest.mock("../src/zoho/core/clock", () => {
  const { QuickClock } = jest.requireActual("./support/quickClock");
  return { systemClock: new QuickClock() };
});

const folder = path.join(__dirname, "examples", "crm");
const examples: Record<string, Example> = Object.assign(
  {},
  ...readdirSync(folder).map((file) => require(path.join(folder, file)).examples),
);
const keys = Object.keys(examples).sort();
const actions = new Map(Object.values(component.actions).map((action) => [action.key, action]));

const silent = (): void => {};
const context = {
  logger: {
    trace: silent,
    debug: silent,
    info: silent,
    log: silent,
    warn: silent,
    error: silent,
    metric: silent,
  },
  debug: { enabled: false },
};

type Perform = (context: unknown, inputs: unknown) => Promise<{ data: unknown }>;

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

/** What goes over the wire when an action does what its example says. */
async function exchangesOf(key: string): Promise<Exchange[]> {
  await sandbox.reset();
  const given = await sandbox.connection();
  // A connection of its own, so that nothing is remembered of earlier ones.
  const connection = { ...given, token: { ...given.token, refresh_token: `1000.${key}` } };
  const perform = (name: string, inputs: object) => {
    const action = actions.get(name);
    const defaults = (action?.inputs ?? []).map((input) => [input.key, input.default ?? undefined]);
    const run = action?.perform as unknown as Perform;
    return run(context, { ...Object.fromEntries(defaults), connection, ...inputs });
  };
  const world: ExampleWorld = {
    url: sandbox.url,
    records: sandbox.records,
    act: async (name, inputs) =>
      (await perform(name, inputs)).data as Awaited<ReturnType<ExampleWorld["act"]>>,
  };
  const inputs = (await examples[key]?.(world)) ?? {};
  await fetch(`${sandbox.url}/__sandbox/requests`, { method: "DELETE" });
  await perform(key, inputs);
  return (await sandbox.requests()) as unknown as Exchange[];
}

const withFiles = hasFiles ? describe : describe.skip;

withFiles("Zoho's OpenAPI files", () => {
  const calls = describedCalls();
  const used = new Set<Exception>();

  test.each(keys)("agree with what %s sends and gets", async (key) => {
    const exchanges = await exchangesOf(key);
    expect(exchanges.length).toBeGreaterThan(0);
    const found = exchanges.flatMap((exchange) => differences(calls, exchange));
    const unexcused = found.filter((difference) => {
      const exception = exceptions.find((candidate) => excuses(candidate, difference));
      if (exception) used.add(exception);
      return exception === undefined;
    });
    expect(unexcused).toEqual([]);
  });

  test("are wrong in no more places than are listed", () => {
    expect(exceptions.filter((exception) => !used.has(exception))).toEqual([]);
  });
});
