import { compareIds } from "../coql/catalog";
import type { RecordData } from "../metadata/types";
import type { View } from "./moduleStore";
import { compareByModifiedTime } from "./sorted";

/** A view of a few records, such as those that belong to another. */
export function viewOf(records: readonly RecordData[]): View {
  const rows = [...records].sort((left, right) => compareIds(left.id, right.id));
  return {
    get: (id) => rows.find((record) => record.id === id),
    byId: () => rows,
    byModifiedTime: () => [...rows].sort(compareByModifiedTime),
  };
}
