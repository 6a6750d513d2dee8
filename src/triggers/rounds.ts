/** A page of what a feed emits, and what it then remembers. */
export interface Page<Item, Memory> {
  readonly changes: readonly Item[];
  readonly memory: Memory;
  readonly more: boolean;
}

/** What one run emits at most where the platform does not come back for the next page. */
const MAX_CHANGES = 10_000;

/** One page where the flow batches, for the platform comes back for the next; otherwise a bounded number of them. The rest waits for the next run. */
export async function readRound<Item, Memory>(
  batch: { readonly enabled: boolean } | undefined,
  remembered: unknown,
  read: (remembered: unknown) => Promise<Page<Item, Memory>>,
): Promise<{ items: Item[]; memory: Memory; more: boolean }> {
  let page = await read(remembered);
  const items = [...page.changes];
  const most = batch?.enabled === false ? MAX_CHANGES : 0;
  while (page.more && items.length < most) {
    page = await read(page.memory);
    items.push(...page.changes);
  }
  return { items, memory: page.memory, more: page.more };
}
