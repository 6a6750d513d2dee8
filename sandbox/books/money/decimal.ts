/**
 * An amount, rate or quantity in millionths: sums and products of it are exact, and nothing passes through a
 * double.
 */
export type Decimal = bigint;

const PLACES = 6;
/** Beyond it JavaScript writes numbers with an exponent. */
const LIMIT = 1e21;
const SCALE = 10n ** BigInt(PLACES);

export const zero: Decimal = 0n;

/** A number, or a text that is one, to six decimals; zero for anything else. */
export function decimal(value: unknown): Decimal {
  const number = typeof value === "string" ? Number(value) : value;
  if (typeof number !== "number" || !(Math.abs(number) < LIMIT)) return zero;
  if (Number.isSafeInteger(number)) return BigInt(number) * SCALE;
  return BigInt(number.toFixed(PLACES).replace(".", ""));
}

/** The number that is written like the decimal: exact to the last place of any amount below 9 billion. */
export const toNumber = (value: Decimal): number => Number(value) / Number(SCALE);

/** `numerator / denominator`, half away from zero. */
function divided(numerator: bigint, denominator: bigint): bigint {
  const [top, bottom] = denominator < 0n ? [-numerator, -denominator] : [numerator, denominator];
  const half = bottom / 2n;
  return (top < 0n ? top - half : top + half) / bottom;
}

/** Rounds to so many places, half away from zero, as cash registers do. */
export function rounded(value: Decimal, places: number): Decimal {
  const unit = 10n ** BigInt(PLACES - places);
  return divided(value, unit) * unit;
}

/** The product, rounded once. */
export const times = (left: Decimal, right: Decimal, places: number): Decimal =>
  fraction(left, right, SCALE, places);

/** `value * numerator / denominator`, rounded once; zero where the denominator is. */
export function fraction(value: Decimal, numerator: Decimal, denominator: Decimal, places: number): Decimal {
  if (denominator === 0n) return zero;
  const unit = 10n ** BigInt(PLACES - places);
  return divided(value * numerator, denominator * unit) * unit;
}

/** So many per cent of a value. */
export const percentOf = (value: Decimal, percent: Decimal, places: number): Decimal =>
  fraction(value, percent, 100n * SCALE, places);

export const sum = (values: readonly Decimal[]): Decimal =>
  values.reduce((total, value) => total + value, zero);
