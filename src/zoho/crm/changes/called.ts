import { remember } from "../../changes/seen";
import type { Crm } from "../crm";
import type { NotificationCall } from "../notifications/call";
import { allColumns, type Columns, readingColumns } from "../query/columns";
import { withoutRestored } from "./changes";
import { deletesOf } from "./deletes";
import type { ChangeMemory } from "./memory";
import { rowsOf } from "./rows";
import { changeOf, tell } from "./tell";
import type { Change, ChangeQuery } from "./types";
import type { RecordMemory } from "./updates";

export interface CalledChanges {
  readonly changes: Change[];
  readonly memory: ChangeMemory;
}

export interface Called {
  /** Set where no feed tells updates, so that even those from before its `since` are news. */
  readonly alsoSettled?: boolean;
  /** Set where updates are told of records that have not changed, which is what related actions are. */
  readonly alsoUnchanged?: boolean;
  /** What was told before this time is forgotten, and counts as told. */
  readonly forgetBefore?: number;
}

/** A call may be about a delete that bears an earlier time than the call. */
const BEFORE_CALL = 300;

/**
 * The changes that a call of Zoho's tells of, as they are in Zoho now: of its records those that were not emitted in this version. The feed of the same module
 * shares the memory, so that neither emits what the other has. What is not to be seen yet, or no more, is left to the feed.
 */
export async function calledChanges(
  crm: Crm,
  query: ChangeQuery,
  memory: ChangeMemory,
  { operation, ids, time }: NotificationCall,
  also: Called = {},
): Promise<CalledChanges> {
  const { recordType: module } = query;
  const { records, deletes } = memory;
  if (operation === "delete") {
    if (!deletes || !query.deleted) return { changes: [], memory };
    const wanted = { ids, since: time - BEFORE_CALL, forgetBefore: also.forgetBefore };
    const told = await deletesOf(crm, module, deletes, wanted);
    return { changes: told.changes, memory: { ...memory, deletes: told.memory } };
  }
  if (!records) return { changes: [], memory };
  const { seen } = records;
  const columns = await columnsOf(crm, query, records);
  const read = await readingColumns(crm, module, columns, (names) => rowsOf(crm, module, names, ids));
  const missing = ids.length - read.result.rows.length;
  if (missing > 0) crm.log.info(`${missing} of the records of a call are not to be seen in ${module}.`);

  const rows = also.alsoSettled ? read.result.rows : read.result.rows.filter((row) => row.time >= seen.since);
  const { changes, versions } = tell(query, seen, rows, {
    from: seen.since,
    since: seen.since,
    names: read.columns.names,
    updated: operation === "update",
    deleted: deletes?.seen,
  });
  const told = new Set(changes.map(({ id }) => id));
  if (also.alsoUnchanged && operation === "update" && query.updated) {
    const others = read.result.rows.filter(({ id }) => !told.has(id));
    changes.push(...others.map((row) => changeOf(module, row, "updated")));
  }
  return {
    changes,
    memory: {
      ...memory,
      records: {
        ...records,
        ...(query.fields.length === 0 && { columns: read.columns }),
        seen: remember(seen, versions, also.forgetBefore),
      },
      ...(deletes && { deletes: withoutRestored(deletes, changes) }),
    },
  };
}

const columnsOf = (crm: Crm, query: ChangeQuery, { columns }: RecordMemory): Columns | Promise<Columns> =>
  query.fields.length > 0
    ? { names: query.fields, refused: [] }
    : (columns ?? allColumns(crm, query.recordType, query.moreFields));
