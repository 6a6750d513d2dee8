import type { RecordData } from "../metadata/types";
import type { User } from "../people/staff";

/** A change to records, as notifications tell it. */
export interface RecordChange {
  module: string;
  operation: "insert" | "update" | "delete";
  ids: string[];
  /** The fields that changed, by record id. */
  affectedFields: Record<string, string[]>;
  by: User;
  /** What the one record was before; undefined for one that is new or was in the recycle bin. */
  before?: RecordData;
}
