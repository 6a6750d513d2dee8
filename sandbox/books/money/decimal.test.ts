import fc from "fast-check";
import { decimal, fraction, percentOf, rounded, sum, times, toNumber, zero } from "./decimal";

/** An amount of whole cents, as a number. */
const cents = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });

describe("a decimal", () => {
  it("is the number it was made of", () => {
    fc.assert(fc.property(cents, (count) => toNumber(decimal(count / 100)) === count / 100));
    for (const number of [0, 0.1, 0.000001, 19.99, -2.5, 123456789.123456])
      expect(toNumber(decimal(number))).toBe(number);
    expect(toNumber(decimal("12.30"))).toBe(12.3);
  });

  it("is zero for what is no number", () => {
    for (const value of ["", "many", null, undefined, {}, Number.NaN, Number.POSITIVE_INFINITY, 1e30]) {
      expect(decimal(value)).toBe(zero);
    }
  });

  it("sums exactly where doubles do not", () => {
    expect(0.1 + 0.2).not.toBe(0.3);
    expect(toNumber(sum([decimal(0.1), decimal(0.2)]))).toBe(0.3);
    fc.assert(
      fc.property(fc.array(cents, { maxLength: 50 }), (counts) => {
        const total = counts.reduce((left, right) => left + right, 0);
        return toNumber(sum(counts.map((count) => decimal(count / 100)))) === total / 100;
      }),
    );
  });

  it("rounds half away from zero", () => {
    const two = (value: number) => toNumber(rounded(decimal(value), 2));
    expect([1.005, 1.004999, -1.005, 2.675, 0.125].map(two)).toEqual([1.01, 1, -1.01, 2.68, 0.13]);
  });

  it("multiplies, and rounds once", () => {
    expect(toNumber(times(decimal(19.99), decimal(3), 2))).toBe(59.97);
    expect(toNumber(times(decimal(0.335), decimal(1.1), 2))).toBe(0.37);
    expect(toNumber(percentOf(decimal(60.67), decimal(6.25), 2))).toBe(3.79);
    expect(toNumber(fraction(decimal(10), decimal(1), decimal(3), 2))).toBe(3.33);
    expect(fraction(decimal(10), decimal(1), zero, 2)).toBe(zero);
  });

  it("multiplies whole cents by whole numbers without a rest", () => {
    fc.assert(
      fc.property(cents, fc.integer({ min: 0, max: 1000 }), (count, quantity) => {
        return toNumber(times(decimal(count / 100), decimal(quantity), 2)) === (count * quantity) / 100;
      }),
    );
  });
});
