import type { RecordData } from "../metadata/types";

const nothing: ReadonlySet<string> = new Set();

/** Finds records by the value of one field, regardless of case. */
export class FieldIndex {
  private readonly idsByValue = new Map<string, Set<string>>();

  constructor(private readonly field: string) {}

  add(record: RecordData): void {
    const key = keyOf(record[this.field]);
    if (key === undefined) return;
    const ids = this.idsByValue.get(key);
    if (ids) ids.add(record.id);
    else this.idsByValue.set(key, new Set([record.id]));
  }

  remove(record: RecordData): void {
    const key = keyOf(record[this.field]);
    if (key !== undefined) this.idsByValue.get(key)?.delete(record.id);
  }

  find(value: unknown): ReadonlySet<string> {
    const key = keyOf(value);
    return (key !== undefined && this.idsByValue.get(key)) || nothing;
  }
}

function keyOf(value: unknown): string | undefined {
  if (typeof value === "string") return value === "" ? undefined : value.toLowerCase();
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value === "object" && value !== null && "id" in value) return String(value.id);
  return undefined;
}
