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

/** How many letters one text is from another; the limit where there are as many or more. */
function lettersToChange(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) >= limit) return limit;
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 0; i < from.length; i += 1) {
    const next = [i + 1];
    for (let j = 0; j < to.length; j += 1) {
      const substituted = (row[j] ?? 0) + (from[i] === to[j] ? 0 : 1);
      next.push(Math.min(substituted, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    if (Math.min(...next) >= limit) return limit;
    row = next;
  }
  return row.at(-1) ?? limit;
}
