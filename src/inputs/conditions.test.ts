import { conditions, match } from "./conditions";

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
