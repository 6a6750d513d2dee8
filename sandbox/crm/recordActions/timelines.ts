import type { Schema } from "../metadata/schema";
import type { Module, RecordData } from "../metadata/types";
import type { User } from "../people/staff";
import { Ids } from "../store/ids";
import type { ModuleStore } from "../store/moduleStore";
import type { RecordChange } from "../store/recordChange";

/** One thing that happened to a record. */
export interface Entry {
  id: string;
  action: "added" | "updated" | "deleted" | "converted";
  time: string;
  by: User;
  before: RecordData | undefined;
  after: RecordData | undefined;
  fields: readonly string[];
}

/** Where changes happen, and the records as they are behind them. */
interface Changing {
  readonly schema: Schema;
  now(): string;
  store(module: Module): ModuleStore;
  onChange(listener: (change: RecordChange) => void): unknown;
}

const kept = 10_000;

/** What happened to records since the organisation was made: the last ten thousand changes. */
export class Timelines {
  private readonly byRecord = new Map<string, Entry[]>();
  private readonly order: string[] = [];
  private readonly ids = new Ids(900_000_000);

  constructor(private readonly organization: Changing) {
    organization.onChange((change) => this.note(change));
  }

  of(id: string): readonly Entry[] {
    return this.byRecord.get(id) ?? [];
  }

  private note({ module: apiName, operation, ids, affectedFields, by, before }: RecordChange): void {
    const module = this.organization.schema.get(apiName);
    for (const id of module ? ids : []) {
      const after = module && this.organization.store(module).get(id);
      const fields = affectedFields[id] ?? [];
      const updated = fields.includes("Converted__s") ? "converted" : "updated";
      const action = operation === "insert" ? "added" : operation === "delete" ? "deleted" : updated;
      const time = this.organization.now();
      const entry: Entry = { id: this.ids.next(), action, time, by, before, after, fields };
      this.byRecord.set(id, [...this.of(id), entry]);
      this.order.push(id);
    }
    while (this.order.length > kept) this.byRecord.get(this.order.shift() ?? "")?.shift();
  }
}
