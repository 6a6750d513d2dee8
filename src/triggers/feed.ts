import type { TriggerPayload } from "@prismatic-io/spectral";
import { createdAndUpdated, type Told } from "./createdAndUpdated";
import { type Page, readRound } from "./rounds";

/** What a feed needs of the platform: what was kept for it, and whether the flow batches. */
export interface FeedContext {
  readonly batch?: { readonly enabled: boolean };
  readonly polling: {
    readonly getState: () => Record<string, unknown>;
    readonly setState: (state: Record<string, unknown>) => void;
  };
}

type Read<Item, Memory> = (remembered: unknown) => Promise<Page<Item, Memory>>;

/** One round of a poll: it goes on from the round before, or from what was kept of the last run. */
export async function pollFeed<Item, Memory>(
  context: FeedContext,
  { paginationState }: Pick<TriggerPayload, "paginationState">,
  read: Read<Item, Memory>,
) {
  const state = context.polling.getState();
  const remembered = paginationState?.memory ?? state.feed;
  const { items, memory, more } = await readRound(context.batch, remembered, read);
  context.polling.setState({ ...state, feed: memory });
  return { items, paginationState: more ? { memory } : null, polledNoChanges: items.length === 0 && !more };
}

/** One round of an initial sync. One that was cut short goes on from its last page; a whole one hands its place to the poll, unless that has begun meanwhile. */
export async function syncFeed<Item, Memory>(
  context: FeedContext,
  { paginationState }: Pick<TriggerPayload, "paginationState">,
  read: Read<Item, Memory>,
) {
  const { sync, feed } = context.polling.getState();
  const remembered = paginationState?.memory ?? sync;
  const { items, memory, more } = await readRound(context.batch, remembered, read);
  context.polling.setState(more ? { feed, sync: memory } : { feed: feed ?? memory });
  return { items, paginationState: more ? { memory } : null };
}

/** The same as `pollFeed` for a trigger for the records of one module, in the form that integrations know. */
export async function pollCreatedAndUpdated<Record, Memory>(
  context: FeedContext,
  payload: TriggerPayload,
  read: Read<Told<Record>, Memory>,
) {
  const { items, paginationState, polledNoChanges } = await pollFeed(
    { ...context, batch: context.batch ?? { enabled: false } },
    payload,
    read,
  );
  return {
    payload: {
      ...payload,
      body: { data: createdAndUpdated(items), contentType: "application/json" },
      paginationState: paginationState ?? undefined,
    },
    // Only the first page of a run may say that there is nothing.
    polledNoChanges: polledNoChanges && !payload.paginationState,
  };
}
