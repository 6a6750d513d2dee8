import { fingerprinter } from "../zoho/changes/versions";
import { isObject, type JsonObject, objectsAt, textAt } from "../zoho/core/json";

/** A change as the feeds of both products tell it. */
export interface Told {
  readonly change: "created" | "updated" | "deleted";
  readonly id: string;
  readonly module: string;
  readonly modifiedTime: string;
  readonly record: JsonObject;
}

/** How much of a record a flow gets. */
export interface Shown {
  /** The fields of a record's id and times, which are always there. */
  readonly names: readonly string[];
  /** Other fields to show; all when empty. */
  readonly fields?: readonly string[];
  readonly returnIdsOnly: boolean;
}

/** The id and the times of a record of Zoho CRM, and of the recycle bin's row of it. */
export const crmNames = ["id", "Created_Time", "Modified_Time", "deleted_time"];

/** The same of a record of Zoho Books, whose ids have a name of their own. */
export const booksNames = (id: string) => [id, "created_time", "last_modified_time"];

const fingerprintOf = fingerprinter([]);

/**
 * A change as a flow receives it. `changeType` is the platform's name for `change`; `itemKey` is the same
 * whenever the same version of a record is emitted, so that a later step can tell a repetition.
 */
export const itemOf = <Change extends Told>(change: Change, shown: Shown) => ({
  ...change,
  changeType: change.change,
  itemKey: keyOf(change),
  record: shownOf(change, shown),
});

const keyOf = ({ change, id, module, modifiedTime, record }: Told): string =>
  [module, id, modifiedTime, change === "deleted" ? change : fingerprintOf(record)].join("/");

function shownOf({ change, record }: Told, { names, fields = [], returnIdsOnly }: Shown): JsonObject {
  if (change === "deleted" && !returnIdsOnly) return record;
  const kept = returnIdsOnly ? names : fields.length > 0 ? [...names, ...fields] : undefined;
  return kept ? Object.fromEntries(Object.entries(record).filter(([name]) => kept.includes(name))) : record;
}

/** The form that integrations know of the triggers for one module: the records by what happened to them. */
export function envelopeOf(changes: readonly Told[], shown: Shown, withDeleted: boolean) {
  const of = (wanted: string) =>
    changes.filter(({ change }) => change === wanted).map((change) => shownOf(change, shown));
  const envelope = { created: of("created"), updated: of("updated") };
  return withDeleted ? { ...envelope, deleted: of("deleted") } : envelope;
}

/**
 * What a flow that batches receives of that form, one item a record: the same as from the triggers for any
 * module.
 */
export function itemsOf(
  module: string,
  data: unknown,
  { id, time }: { readonly id: string; readonly time: string },
) {
  const body = isObject(data) ? data : {};
  return (["created", "updated", "deleted"] as const).flatMap((change) =>
    objectsAt(body, change).map((record) => {
      const modifiedTime = textAt(record, change === "deleted" ? "deleted_time" : time) ?? "";
      return itemOf(
        { change, id: textAt(record, id) ?? "", module, modifiedTime, record },
        { names: [], returnIdsOnly: false },
      );
    }),
  );
}
