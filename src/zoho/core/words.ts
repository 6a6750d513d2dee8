/*
 * Words that people use for values, where they have one meaning.
 */

const flags: ReadonlyMap<string, boolean> = new Map([
  ...["true", "t", "yes", "y", "on", "1"].map((word) => [word, true] as const),
  ...["false", "f", "no", "n", "off", "0"].map((word) => [word, false] as const),
]);

/** Yes or no in a word for it; undefined for any other. */
export const booleanOf = (text: string): boolean | undefined => flags.get(text.trim().toLowerCase());

/**
 * Days to pay in as they are called: `Net 15`, `15 days`, `Due on receipt`; undefined for any other words.
 */
export function daysOf(text: string): number | undefined {
  if (/^due (up)?on receipt$/i.test(text.trim())) return 0;
  const [, days] = /^(?:net[\s-]*)?(\d{1,4})(?:\s*days?)?$/i.exec(text.trim()) ?? [];
  return days === undefined ? undefined : Number(days);
}

const seconds: readonly (readonly [word: RegExp, count: number])[] = [
  [/^(h|hrs?|hours?)$/i, 3600],
  [/^(m|mins?|minutes?)$/i, 60],
  [/^(s|secs?|seconds?)$/i, 1],
];

/**
 * A duration with its units as minutes and seconds: `1 h 30 min` is `90:00`; undefined for any other words.
 */
export function durationOf(text: string): string | undefined {
  if (!/^(\d{1,5}\s*[a-z]+[\s,]*)+$/i.test(text.trim())) return undefined;
  const parts = [...text.matchAll(/(\d+)\s*([a-z]+)/gi)].map(([, count, unit = ""]) => {
    const [, each] = seconds.find(([word]) => word.test(unit)) ?? [];
    return each === undefined ? Number.NaN : Number(count) * each;
  });
  const whole = parts.reduce((sum, part) => sum + part, 0);
  const digits = (count: number): string => String(count).padStart(2, "0");
  return Number.isNaN(whole) ? undefined : `${digits(Math.floor(whole / 60))}:${digits(whole % 60)}`;
}

/**
 * A phone number with the signs alone that Zoho's search takes, a plus at its beginning among them; undefined
 * for one with letters.
 */
export function phoneOf(text: string): string | undefined {
  const number = text.trim().replace(/^tel:/i, "");
  if (/\p{L}/u.test(number)) return undefined;
  const plain = number.replaceAll(/[^\d().-]+/g, " ").trim();
  return /^[^\d]*\+/.test(number) ? `+${plain}` : plain;
}
