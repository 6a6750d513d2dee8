import fc from "fast-check";
import { ExactDecimal } from "./decimal";
import { parseInput, parseJson, writeJson } from "./json";

const readers = { parseJson, parseInput };

const resultOf = (read: (text: string) => unknown, text: string): unknown => {
  try {
    return { value: read(text) };
  } catch (error) {
    return error instanceof SyntaxError ? "SyntaxError" : error;
  }
};

/**
 * JSON of any kind, with ids inside and outside of texts, quotes and backslashes, and space where JSON takes
 * it.
 */
const leaf = fc.oneof(
  fc.string({ unit: fc.constantFrom('"', "\\", "1234567890123456789", ":", ",", " ", "1.5", "e", "é") }),
  fc
    .double({ noNaN: true, noDefaultInfinity: true })
    .filter((number) => !Number.isInteger(number) || Number.isSafeInteger(number)),
  fc.maxSafeInteger(),
  fc.boolean(),
  fc.constant(null),
);
const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie("json"), { maxLength: 4 }),
    fc.dictionary(fc.string(), tie("json"), { maxKeys: 4 }),
  ),
}));

describe.each(Object.entries(readers))("%s", (_, read) => {
  test("reads what JSON.parse reads, where a double holds every number", () => {
    fc.assert(
      fc.property(json, fc.constantFrom(undefined, 1, "\t"), (value, space) => {
        const text = JSON.stringify(value, null, space);
        expect(read(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  test("refuses what JSON.parse refuses", () => {
    const broken = fc
      .tuple(json, fc.nat(), fc.constantFrom("", "1234567890123456789", '"', ",", "\\", ":"))
      .map(([value, at, piece]) => {
        const text = JSON.stringify([value, "1234567890123456789", 1]);
        return text.slice(0, at % text.length) + piece + text.slice((at % text.length) + 1);
      });
    fc.assert(
      fc.property(broken, (text) => {
        expect(resultOf(read, text) === "SyntaxError").toBe(resultOf(JSON.parse, text) === "SyntaxError");
      }),
    );
  });

  test.each([
    "{1234567890123456789: 1}",
    "{1234567890123456789}",
    "[01234567890123456789]",
    "[1234567890123456789 1]",
    '[1234567890123456789"a"]',
    "[-1234567890123456789.]",
    "[+1234567890123456789]",
    '"1234567890123456789',
    '["1234567890123456789\\"]',
    "",
  ])("refuses %s", (text) => {
    expect(resultOf(read, text)).toBe("SyntaxError");
  });

  test("keeps every digit of a long whole number, as text", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 2n ** 53n, max: 10n ** 24n }), (id) => {
        const parsed = read(
          `{"id": ${id}, "list": [${id},-${id}], "text": "see ${id}, [${id}]", "${id}": 1}`,
        );
        expect(parsed).toEqual({
          id: String(id),
          list: [String(id), `-${id}`],
          text: `see ${id}, [${id}]`,
          [String(id)]: 1,
        });
      }),
    );
  });

  test("keeps every digit of an amount", () => {
    const text = '{"a": 71006926071870.82, "b": [1234567890123456.78], "c": 12345678.125000000}';
    expect(read(text)).toEqual({ a: "71006926071870.82", b: ["1234567890123456.78"], c: 12345678.125 });
  });

  test("skips a byte order mark", () => {
    expect(read('\uFEFF{"id": 1}')).toEqual({ id: 1 });
  });

  test("reads sixteen megabytes", () => {
    const row = { id: "5725767000000411001", text: 'a "b" \\ c', amount: 1234567.891, nested: [{ n: 1 }] };
    const rows = Array.from({ length: 170_000 }, () => row);
    const text = `{"long": 1234567890123456789, "text": "${"x".repeat(8_000_000)}", "rows": ${JSON.stringify(rows)}}`;
    const parsed = read(text);
    expect(text.length).toBeGreaterThan(16_000_000);
    expect(parsed).toMatchObject({ long: "1234567890123456789", rows: { length: 170_000, 169999: row } });
  });

  test("a key that would change prototypes stays a key", () => {
    read('{"__proto__": {"polluted": 1234567890123456789}}');
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });
});

test("the noise of Zoho's own doubles stays a number, and of a builder's nothing is dropped", () => {
  const text = '{"a": 0.1000000000000000055511151231257827, "b": 12345678901234567e2}';
  expect(parseJson(text)).toEqual(JSON.parse(text));
  expect(parseInput(text)).toEqual({ a: "0.1000000000000000055511151231257827", b: "12345678901234567e2" });
});

test("writes exact decimals as the numbers that they are, and all else as JSON.stringify does", () => {
  const amount = new ExactDecimal("71006926071870.82");
  expect(writeJson({ amount, list: [amount, { amount }], text: "71006926071870.82" })).toBe(
    '{"amount":71006926071870.82,"list":[71006926071870.82,{"amount":71006926071870.82}],"text":"71006926071870.82"}',
  );
  fc.assert(fc.property(json, (value) => expect(writeJson(value)).toBe(JSON.stringify(value))));
  expect(writeJson({ at: new Date(0), none: undefined })).toBe('{"at":"1970-01-01T00:00:00.000Z"}');
});
