import { Random } from "../../sandbox/core/random";

/** A way to play several behaviours, by name. */
export type Setting = Readonly<Record<string, string>>;

interface Switch {
  readonly name: string;
  readonly choices: readonly [string, ...string[]];
}

/** Every behaviour switched alone, to each of its choices but the default. */
export const singles = (switches: readonly Switch[]): Setting[] =>
  switches.flatMap(({ name, choices }) => choices.slice(1).map((choice) => ({ [name]: choice })));

/**
 * Settings among which every pair of choices of two behaviours stands at least once: a covering array of
 * strength two, found greedily from a seed. Each setting names all behaviours.
 */
export function pairs(switches: readonly Switch[], seed: number): Setting[] {
  const random = new Random(seed);
  const open = new Set<string>();
  const key = (a: string, x: string, b: string, y: string) =>
    a < b ? `${a}=${x}&${b}=${y}` : `${b}=${y}&${a}=${x}`;
  for (const [index, one] of switches.entries())
    for (const other of switches.slice(index + 1))
      for (const x of one.choices) for (const y of other.choices) open.add(key(one.name, x, other.name, y));
  const covered = (setting: Setting) => {
    const chosen = Object.entries(setting);
    return chosen.flatMap(([a, x], index) => chosen.slice(index + 1).map(([b, y]) => key(a, x, b, y)));
  };
  const settings: Setting[] = [];
  while (open.size > 0) {
    const candidates = Array.from({ length: 30 }, () =>
      Object.fromEntries(switches.map(({ name, choices }) => [name, random.pick(choices)])),
    );
    const worth = (setting: Setting) => covered(setting).filter((pair) => open.has(pair)).length;
    const best = candidates.reduce((left, right) => (worth(right) > worth(left) ? right : left));
    if (worth(best) === 0) continue;
    for (const pair of covered(best)) open.delete(pair);
    settings.push(best);
  }
  return settings;
}
