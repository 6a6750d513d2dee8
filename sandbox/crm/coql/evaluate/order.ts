import { compareKeys, type Key } from "./valueTypes";

/** One thing to order by. */
export interface Rank<T> {
  key(item: T): Key | undefined;
  descending: boolean;
}

/** Sorts by several ranks; each key is read once. Items that are equal in all of them keep their places. */
export function sortBy<T>(items: readonly T[], ranks: readonly Rank<T>[]): T[] {
  return items
    .map((item) => ({ item, keys: ranks.map((rank) => rank.key(item)) }))
    .sort((left, right) => {
      for (const [index, { descending }] of ranks.entries()) {
        const order = compareKeys(left.keys[index], right.keys[index]);
        if (order !== 0) return descending ? -order : order;
      }
      return 0;
    })
    .map(({ item }) => item);
}
