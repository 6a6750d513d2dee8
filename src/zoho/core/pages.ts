/** A page of a list by its number, from 1, where pages have so many rows. */
export interface PageWindow {
  readonly page: number;
  readonly per_page: number;
}

/**
 * The page that reaches farthest and still has the last row of the one before in it: where that row is
 * missing, rows have moved up past the pages that were read. Zoho counts pages by their own size, so that
 * another size begins elsewhere.
 * @param largest the most rows of a page; no page has half of them or less.
 * @param wall the last row that pages reach at all.
 * @returns the next page as it is where none reaches farther.
 */
export function windowOver(
  { page, per_page }: PageWindow,
  largest: number,
  wall = Number.POSITIVE_INFINITY,
): PageWindow {
  const reached = page * per_page;
  let best: PageWindow = { page: page + 1, per_page };
  let farthest = reached;
  for (let size = largest; size > largest / 2; size -= 1) {
    const candidate = { page: Math.floor((reached - 1) / size) + 1, per_page: size };
    const reach = candidate.page * size;
    if (reach <= farthest || reach > wall) continue;
    best = candidate;
    farthest = reach;
  }
  return best;
}
