import { documented, type ParityWorld, refusedByZoho } from "../../test/definition/parity";
import { openBooks } from "../../test/support/books";
import { Maker } from "../../test/support/booksSamples";
import { startSandbox } from "../../test/support/sandbox";
import component from "..";
import { ungrouped } from "../groups";
import { actions, dataSources, triggers } from "../parts";
import { isObject, type JsonObject } from "../zoho/core/json";
import { ZohoError } from "../zoho/http/errors";
import { page, pagingInputs, perPage } from "./paging";
import { fields, listFilters } from "./records";

jest.mock("../zoho/core/clock", () => {
  const { QuickClock } = jest.requireActual("../../test/support/quickClock");
  return { systemClock: new QuickClock() };
});

/** Inputs with those that stand in groups, by the part they belong to. */
const all = (owner: string, inputs: unknown): [string, JsonObject][] =>
  Object.entries(isObject(inputs) ? inputs : {}).flatMap(([name, input]): [string, JsonObject][] =>
    isObject(input) ? [[`${owner}.${name}`, input], ...all(`${owner}.${name}`, input.inputs)] : [],
  );

/** Inputs that hold lists though they are none by their collection: by type, and by name where it is JSON. */
const listTypes: unknown[] = ["objectSelection", "objectFieldMap"];
const namesOfLists = /\.(fieldMapping|records|conditions|parts|credits|signers)$/;

/** Every input that holds a list, by the part it belongs to. */
const lists = [actions, dataSources, triggers].flatMap((parts) =>
  Object.entries<() => object>(parts).flatMap(([key, load]) =>
    all(key, Reflect.get(load(), "inputs")).filter(
      ([name, { collection, type }]) =>
        collection || listTypes.includes(type) || (type !== "boolean" && namesOfLists.test(name)),
    ),
  ),
);

/** What the platform, older and newer, hands over for a list that nobody filled in. */
const empty = [[], "", " ", undefined, null, "[]"];

it("there are lists", () => expect(lists.length).toBeGreaterThan(50));

it.each(lists)("%s takes a list of nothing in any form", (_, input) => {
  const clean = (input as { clean?: (value: unknown) => unknown }).clean;
  const outcomes = empty.map((value) => {
    try {
      return { kept: clean?.(value) };
    } catch (error) {
      return { said: String(error) };
    }
  });
  // All forms of nothing mean the same: an empty list, or that one is needed.
  const [first] = outcomes;
  for (const outcome of outcomes) {
    if (input.required && "said" in (first ?? {})) expect(outcome).toHaveProperty("said");
    else expect(outcome).toEqual(first);
  }
});

describe("inputs in groups", () => {
  const inputs = { fields, filters: listFilters, ...pagingInputs };
  const flat = { fields, page, per_page: perPage, filters: listFilters };
  // As spectral leaves what stands in a group.
  const inGroup = { maxRecords: undefined, page: 2, per_page: 5, page_token: undefined };

  it.each([
    ["in their group", { pagination: inGroup }, { page: 2, per_page: 5 }],
    ["beside it", { page: "2", per_page: "5" }, { page: 2, per_page: 5 }],
    ["both ways, beside it first", { pagination: inGroup, page: "3" }, { page: 3, per_page: 5 }],
    ["empty beside it", { pagination: inGroup, page: "", per_page: null }, { page: 2, per_page: 5 }],
    ["not at all", { pagination: undefined, filters: [] }, { page: undefined, ids: [] }],
    ["not at all, as empty text", { pagination: "", filters: null }, { page: undefined, ids: [] }],
  ])("are given %s", (_, given, expected) => {
    const values = ungrouped(inputs, given);
    expect(values).toMatchObject(expected);
    expect(Object.keys(values)).not.toContain("pagination");
    expect(Object.keys(values)).not.toContain("filters");
  });

  it("are given in a group where they stand by themselves", () => {
    const given = { page: undefined, per_page: 7, pagination: { page: "2", per_page: "5" } };
    expect(ungrouped(flat, given)).toMatchObject({ page: 2, per_page: 7 });
    expect(ungrouped(flat, { page: 1 })).toMatchObject({ page: 1, maxRecords: undefined });
  });

  it("of pages are given in a group of pages where they stand in another", () => {
    const pagination = { page: "2", maxRecords: "50" };
    expect(ungrouped(flat, { pagination })).toMatchObject({ page: 2, maxRecords: 50 });
    expect(ungrouped(flat, { pagination, filters: { maxRecords: 20 } })).toMatchObject({ maxRecords: 20 });
    expect(ungrouped(flat, { maxRecords: "50", ids: ["1"] })).toMatchObject({ maxRecords: 50, ids: ["1"] });
  });

  it.each([
    [
      { pagination: { pageSize: 5 } },
      "Pagination: it has no pageSize. It has maxRecords, page, per_page, page_token.",
    ],
    [{ pagination: "page 2" }, "Pagination: expected an object with maxRecords, page, per_page, page_token."],
    [{ pagination: [1] }, "Pagination: expected an object with"],
    [{ page: "x" }, "Page: expected a whole number from 1 to 2000"],
  ])("are refused as %j", (given, message) => {
    expect(() => ungrouped(inputs, given)).toThrow(message);
  });

  it("are refused in a group where they stand by themselves", () => {
    expect(() => ungrouped(flat, { pagination: { size: 1 } })).toThrow("Pagination: it has no size.");
  });
});

describe("examples", () => {
  const inputs = [actions, dataSources, triggers].flatMap((parts) =>
    Object.entries<() => object>(parts).flatMap(([key, load]) => all(key, Reflect.get(load(), "inputs"))),
  );
  /** What a builder makes of an example in the form. */
  const given = ({ collection }: JsonObject, example: string): unknown => {
    if (collection === "valuelist") return [example];
    if (collection !== "keyvaluelist") return example;
    const at = example.indexOf(":");
    return [{ key: example.slice(0, at).trim(), value: example.slice(at + 1).trim() }];
  };
  /** The example of an input, its default, its choices, and what its comment names as one. */
  const shown = (input: JsonObject): unknown[] => {
    const said = typeof input.comments === "string" ? input.comments : "";
    const named = [...said.matchAll(/(?:such as|as in) `([^`]+)`/g)].map(([, example = ""]) => example);
    const choices = Array.isArray(input.model) ? input.model.map(({ value }) => value) : [];
    return [
      ...[input.example, ...named]
        .filter((each) => typeof each === "string")
        .map((each) => given(input, each)),
      ...choices.map((choice) => (input.collection ? [choice] : choice)),
      ...(input.default === undefined || input.default === "" ? [] : [input.default]),
    ];
  };

  it("are taken by the inputs that show them, and mean something", () => {
    let tried = 0;
    const refused = inputs.flatMap(([name, input]) => {
      const { clean } = input;
      if (typeof clean !== "function") return [];
      return shown(input).flatMap((value) => {
        tried += 1;
        try {
          const isLost = value !== "" && clean(value) === undefined;
          return isLost ? [`${name}: ${JSON.stringify(value)} is nothing`] : [];
        } catch (error) {
          return [`${name}: ${JSON.stringify(value)}: ${error}`];
        }
      });
    });
    expect(refused).toEqual([]);
    expect(tried).toBeGreaterThan(2000);
  });
});

describe("every value of every input that the documented component takes", () => {
  let sandbox: Awaited<ReturnType<typeof startSandbox>>;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.close());

  /** Runs an action on a login of its own, whose memory and pauses are nobody else's. */
  const runner = async () => {
    await sandbox.reset();
    const given = await sandbox.connection();
    const connection = { ...given, token: { ...given.token, refresh_token: `1000.parity.${Math.random()}` } };
    const log = () => {};
    const context = { logger: { debug: log, info: log, warn: log } };
    return (key: string, inputs: object): Promise<unknown> => {
      const action = Object.values(component.actions).find((each) => each.key === key);
      const perform: unknown = action?.perform;
      if (typeof perform !== "function") throw new Error(`${key} cannot be performed.`);
      const defaults = (action?.inputs ?? []).map((input) => [input.key, input.default ?? undefined]);
      return perform(context, { ...Object.fromEntries(defaults), connection, ...inputs });
    };
  };

  /** What there is in the sandbox, made where there is none; records that are asked for are used once. */
  const worldOf = async (run: Awaited<ReturnType<typeof runner>>): Promise<ParityWorld> => {
    const used = new Map<string, number>();
    const make = new Maker(await openBooks(sandbox));
    return {
      crm: async (module) => {
        const name = module.replaceAll(" ", "_");
        const index = used.get(name) ?? 0;
        used.set(name, index + 1);
        return String((await sandbox.records(name))[index % 20]?.id);
      },
      books: async (recordType) =>
        make.create(recordType, {
          record: { [recordType === "items" ? "name" : "contact_name"]: make.name("Parity"), rate: 1 },
        }),
      channel: async (isOpen) => {
        const channelId = String(1_000_000_000 + (used.get("") ?? 0));
        used.set("", (used.get("") ?? 0) + 1);
        const open = {
          channelId,
          events: ["Leads.create", "Deals.edit"],
          notifyUrl: "https://example.com/hook",
        };
        if (isOpen) await run("crmEnableNotification", open);
        return channelId;
      },
    };
  };

  it.each(Object.entries(documented))("of %s is taken", async (key, { base, tries }) => {
    const run = await runner();
    const world = await worldOf(run);
    const refused: string[] = [];
    for (const [input, values] of Object.entries(tries))
      for (const value of values) {
        const tried = { [input]: value };
        await sandbox.advance(2);
        const given = { ...(await base(world, tried)), ...tried };
        const no: unknown = await run(key, given).then(
          () => undefined,
          (error: unknown) => error,
        );
        const what = `${input} ${JSON.stringify(value)}`;
        const isZohos = no instanceof ZohoError && no.code !== "INVALID_INPUT" && refusedByZoho.has(what);
        if (no !== undefined && !isZohos) refused.push(`${what}: ${no}`);
      }
    expect(refused).toEqual([]);
  });
});
