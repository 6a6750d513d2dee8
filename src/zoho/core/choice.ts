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

export const byLabel = (choices: Choice[]): Choice[] =>
  choices.sort((left, right) => left.label.localeCompare(right.label, "en"));

/** Adds to labels that several choices have what is known of each, where that is something. */
export function tellApart(choices: readonly Choice[], more: (index: number) => string | undefined): Choice[] {
  const counts = new Map<string, number>();
  for (const { label } of choices) counts.set(label, (counts.get(label) ?? 0) + 1);
  return choices.map(({ key, label }, index) => {
    const added = (counts.get(label) ?? 0) > 1 && label !== key ? more(index) : undefined;
    return { key, label: added ? `${label} (${added})` : label };
  });
}

/** The choices, and where there are more than these a last entry that says so and stands for none. */
export const withCut = ({ choices, isCut }: Listed): Choice[] => {
  const count = choices.length.toLocaleString("en");
  const label = `${count} are listed and there are more: Search Text narrows the list, and an ID can be typed`;
  return isCut ? [...choices, { key: "", label }] : choices;
};
