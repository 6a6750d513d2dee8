import Ajv from "ajv";
import fc from "fast-check";
import { keysOf } from "../test/definition/exampleKeys";
import { schemaOf } from "./define";

const ajv = new Ajv({ strict: false, allowUnionTypes: true });

test("every example follows its own schema", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (example) => expect(ajv.validate(schemaOf(example), example)).toBe(true)),
  );
});

/** The keys that a schema describes, with the place where each stands. */
function keysIn({ properties = {}, items }: ReturnType<typeof schemaOf>, at = ""): string[] {
  const inner = Object.entries(properties).flatMap(([key, schema]) => [
    `${at}.${key}`,
    ...keysIn(schema, `${at}.${key}`),
  ]);
  return [...inner, ...(items ? keysIn(items, `${at}[]`) : [])];
}

test("every key of an example stands in its schema", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (example) =>
      expect(new Set(keysIn(schemaOf(example)))).toEqual(new Set(keysOf(example))),
    ),
  );
});

test("a list that mixes kinds of things promises that an item is one of them", () => {
  const schema = schemaOf([{ id: "1", name: "a" }, { id: "2", amount: 3 }, { id: null }]);
  expect(ajv.validate(schema, [{ id: "3", name: "b", amount: 1, more: true }])).toBe(true);
  expect(ajv.validate(schema, [{ id: "3", amount: "much" }])).toBe(false);
  expect(ajv.validate(schema, { id: "3" })).toBe(false);
  expect(schemaOf(["a", 1])).toEqual({ type: "array", items: { type: ["string", "number"] } });
  expect(schemaOf([{ owner: null }, { owner: { id: "1" } }])).toEqual({
    type: "array",
    items: {
      type: "object",
      properties: {
        owner: { type: ["object", "null"], properties: { id: { type: ["string", "null"] } } },
      },
    },
  });
});

test("what is inside may be empty, the whole may not", () => {
  expect(ajv.validate(schemaOf({ name: "a", owner: { id: "1" } }), { name: null, owner: null })).toBe(true);
  expect(ajv.validate(schemaOf({ name: "a" }), null)).toBe(false);
});
