import { isObject, objectsAt, textAt } from "../zoho/core/json";

/** A change as feeds tell it. */
export interface Told<Record> {
  readonly change: "created" | "updated" | "deleted";
  readonly record: Record;
}

/** The form that integrations know of the triggers for one module: the new records, and the changed ones. */
export function createdAndUpdated<Record>(changes: readonly Told<Record>[]) {
  const of = (wanted: string) =>
    changes.filter(({ change }) => change === wanted).map(({ record }) => record);
  return { created: of("created"), updated: of("updated") };
}

/** What a flow that batches receives of that form, one item a record: the same as from the triggers for any module. */
export function itemsOf(
  module: string,
  data: unknown,
  names: { readonly id: string; readonly time: string },
) {
  const body = isObject(data) ? data : {};
  return (["created", "updated"] as const).flatMap((change) =>
    objectsAt(body, change).map((record) => ({
      change,
      id: textAt(record, names.id) ?? "",
      module,
      modifiedTime: textAt(record, names.time) ?? "",
      record,
    })),
  );
}
