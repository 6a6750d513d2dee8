import type { Module, RecordData } from "../metadata/types";

/** What a lookup to a record shows: the value of its module's name field. */
export function nameOf(module: Module, record: RecordData): string | null {
  const name = record[module.display];
  return typeof name === "string" ? name : null;
}
