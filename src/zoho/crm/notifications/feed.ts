import { beginAt } from "../../changes/seen";
import { isObject } from "../../core/json";
import { timeText } from "../../core/time";
import { calledChanges } from "../changes/called";
import { beginNow, nextChanges } from "../changes/changes";
import { type ChangeMemory, memoryFrom } from "../changes/memory";
import type { Change, ChangeQuery } from "../changes/types";
import type { Crm } from "../crm";
import type { NotificationCall } from "./call";
import type { FieldFilter } from "./condition";
import { modulesOf, namesFor, wantedOf } from "./events";

/** What a channel is asked to tell. */
export interface Watched {
  readonly events: readonly string[];
  /** API names, with the module before a dot where they are of one module; every field when empty. */
  readonly fields: readonly string[];
  readonly notificationCondition?: FieldFilter;
  readonly notifyOnRelatedAction?: boolean;
}

/** What is remembered of a channel's changes: plain JSON. */
export interface NotificationMemory {
  /** The change feed of each module. */
  readonly feeds: Readonly<Record<string, ChangeMemory>>;
  /** The module at which an unfinished closing of gaps goes on. */
  readonly next?: string;
  /** The calls that came last, where calls cannot be told apart by what they bring. */
  readonly calls?: readonly string[];
}

export interface NotifiedChanges {
  readonly changes: (Change & Affected)[];
  readonly memory: NotificationMemory;
  readonly more: boolean;
}

/** What Zoho said of an update, where the channel asks for it. */
export interface Affected {
  readonly affectedFields?: readonly string[];
  readonly affectedValues?: Readonly<Record<string, unknown>>;
}

const MAX_CALLS = 200;
const DAY = 24 * 3600;
/** Longer than a channel lives unattended: a schedule that runs less often finds nothing older. */
const KEPT = 8 * DAY;

/** Begins the feeds of modules that have none: from now on, what no call tells is found by them. */
export async function beginFeeds(
  crm: Crm,
  watched: Watched,
  memory: NotificationMemory,
): Promise<NotificationMemory> {
  const feeds = { ...memory.feeds };
  for (const module of recordModules(watched)) {
    feeds[module] ??= await beginNow(crm, gapQuery(watched, module));
  }
  return { ...memory, feeds };
}

/** What a call tells, as records. A call that has come before tells nothing new. */
export async function takeCall(
  crm: Crm,
  watched: Watched,
  memory: NotificationMemory,
  call: NotificationCall,
): Promise<NotifiedChanges> {
  const filtered = isFiltered(watched);
  const isKeyed = filtered || watched.notifyOnRelatedAction === true || call.module === USERS;
  const { feeds, calls = [] } = memory;
  if (isKeyed && calls.includes(call.key)) return { changes: [], memory, more: false };
  const noted = isKeyed ? { ...memory, calls: [...calls, call.key].slice(-MAX_CALLS) } : memory;
  if (call.module === USERS) return { changes: userChanges(call), memory: noted, more: false };

  const gaps = gapQuery(watched, call.module);
  const query = { ...gaps, ...wantedOf(watched.events, call.module) };
  const told = await calledChanges(crm, query, feedAt(feeds[call.module], call), call, {
    alsoSettled: filtered,
    alsoUnchanged: watched.notifyOnRelatedAction,
    forgetBefore: call.time - (gaps.created || gaps.updated || gaps.deleted ? KEPT : DAY),
  });
  const changes = told.changes.map((change) => ({ ...change, ...affectedOf(call, change) }));
  return { changes, memory: { ...noted, feeds: { ...feeds, [call.module]: told.memory } }, more: false };
}

/** The feed of a call's module; where it has none, one that began shortly before. */
function feedAt(feed: ChangeMemory | undefined, { module, time }: NotificationCall): ChangeMemory {
  const begun = { seen: beginAt(time - DAY, time) };
  return { module, records: feed?.records ?? begun, deletes: feed?.deletes ?? begun };
}

/** The next page of what was not told by any call. */
export async function closeGaps(
  crm: Crm,
  watched: Watched,
  memory: NotificationMemory,
): Promise<NotifiedChanges> {
  const modules = recordModules(watched);
  const start = memory.next === undefined ? 0 : Math.max(0, modules.indexOf(memory.next));
  const { next: _, ...rest } = memory;
  const feeds = { ...memory.feeds };
  const changes: Change[] = [];
  for (const module of modules.slice(start)) {
    const page = await nextChanges(crm, gapQuery(watched, module), feeds[module]);
    feeds[module] = page.memory;
    changes.push(...page.changes);
    if (page.more) return { changes, memory: { ...rest, feeds, next: module }, more: true };
  }
  return { changes, memory: { ...rest, feeds }, more: false };
}

/** A memory as it comes back from where it was saved; what is no memory is none. */
export function notificationMemoryFrom(value: unknown): NotificationMemory {
  const saved = isObject(value) ? value : {};
  const feeds = Object.entries(isObject(saved.feeds) ? saved.feeds : {}).flatMap(([module, feed]) => {
    const memory = memoryFrom(feed, module);
    return memory ? [[module, memory] as const] : [];
  });
  const calls = Array.isArray(saved.calls) ? saved.calls.map(String) : undefined;
  return {
    feeds: Object.fromEntries(feeds),
    ...(typeof saved.next === "string" && { next: saved.next }),
    ...(calls && { calls }),
  };
}

/** Users are told of by calls, and are no records of a module. */
const USERS = "users";

const recordModules = ({ events }: Watched): string[] =>
  modulesOf(events).filter((module) => module !== USERS);

const isFiltered = ({ notificationCondition: filter = [] }: Watched): boolean => filter.length > 0;

/** What the feed of a module finds. It cannot see which fields an update changed, so that filtered updates are for calls alone. */
const gapQuery = (watched: Watched, module: string): ChangeQuery => {
  const wanted = wantedOf(watched.events, module);
  return {
    recordType: module,
    fields: namesFor(module, watched.fields, watched.events),
    ...wanted,
    updated: wanted.updated && !isFiltered(watched),
  };
};

const userOperations = { insert: "created", update: "updated", delete: "deleted" } as const;

const userChanges = ({ ids, operation, time }: NotificationCall): Change[] =>
  ids.map((id) => ({
    change: userOperations[operation],
    id,
    module: USERS,
    modifiedTime: timeText(time),
    record: { id },
  }));

function affectedOf({ affected }: NotificationCall, { id }: Change): Affected {
  const told = affected.get(id);
  if (!told) return {};
  return { affectedFields: told.fields, ...(told.values && { affectedValues: told.values }) };
}
