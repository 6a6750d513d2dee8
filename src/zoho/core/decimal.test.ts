import fc from "fast-check";
import { decimalOf, ExactDecimal, idOf } from "./decimal";
import { writeJson } from "./json";

const wireOf = (value: unknown): string | undefined => {
  const read = decimalOf(value);
  return read.ok ? writeJson(read.value.exact) : undefined;
};

/** The same number for whoever compares by value: as an exact fraction of whole numbers. */
const scaled = (text: string): bigint => {
  const [, sign = "", whole = "", fraction = "", exponent = "0"] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/.exec(text) ?? [];
  const zeros = 40 - fraction.length + Number(exponent);
  return BigInt(`${sign}${whole}${fraction}`) * 10n ** BigInt(zeros);
};

test("the wire carries every digit of a text, as a number", () => {
  const text = fc.stringMatching(/^-?(0|[1-9]\d{0,18})(\.\d{1,9})?$/);
  fc.assert(fc.property(text, (digits) => expect(scaled(wireOf(digits) ?? "")).toBe(scaled(digits))));
});

test("a number that JavaScript holds goes out as it is", () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.integer({ min: 0, max: 6 }), (digits, places) => {
      const value = Number((digits / 10 ** places).toPrecision(15));
      expect(wireOf(value)).toBe(JSON.stringify(value === 0 ? 0 : value));
    }),
  );
});

test.each<[unknown, string]>([
  ["541.82", "541.82"],
  ["00012.10", "12.1"],
  ["-0.00", "0"],
  [" +5 ", "5"],
  [".5", "0.5"],
  ["5.", "5"],
  ["2.5e3", "2500"],
  ["25E-1", "2.5"],
  ["71006926071870.82", "71006926071870.82"],
  ["9007199254740993", "9007199254740993"],
  ["1234567890123456.78", "1234567890123456.78"],
  ["1.234567890123456789e18", "1234567890123456789"],
  [1.1 * 3, "3.3"],
  [0.1 + 0.2, "0.3"],
  [1 / 3, "0.3333333333333333"],
  [9007199254740991, "9007199254740991"],
  [1234567.891, "1234567.891"],
])("%j is %s on the wire", (value, wire) => {
  expect(wireOf(value)).toBe(wire);
});

test.each<[unknown, string]>([
  [9007199254740992, "a number past 9007199254740991 as text"],
  [1e21, "a number past 9007199254740991 as text"],
  ["1,234.50", "a number such as 1234.5"],
  ["1.2.3", "a number such as 1234.5"],
  ["ten", "a number such as 1234.5"],
  ["0x10", "a number such as 1234.5"],
  ["", "a number such as 1234.5"],
  [".", "a number such as 1234.5"],
  [Number.NaN, "a number such as 1234.5"],
  [Number.POSITIVE_INFINITY, "a number such as 1234.5"],
  [true, "a number such as 1234.5"],
  [null, "a number such as 1234.5"],
  [["1"], "a number such as 1234.5"],
])("%j is refused, and what is expected is said", (value, expected) => {
  expect(decimalOf(value)).toEqual({ ok: false, expected: expect.stringContaining(expected) });
});

test("digits are counted before and behind the point", () => {
  expect(decimalOf("-0012.340")).toEqual({
    ok: true,
    value: { digits: "-12.34", whole: 2, places: 2, exact: -12.34 },
  });
  expect(decimalOf("0.05")).toMatchObject({ value: { whole: 0, places: 2 } });
});

test("an exact decimal can be read again, and shows its digits", () => {
  const exact = new ExactDecimal("71006926071870.82");
  expect(wireOf(exact)).toBe("71006926071870.82");
  expect(`${exact}`).toBe("71006926071870.82");
  expect(JSON.stringify({ exact })).toBe('{"exact":"71006926071870.82"}');
});

test.each([
  ["5725767000000411001", "5725767000000411001"],
  [" 982000000567001 ", "982000000567001"],
  [982000000567001, "982000000567001"],
])("%j is the id %s", (value, id) => {
  expect(idOf(value)).toEqual({ ok: true, value: id });
});

test.each<[unknown, string]>([
  [Number("5725767000000411001"), "an id as text, for a number loses its last digits"],
  ["..", "an id such as"],
  ["1/2", "an id such as"],
  ["", "an id such as"],
  [-1, "an id such as"],
  [1.5, "an id such as"],
  [undefined, "an id such as"],
  [{ id: "1" }, "an id such as"],
])("%j is no id", (value, expected) => {
  expect(idOf(value)).toEqual({ ok: false, expected: expect.stringContaining(expected) });
});
