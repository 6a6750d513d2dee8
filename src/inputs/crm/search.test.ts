import { parts } from "./composite";
import { relatedModules, waitSeconds } from "./jobs";
import { accountId, carryOverTags, convertTo, leadId } from "./leads";
import { lockReason } from "./recordActions";
import { conditions, match } from "./search";

describe("conditions", () => {
  test("come as JSON text, as a list or as one", () => {
    const expected = [{ field: "City", operator: "contains", value: "Lon" }];
    const condition = { field: "City", operator: "contains", value: "Lon" };
    for (const value of [JSON.stringify([condition]), [condition], condition])
      expect(conditions.clean(value)).toEqual(expected);
    for (const value of [undefined, "", []]) expect(conditions.clean(value)).toEqual([]);
  });

  test.each([
    ["Greater Than", "greater"],
    ["greater_equal", "greater_or_equal"],
    ["<=", "less_or_equal"],
    ["not_equal", "not_equals"],
    ["ends with", "ends_with"],
    [undefined, "equals"],
  ])("call the operator %p %p", (operator, expected) => {
    expect(conditions.clean([{ field: "A", operator }])).toMatchObject([{ operator: expected }]);
    expect(conditions.clean([{ field: "A", condition: operator }])).toMatchObject([{ operator: expected }]);
  });

  test.each([
    [[{ operator: "equals" }], /Conditions, item 1: expected a field/],
    [[{ field: "City or 1" }], /Conditions, item 1, field/],
    [[{ field: "A,B" }], /at most 1/],
    [[{ field: "A", operator: "toString" }], /expected an operator of equals, .*, got tostring/],
    ["no JSON", /valid JSON/],
  ])("%j is refused", (value, message) => {
    expect(() => conditions.clean(value)).toThrow(message);
  });

  test("match all unless any is chosen", () => {
    expect([match.clean(undefined), match.clean("any")]).toEqual(["all", "any"]);
    expect(() => match.clean("some")).toThrow(/Match/);
  });
});

test("ids of a conversion come plainly or as objects", () => {
  expect([accountId.clean("12"), accountId.clean({ id: "12", name: "A" }), accountId.clean("")]).toEqual([
    "12",
    "12",
    undefined,
  ]);
  expect(() => accountId.clean({ name: "A" })).toThrow(/Account ID/);
  expect(() => accountId.clean("x")).toThrow(/Account ID/);
  expect(() => leadId.clean(undefined)).toThrow(/Record ID/);
  expect(carryOverTags.clean(["Contacts", "Deals"])).toEqual(["Contacts", "Deals"]);
  expect(() => carryOverTags.clean(["Leads"])).toThrow(/Carry Over Tags/);
  expect(() => convertTo.clean("Quotes")).toThrow(/Convert To/);
  expect(() => convertTo.clean("")).toThrow(/Convert To: expected one of/);
});

test("bounds are kept before anything is sent", () => {
  expect([waitSeconds.clean("0"), waitSeconds.clean("840"), waitSeconds.clean("")]).toEqual([
    0,
    840,
    undefined,
  ]);
  expect(() => waitSeconds.clean("841")).toThrow(/from 0 to 840/);
  expect(() => relatedModules.clean(["Notes"])).toThrow(/Related Modules/);
  expect(() => lockReason.clean("x".repeat(3001))).toThrow(/3,000 characters/);
});

test("parts may bear Zoho's own names", () => {
  expect(
    parts.clean('[{ "sub_request_id": "a", "uri": "/crm/v8/Leads", "params": { "fields": "id" } }]'),
  ).toEqual([
    {
      id: "a",
      method: "GET",
      path: "/crm/v8/Leads",
      params: { fields: "id" },
      headers: undefined,
      body: undefined,
    },
  ]);
  expect(() => parts.clean([{ id: "a" }])).toThrow(/Parts, item 1, path/);
});
