import Ajv from "ajv";
import fc from "fast-check";
import { schemaOf } from "./define";

const ajv = new Ajv({ strict: false, allowUnionTypes: true });

test("every example follows its own schema", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (example) => expect(ajv.validate(schemaOf(example), example)).toBe(true)),
  );
});

test("a list that mixes kinds of things promises only what all of them are", () => {
  const schema = schemaOf([{ id: "1", name: "a" }, { id: "2", amount: 3 }, { id: null }]);
  expect(ajv.validate(schema, [{ id: "3", name: "b", amount: 1, more: true }])).toBe(true);
  expect(ajv.validate(schema, [{ id: "3", amount: "much" }])).toBe(false);
  expect(ajv.validate(schema, { id: "3" })).toBe(false);
  expect(schemaOf(["a", 1])).toEqual({ type: "array", items: {} });
});

test("what is inside may be empty, the whole may not", () => {
  expect(ajv.validate(schemaOf({ name: "a", owner: { id: "1" } }), { name: null, owner: null })).toBe(true);
  expect(ajv.validate(schemaOf({ name: "a" }), null)).toBe(false);
});
