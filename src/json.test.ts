import fc from "fast-check";
import { parseJson } from "./json";

test("reads what JSON.parse reads, where no integer is too long for it", () => {
  const text = fc.json().filter((json) => !/\d{16}/.test(json));
  fc.assert(fc.property(text, (json) => expect(parseJson(json)).toEqual(JSON.parse(json))));
});

test("keeps every digit of a long integer, as text", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 2n ** 53n, max: 10n ** 24n }), (id) => {
      const parsed = parseJson(`{"id": ${id}, "list": [${id},-${id}], "text": "see ${id}"}`);
      expect(parsed).toEqual({ id: String(id), list: [String(id), `-${id}`], text: `see ${id}` });
    }),
  );
});

test("leaves decimals and exponents alone", () => {
  const text = '{"a": 12345678901234567.5, "b": 12345678901234567e2}';
  expect(parseJson(text)).toEqual(JSON.parse(text));
});

test("a key that would change prototypes stays a key", () => {
  parseJson('{"__proto__": {"polluted": 1234567890123456789}}');
  expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
});
