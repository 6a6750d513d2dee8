import type { TriggerPayload } from "@prismatic-io/spectral";
import { isObject, textAt } from "../zoho/core/json";
import { type Read, readingFrom, readRound } from "./rounds";

/** The parts of the platform's context that a trigger with a feed needs. */
export interface FeedContext {
  readonly batch?: { readonly enabled: boolean };
  /** The state of the flow, which is kept as it is changed here. The initial sync has no other. */
  readonly instanceState: Record<string, unknown>;
}

/** Where a trigger keeps what it remembers in the state of its flow. */
const KEPT = "zohoTrigger";

/** What a trigger kept of earlier runs. */
export const keptOf = ({ instanceState }: FeedContext): Readonly<Record<string, unknown>> => {
  const kept = instanceState[KEPT];
  return isObject(kept) ? kept : {};
};

/** Keeps what later runs need. */
export function keepOf({ instanceState }: FeedContext, kept: Readonly<Record<string, unknown>>): void {
  instanceState[KEPT] = kept;
}

/** Whether the platform hands the items of the flow on in batches. */
export const batches = ({ batch }: FeedContext): boolean => batch?.enabled === true;

/** What a round of a trigger found, as the platform takes it: `body` is for the flow. */
export const foundIn = <Payload extends TriggerPayload, Body>(
  payload: Payload,
  body: Body,
  count: number,
  cursor: Readonly<Record<string, unknown>> | null,
) => ({
  payload: {
    ...payload,
    body: { data: body, contentType: "application/json" },
    paginationState: cursor === null ? undefined : { ...cursor },
  },
  // Only the first round of a run may say that there is nothing: in a later one, the platform waits for
  // batches that never come.
  polledNoChanges: count === 0 && cursor === null && !payload.paginationState,
});

/** How batches are made of what a trigger hands back: its body is the list of items. */
export const listResolver = {
  resolveItems: (_context: unknown, { payload }: { readonly payload: TriggerPayload }): unknown[] =>
    Array.isArray(payload.body.data) ? payload.body.data : [],
  getNextPaginationState: (_context: unknown, { payload }: { readonly payload: TriggerPayload }) =>
    payload.paginationState ?? null,
};

/** One round of a poll: it goes on from the round before, or from what was kept of the last run. */
export async function pollFeed<Item, State>(
  context: FeedContext,
  { paginationState }: Pick<TriggerPayload, "paginationState">,
  read: Read<Item, State>,
) {
  const kept = keptOf(context);
  const { items, reading, cursor } = await readRound(
    batches(context),
    readingFrom(kept.feed),
    paginationState,
    read,
  );
  keepOf(context, { ...kept, feed: reading });
  return { items, cursor };
}

/**
 * One round of an initial sync, which the platform asks for until it ends. One that was cut short goes on
 * from its last page; a whole one hands its place to the poll, unless that has begun meanwhile, and is not
 * done again for the same `query` when a new version is deployed.
 */
export async function syncFeed<Item, State>(
  context: FeedContext,
  { paginationState }: Pick<TriggerPayload, "paginationState">,
  query: unknown,
  read: Read<Item, State>,
) {
  const { sync, synced, ...kept } = keptOf(context);
  const asked = JSON.stringify(query);
  if (synced === asked && !paginationState) return { items: [], cursor: null };
  const begun = isObject(sync) && textAt(sync, "asked") === asked ? readingFrom(sync) : {};
  const { items, reading, cursor } = await readRound(true, begun, paginationState, read);
  keepOf(
    context,
    cursor === null
      ? { ...kept, feed: readingFrom(kept.feed).state === undefined ? reading : kept.feed, synced: asked }
      : { ...kept, synced, sync: { ...reading, asked } },
  );
  return { items, cursor };
}

/**
 * Less than this before it ended, the component that kept the state before may have missed something: in
 * seconds.
 */
const TAKEN_OVER = 600;

/**
 * Where the existing component's polling trigger stood, less some minutes, in seconds since the epoch;
 * undefined where its state is not there.
 */
export function takenOver(state: Readonly<Record<string, unknown>>): number | undefined {
  const time = Date.parse(String(state.lastUpdated));
  return Number.isNaN(time) ? undefined : Math.floor(time / 1000) - TAKEN_OVER;
}
