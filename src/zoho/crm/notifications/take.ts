import type { Change } from "../../changes/change";
import { openAt } from "../../changes/window";
import { timeText } from "../../core/time";
import { calledChanges } from "../changes/called";
import { beginAt, nextChanges } from "../changes/changes";
import type { CrmFeedState } from "../changes/state";
import type { Crm } from "../crm";
import { callOf, type NotificationCall, pendingOf, VISIBLE_AFTER, withPending } from "./call";
import { wantedOf } from "./events";
import {
  type Affected,
  gapQuery,
  isFiltered,
  KEPT,
  type NotificationState,
  type NotifiedChanges,
  recordModules,
  USERS,
  type Watched,
} from "./feed";

const MAX_CALLS = 200;
const DAY = 24 * 3600;

/**
 * What a call tells, as records. A call that has come before tells nothing new; one that cannot be read now
 * is read by the next round.
 */
export async function takeCall(
  crm: Crm,
  watched: Watched,
  state: NotificationState,
  call: NotificationCall,
): Promise<NotifiedChanges> {
  const isKeyed = isFiltered(watched) || watched.notifyOnRelatedAction === true || call.module === USERS;
  const { calls = [] } = state;
  if (isKeyed && calls.includes(call.key)) return { changes: [], state, more: false };
  const noted = isKeyed ? { ...state, calls: [...calls, call.key].slice(-MAX_CALLS) } : state;
  if (call.module === USERS) return { changes: userChanges(call), state: noted, more: false };

  const before = await takePending(crm, watched, noted, call.time);
  try {
    const { changes, state: after, waits } = await readRecords(crm, watched, before.state, call);
    const mustWait = waits || (isFiltered(watched) && call.operation === "update");
    return {
      changes: [...before.changes, ...changes],
      state: mustWait ? { ...after, pending: withPending(after.pending, pendingOf(call, true)) } : after,
      more: false,
    };
  } catch (error) {
    crm.log.warn(`A call about ${call.module} could not be read, and is read again later. ${textOf(error)}`);
    return {
      changes: before.changes,
      state: { ...before.state, pending: withPending(before.state.pending, pendingOf(call, false)) },
      more: false,
    };
  }
}

/** The records of a call, as far as they were not emitted in this version. */
async function readRecords(
  crm: Crm,
  watched: Watched,
  state: NotificationState,
  call: NotificationCall,
): Promise<{ changes: (Change & Affected)[]; state: NotificationState; waits: boolean }> {
  const { feeds } = state;
  const gaps = gapQuery(watched, call.module);
  const query = { ...gaps, ...wantedOf(watched.events, call.module) };
  const told = await calledChanges(crm, query, feedAt(state, call), call, {
    isFiltered: isFiltered(watched),
    alsoUnchanged: watched.notifyOnRelatedAction,
  });
  return {
    changes: told.changes.map((change) => ({ ...change, ...affectedOf(call, change) })),
    state: { ...state, feeds: { ...feeds, [call.module]: told.state } },
    waits: told.waits,
  };
}

/** Reads the calls again that are old enough for what they tell to be seen, by Zoho's time. */
async function takePending(
  crm: Crm,
  watched: Watched,
  state: NotificationState,
  now: number,
): Promise<{ changes: (Change & Affected)[]; state: NotificationState }> {
  const { pending = [] } = state;
  const due = pending.filter(({ time }) => now >= time + VISIBLE_AFTER);
  const changes: (Change & Affected)[] = [];
  let after: NotificationState = { ...state, pending: pending.filter((call) => !due.includes(call)) };
  for (const call of due) {
    try {
      const told = await readRecords(crm, { ...watched, notifyOnRelatedAction: false }, after, callOf(call));
      changes.push(...told.changes);
      after = told.state;
    } catch (error) {
      crm.log.warn(`A call about ${call.module} could not be read again. ${textOf(error)}`);
      if (now < call.time + KEPT) after = { ...after, pending: withPending(after.pending, call) };
    }
  }
  return { changes, state: after };
}

/** The feed of a call's module; where it was not read yet, one that begins where the channel did. */
function feedAt({ feeds, began = {} }: NotificationState, { module, time }: NotificationCall): CrmFeedState {
  const feed = feeds[module];
  const begun = { window: openAt(Math.max(time - KEPT, Math.min(time, began[module] ?? time - DAY))) };
  return { module, records: feed?.records ?? begun, deletes: feed?.deletes ?? begun };
}

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

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * The next page of what was not told by any call, `now` being Zoho's time. A module that cannot be read does
 * not keep the others from being read: it is logged, and is the failure of a run that has nothing else to
 * say.
 * @throws ZohoError the first failure, where no module had anything to tell.
 */
export async function closeGaps(
  crm: Crm,
  watched: Watched,
  before: NotificationState,
  { now, most }: { readonly now: number; readonly most?: number },
): Promise<NotifiedChanges> {
  const modules = recordModules(watched);
  const isFirst = before.next === undefined;
  const start = isFirst ? 0 : Math.max(0, modules.indexOf(before.next ?? ""));
  const again = await takePending(crm, watched, before, now);
  const { next: _, ...rest } = again.state;
  const feeds = { ...rest.feeds };
  const changes: (Change & Affected)[] = [...again.changes];
  const failures: unknown[] = [];
  for (const [index, module] of [...modules.entries()].slice(start)) {
    try {
      const page = await nextChanges(
        crm,
        { ...gapQuery(watched, module), most },
        feeds[module],
        beginning(rest, module, now),
      );
      feeds[module] = page.state;
      changes.push(...page.changes);
      // A page of limited size is one module's.
      const isFull = most !== undefined && changes.length > 0;
      const next = page.more ? module : isFull ? modules[index + 1] : undefined;
      if (next !== undefined) return { changes, state: { ...rest, feeds, next }, more: true };
    } catch (error) {
      failures.push(error);
      crm.log.warn(`The changes of ${module} could not be read. ${textOf(error)}`);
    }
  }
  if (isFirst && failures.length > 0 && changes.length === 0) throw failures[0];
  return { changes, state: { ...rest, feeds }, more: false };
}

/** Where the feed of a module begins that was not read yet: where the channel did. */
const beginning = ({ began = {} }: NotificationState, module: string, now: number) =>
  beginAt(Math.max(began[module] ?? now, now - KEPT));
