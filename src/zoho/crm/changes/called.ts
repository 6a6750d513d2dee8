import type { Change } from "../../changes/change";
import type { ListState } from "../../changes/listScan";
import { forget, recall, remember } from "../../changes/window";
import type { Crm } from "../crm";
import type { NotificationCall } from "../notifications/call";
import { deletesOf } from "./deletes";
import { changeOf, freshAmong } from "./fresh";
import { rowsById } from "./records";
import type { CrmChangeQuery, Row } from "./rows";
import type { CrmFeedState } from "./state";

export interface CalledChanges {
  readonly changes: Change[];
  readonly state: CrmFeedState;
  /**
   * Whether a record was read that may not show yet what the call is about: the call is to be read again a
   * minute after it was made.
   */
  readonly waits: boolean;
}

export interface Called {
  /** Set where calls come for some updates alone, so that no scan tells updates. */
  readonly isFiltered?: boolean;
  /** Set where updates are told of records that have not changed, which is what related actions are. */
  readonly alsoUnchanged?: boolean;
}

/** A call may be about a delete that bears an earlier time than the call. */
const BEFORE_CALL = 300;

/** How late a change may become visible, in seconds: after that, what a query shows is what there is. */
export const VISIBLE_AFTER = 60;

/** A change may bear a time so much earlier than the call about it. */
const CALL_DELAY = 5;

/** The most versions that calls alone make a feed remember. */
const MAX_CALLED = 20_000;

/**
 * The changes that a call of Zoho's tells of, as they are in Zoho now: of its records those that were not
 * emitted in this version, whatever time they bear. The feed of the same module shares the state, so that
 * neither emits what the other has. What is not to be seen yet, or no more, is left to the feed.
 * @throws ZohoError when a request fails; the call is to be read again then.
 */
export async function calledChanges(
  crm: Crm,
  query: CrmChangeQuery,
  state: CrmFeedState,
  call: NotificationCall,
  also: Called = {},
): Promise<CalledChanges> {
  const { operation, ids, time } = call;
  const { recordType: module } = query;
  const { records, deletes } = state;
  if (operation === "delete") {
    if (!deletes || !query.deleted) return { changes: [], state, waits: false };
    const told = await deletesOf(crm, module, deletes, { ids, since: time - BEFORE_CALL });
    return { changes: told.changes, state: { ...state, deletes: told.state }, waits: false };
  }
  if (!records) return { changes: [], state, waits: false };
  const { rows, date, names, records: read } = await rowsById(crm, query, records, ids);
  const missing = ids.length - rows.length;
  if (missing > 0) crm.log.info(`${missing} of the records of a call are not to be seen in ${module}.`);

  const known = recall(records.window, new Set(ids));
  const gone = deletes && recall(deletes.window, new Set(ids));
  const situation = { call, date, from: records.window.from, isFiltered: also.isFiltered ?? false };
  const verdicts = rows.map((row) => {
    const deletedAt = Math.max(0, ...(gone?.get(row.id)?.keys() ?? []));
    return { row, deletedAt, verdict: judge(row, deletedAt, known.has(row.id), situation) };
  });
  const told = verdicts.filter(({ verdict }) => verdict === "tell").map(({ row }) => row);
  const { changes, versions } = freshAmong(query, records.window, told, {
    names,
    said: operation,
    deleted: deletes?.window,
  });
  const emitted = new Set(changes.map(({ id }) => id));
  for (const { row, deletedAt, verdict } of verdicts) {
    // A record that was restored as it was is there again; a related action leaves its record as it was.
    const isNews = deletedAt > 0 ? verdict === "tell" : also.alsoUnchanged === true && operation === "update";
    if (isNews && query.updated && !emitted.has(row.id)) changes.push(changeOf(module, row, "updated"));
  }
  return {
    changes,
    waits: verdicts.some(({ verdict }) => verdict === "wait"),
    state: {
      ...state,
      records: { ...read, window: remember(records.window, versions, MAX_CALLED) },
      ...(deletes && { deletes: withoutRestored(deletes, changes) }),
    },
  };
}

interface Situation {
  readonly call: NotificationCall;
  readonly date: number;
  /** The time from which on scans tell what calls do not. */
  readonly from: number;
  readonly isFiltered: boolean;
}

/**
 * What to do with a record as a query shows it. A version that is remembered is not told again, whatever this
 * says.
 */
function judge(
  row: Row,
  deletedAt: number,
  isKnown: boolean,
  { call: { operation, time }, date, from, isFiltered }: Situation,
): "tell" | "skip" | "wait" {
  // It was deleted after the event, and is still shown; or it was restored, and may bear its old time.
  if (deletedAt > 0) return deletedAt > time ? "skip" : "tell";
  const wasScanned = row.created < from && row.created >= time - VISIBLE_AFTER;
  if (operation === "insert") {
    // What became of it since is told by other calls, or by a scan.
    if (isFiltered && (isKnown || wasScanned)) return "skip";
    return row.time < from && wasScanned ? "skip" : "tell";
  }
  const isFinal = date >= time + VISIBLE_AFTER;
  if (isFiltered && row.time < time - CALL_DELAY && !isFinal) return "wait";
  if (row.time >= from) return "tell";
  if (row.time >= time - VISIBLE_AFTER) return isFiltered ? "tell" : "skip";
  // It bears an old time: it is shown as it was before the event, or keeps its times, as in an import.
  return isFinal ? "tell" : "wait";
}

/**
 * A record that is there again may be deleted again, even within the second in which it was deleted before.
 */
export function withoutRestored(deletes: ListState, changes: readonly Change[]): ListState {
  const ids = new Set(changes.map(({ id }) => id));
  return recall(deletes.window, ids).size > 0 ? { ...deletes, window: forget(deletes.window, ids) } : deletes;
}
