import { actions, dataSources, triggers } from "../parts";
import { isObject, type JsonObject } from "../zoho/core/json";
import { ungrouped } from "./groups";
import { flatPaging, pagingInputs } from "./paging";
import { fields, listFilters } from "./records";

/** Inputs with those that stand in groups, by the part they belong to. */
const all = (owner: string, inputs: unknown): [string, JsonObject][] =>
  Object.entries(isObject(inputs) ? inputs : {}).flatMap(([name, input]): [string, JsonObject][] =>
    isObject(input) ? [[`${owner}.${name}`, input], ...all(`${owner}.${name}`, input.inputs)] : [],
  );

/** Every input that holds a list, by the part it belongs to. */
const lists = [actions, dataSources, triggers].flatMap((parts) =>
  Object.entries<() => object>(parts).flatMap(([key, load]) =>
    all(key, Reflect.get(load(), "inputs")).filter(([, { collection }]) => collection),
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
  const flat = { fields, ...flatPaging };
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
    expect(ungrouped(flat, { page: 1 })).toEqual({ page: 1 });
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
