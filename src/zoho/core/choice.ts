/** One entry of a picker: the value that is kept, and what people read. */
export interface Choice {
  readonly key: string;
  readonly label: string;
}

/** What a picker has read of a list, and whether there is more. */
export interface Listed {
  readonly choices: Choice[];
  readonly isCut: boolean;
}

/** How many entries a picker reads at most, and for how many milliseconds it reads on. */
export const MAX_CHOICES = 5000;
export const MAX_READING_MS = 15_000;

/** Choices in the order of their labels. */
export const byLabel = (choices: Choice[]): Choice[] =>
  choices.sort((left, right) => left.label.localeCompare(right.label, "en"));

/**
 * Adds to labels that several choices have what is known of each, where that is something: its key, if not
 * more.
 */
export function tellApart(
  choices: readonly Choice[],
  more: (index: number) => string | undefined = (index) => choices[index]?.key,
): Choice[] {
  const counts = new Map<string, number>();
  for (const { label } of choices) counts.set(label, (counts.get(label) ?? 0) + 1);
  return choices.map(({ key, label }, index) => {
    const added = (counts.get(label) ?? 0) > 1 && label !== key ? more(index) : undefined;
    return { key, label: added ? `${label} (${added})` : label };
  });
}

/**
 * The choices, and where there are more than these a last entry that says so and stands for none.
 * @param help how to come to the others.
 */
export const withCut = (
  { choices, isCut }: Listed,
  help = "Search Text narrows the list, and an ID can be typed",
): Choice[] => {
  const label = `${choices.length.toLocaleString("en")} are listed and there are more: ${help}`;
  return isCut ? [...choices, { key: "", label }] : choices;
};

/** How to come to what a list without Search Text leaves out. */
export const byTyping = "an ID can be typed";

/**
 * The name that is closest to a key by the letters to change, underscores and case aside; undefined where
 * none is near.
 */
export function nearestOf(key: string, names: readonly string[]): string | undefined {
  const wanted = key.toLowerCase().replaceAll(/[\s_]/g, "");
  let best: string | undefined;
  let limit = Math.max(2, Math.floor(wanted.length / 2)) + 1;
  for (const name of names) {
    const distance = lettersToChange(wanted, name.toLowerCase().replaceAll("_", ""), limit);
    if (distance >= limit) continue;
    best = name;
    limit = distance;
  }
  return best;
}

/**
 * How many letters one text is from another, two that changed places being one; the limit where there are as
 * many or more.
 */
export function lettersToChange(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) >= limit) return limit;
  let before: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 0; i < from.length; i += 1) {
    const next = [i + 1];
    for (let j = 0; j < to.length; j += 1) {
      const substituted = (row[j] ?? 0) + (from[i] === to[j] ? 0 : 1);
      const isSwapped = from[i] === to[j - 1] && from[i - 1] === to[j];
      const swapped = isSwapped ? (before[j - 1] ?? 0) + 1 : limit;
      next.push(Math.min(substituted, swapped, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    if (Math.min(...next) >= limit) return limit;
    before = row;
    row = next;
  }
  return row.at(-1) ?? limit;
}
