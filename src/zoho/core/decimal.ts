/**
 * A decimal that no JavaScript number holds to its last digit. `writeJson` puts its digits on the wire as a
 * JSON number; elsewhere it shows as text.
 */
export class ExactDecimal {
  /** How JSON has one: `writeJson` marks its digits while it is at work. */
  static shown = (digits: string): string => digits;

  constructor(readonly digits: string) {}

  toString(): string {
    return this.digits;
  }

  toJSON(): string {
    return ExactDecimal.shown(this.digits);
  }
}

/** A value read from what a builder gave, or what was expected in its place. */
export type NumberReading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly expected: string };

export interface Decimal {
  /** Its digits, without an exponent, a plus or zeros that say nothing. */
  readonly digits: string;
  /** How many digits stand before the point, and how many behind it. */
  readonly whole: number;
  readonly places: number;
  /** What goes on the wire: a number where one holds every digit. */
  readonly exact: number | ExactDecimal;
}

const form = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/i;

/**
 * A number's digits without an exponent and without zeros that say nothing; undefined for a text that is no
 * decimal number.
 */
function digitsOf(text: string): string | undefined {
  const [, sign = "", before = "", behind = "", exponent = "0"] = form.exec(text) ?? [];
  if (before + behind === "") return undefined;
  const point = before.length + Number(exponent);
  const digits = "0".repeat(Math.max(0, -point)) + before + behind;
  const at = Math.max(0, point);
  const whole = digits.slice(0, at).padEnd(at, "0").replace(/^0+/, "");
  const fraction = digits.slice(at).replace(/0+$/, "");
  if (whole + fraction === "") return "0";
  return `${sign === "-" ? "-" : ""}${whole || "0"}${fraction && `.${fraction}`}`;
}

/**
 * Whether a JavaScript number holds a number that is written as text to its last digit; of whole numbers,
 * whether its neighbors are held too.
 */
export const isHeld = (text: string): boolean =>
  /^-?\d+$/.test(text)
    ? Number.isSafeInteger(Number(text))
    : digitsOf(String(Number(text))) === digitsOf(text);

/**
 * A double holds fifteen digits of any decimal. What it shows behind them is its noise, where it makes a
 * fraction longer than people and Zoho write.
 */
const SURE_DIGITS = 15;
const LONGEST_FRACTION = 9;

const placesOf = (digits: string | undefined): number => digits?.split(".")[1]?.length ?? 0;

function withoutNoise(value: number): string | undefined {
  if (Number.isInteger(value)) return String(value);
  const shown = digitsOf(String(value));
  const sure = digitsOf(value.toPrecision(SURE_DIGITS));
  return placesOf(shown) > LONGEST_FRACTION && placesOf(sure) <= LONGEST_FRACTION ? sure : shown;
}

const isLost = (value: unknown): boolean => Number.isInteger(value) && !Number.isSafeInteger(value);

/**
 * The one reading of numbers for both products: a number, or a text of one with or without an exponent, to
 * the last digit. The noise of a computed number is taken away: `1.1 * 3` is 3.3. A whole number past 2^53 is
 * read from text alone, for as a number it has lost its last digits already.
 */
export function decimalOf(value: unknown): NumberReading<Decimal> {
  if (isLost(value))
    return {
      ok: false,
      expected: "a number past 9007199254740991 as text, for a number loses its last digits",
    };
  const text = value instanceof ExactDecimal ? value.digits : value;
  const digits =
    typeof text === "number"
      ? withoutNoise(text)
      : typeof text === "string"
        ? digitsOf(text.trim())
        : undefined;
  if (digits === undefined) return { ok: false, expected: "a number such as 1234.5" };
  const whole = digits.replace(/^-?0?|\..*$/g, "").length;
  const exact = isHeld(digits) ? Number(digits) : new ExactDecimal(digits);
  return { ok: true, value: { digits, whole, places: placesOf(digits), exact } };
}

/** An id as Zoho writes it: a text of digits, or a whole number that has all of its digits. */
export function idOf(value: unknown): NumberReading<string> {
  if (isLost(value)) return { ok: false, expected: "an id as text, for a number loses its last digits" };
  const text = typeof value === "number" ? String(value) : value;
  return typeof text === "string" && /^\d{1,20}$/.test(text.trim())
    ? { ok: true, value: text.trim() }
    : { ok: false, expected: "an id such as 5725767000000411001" };
}
