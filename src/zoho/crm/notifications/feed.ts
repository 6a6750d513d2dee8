import type { Change } from "../../changes/change";
import { isObject } from "../../core/json";
import type { CrmChangeQuery } from "../changes/rows";
import { type CrmFeedState, feedStateFrom } from "../changes/state";
import { type PendingCall, pendingFrom } from "./call";
import { type FieldFilter, modulesOf, namesFor, wantedOf } from "./events";

/** What a channel is asked to tell. */
export interface Watched {
  readonly events: readonly string[];
  /** API names, with the module before a dot where they are of one module; every field when empty. */
  readonly fields: readonly string[];
  readonly notificationCondition?: FieldFilter;
  readonly notifyOnRelatedAction?: boolean;
}

/** What is remembered of a channel's changes: plain JSON. */
export interface NotificationState {
  /** The change feed of each module. */
  readonly feeds: Readonly<Record<string, CrmFeedState>>;
  /**
   * When the channel began to tell of each module, in Zoho's seconds since the epoch: where a feed begins
   * that was not read yet.
   */
  readonly began?: Readonly<Record<string, number>>;
  /** The module at which an unfinished closing of gaps goes on. */
  readonly next?: string;
  /** The calls that came last, where calls cannot be told apart by what they bring. */
  readonly calls?: readonly string[];
  /**
   * Calls that are read again, because they could not be read, or no feed finds what was not to be seen yet.
   */
  readonly pending?: readonly PendingCall[];
}

export interface NotifiedChanges {
  readonly changes: (Change & Affected)[];
  readonly state: NotificationState;
  readonly more: boolean;
}

/** What Zoho said of an update, where the channel asks for it. */
export interface Affected {
  readonly affectedFields?: readonly string[];
  readonly affectedValues?: Readonly<Record<string, unknown>>;
}

/** Longer than a channel lives unattended: a schedule that runs less often finds nothing older. */
export const KEPT = 8 * 24 * 3600;

/**
 * What of a state is of use to a channel: a module that is no longer watched is forgotten, and begins anew
 * when it is watched again.
 */
export function watchedState(
  watched: Watched,
  { feeds, began = {}, pending = [], ...rest }: NotificationState,
): NotificationState {
  const modules = modulesOf(watched.events);
  const of = <T>(values: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(values).filter(([module]) => modules.includes(module)));
  return {
    ...rest,
    feeds: of(feeds),
    began: of(began),
    pending: pending.filter(({ module }) => modules.includes(module)),
  };
}

/** A state as it comes back from where it was saved; what is no state is none. */
export function notificationStateFrom(value: unknown): NotificationState {
  const saved = isObject(value) ? value : {};
  const feeds = Object.entries(isObject(saved.feeds) ? saved.feeds : {}).flatMap(([module, feed]) => {
    const state = feedStateFrom(feed, module);
    return state ? [[module, state] as const] : [];
  });
  const calls = Array.isArray(saved.calls) ? saved.calls.map(String) : undefined;
  const began = Object.entries(isObject(saved.began) ? saved.began : {}).filter(hasTime);
  return {
    feeds: Object.fromEntries(feeds),
    began: Object.fromEntries(began),
    pending: pendingFrom(saved.pending),
    ...(typeof saved.next === "string" && { next: saved.next }),
    ...(calls && { calls }),
  };
}

const hasTime = (entry: [string, unknown]): entry is [string, number] => typeof entry[1] === "number";

/** Users are told of by calls, and are no records of a module. */
export const USERS = "users";

/** The modules whose records the events of a channel tell of. */
export const recordModules = ({ events }: Watched): string[] =>
  modulesOf(events).filter((module) => module !== USERS);

/** Whether a channel tells only of changes that meet a condition on fields. */
export const isFiltered = ({ notificationCondition: filter = [] }: Watched): boolean => filter.length > 0;

/**
 * What the feed of a module finds. It cannot see which fields an update changed, so that filtered updates are
 * for calls alone.
 */
export const gapQuery = (watched: Watched, module: string): CrmChangeQuery => {
  const wanted = wantedOf(watched.events, module);
  return {
    recordType: module,
    fields: namesFor(module, watched.fields, watched.events),
    ...wanted,
    updated: wanted.updated && !isFiltered(watched),
  };
};
