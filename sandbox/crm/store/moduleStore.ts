import type { RecordData, Reference } from "../metadata/types";
import { FieldIndex } from "./fieldIndex";
import { compareByModifiedTime, insertSorted, positionOf, removeSorted } from "./sorted";

/** A record in the recycle bin, or one that is gone for good. */
export interface DeletedRecord {
  record: RecordData;
  deletedBy: { name: string; id: string } | null;
  deletedTime: string;
  /** When it was deleted, in milliseconds since the epoch. */
  at: number;
  type: "recycle" | "permanent";
}

/** What a record was before a write, for readers that do not see the write yet. */
interface Change {
  id: string;
  before: RecordData | undefined;
  at: number;
}

/** The records of one module at one moment: ascending by id, and by (Modified_Time, id). */
export interface View {
  get(id: string): RecordData | undefined;
  byId(): readonly RecordData[];
  byModifiedTime(): readonly RecordData[];
}

/**
 * The records of one module. Records are never changed in place: a write puts a new object where the old one
 * was.
 */
export class ModuleStore implements View {
  private readonly latest = new Map<string, RecordData>();
  private readonly rows: RecordData[] = [];
  private modified: RecordData[] | undefined;
  private readonly indexes = new Map<string, FieldIndex>();
  private readonly references = new Map<string, Reference>();
  private changes: Change[] = [];
  readonly deleted = new Map<string, DeletedRecord>();

  /** @param nameOf What a lookup to a record shows. */
  constructor(private readonly nameOf: (record: RecordData) => string | null) {}

  get size(): number {
    return this.rows.length;
  }

  get(id: string): RecordData | undefined {
    return this.latest.get(id);
  }

  byId(): readonly RecordData[] {
    return this.rows;
  }

  byModifiedTime(): readonly RecordData[] {
    this.modified ??= [...this.rows].sort(compareByModifiedTime);
    return this.modified;
  }

  /**
   * Adds a record or replaces the one of its id. `at` is the moment of the write, kept while readers may lag
   * behind it.
   */
  put(record: RecordData, at?: number): void {
    const before = this.latest.get(record.id);
    this.remember(record.id, before, at);
    this.latest.set(record.id, record);
    if (before) this.rows[positionOf(this.rows, record.id)] = record;
    else this.rows.splice(positionOf(this.rows, record.id), 0, record);
    this.reindex(before, record);
    const reference = this.references.get(record.id);
    if (reference) reference.name = this.nameOf(record);
  }

  remove(id: string, at?: number): RecordData | undefined {
    const before = this.latest.get(id);
    if (!before) return undefined;
    this.remember(id, before, at);
    this.latest.delete(id);
    this.rows.splice(positionOf(this.rows, id), 1);
    this.reindex(before, undefined);
    return before;
  }

  /** The ids of the records whose field has this value, regardless of case; a lookup's value is its id. */
  find(field: string, value: unknown): ReadonlySet<string> {
    let index = this.indexes.get(field);
    if (!index) {
      index = new FieldIndex(field);
      for (const record of this.rows) index.add(record);
      this.indexes.set(field, index);
    }
    return index.find(value);
  }

  /**
   * The one object that stands for a record in every lookup to it; undefined when there is no such record.
   */
  reference(id: string): Reference | undefined {
    const record = this.latest.get(id);
    if (!record) return undefined;
    const known = this.references.get(id);
    if (known) return known;
    const reference: Reference = { name: this.nameOf(record), id };
    this.references.set(id, reference);
    return reference;
  }

  /**
   * The records as a reader sees them who does not see what was written after `since`, in milliseconds since
   * the epoch.
   */
  seenUntil(since: number): View {
    const unseen = new Map<string, RecordData | undefined>();
    for (const change of this.changes) {
      if (change.at > since && !unseen.has(change.id)) unseen.set(change.id, change.before);
    }
    return unseen.size === 0 ? this : new PastView(this.rows, this.latest, unseen);
  }

  /** Forgets what no reader can see any more. */
  forgetBefore(at: number): void {
    if (this.changes.length > 0) this.changes = this.changes.filter((change) => change.at > at);
  }

  private remember(id: string, before: RecordData | undefined, at: number | undefined): void {
    if (at !== undefined) this.changes.push({ id, before, at });
  }

  private reindex(before: RecordData | undefined, after: RecordData | undefined): void {
    for (const index of this.indexes.values()) {
      if (before) index.remove(before);
      if (after) index.add(after);
    }
    if (!this.modified) return;
    if (before) removeSorted(this.modified, before, compareByModifiedTime);
    if (after) insertSorted(this.modified, after, compareByModifiedTime);
  }
}

/** The latest records with some of them as they were. */
class PastView implements View {
  constructor(
    private readonly rows: readonly RecordData[],
    private readonly latest: ReadonlyMap<string, RecordData>,
    private readonly unseen: ReadonlyMap<string, RecordData | undefined>,
  ) {}

  get(id: string): RecordData | undefined {
    return this.unseen.has(id) ? this.unseen.get(id) : this.latest.get(id);
  }

  byId(): readonly RecordData[] {
    const rows = this.rows.filter((record) => !this.unseen.has(record.id));
    for (const record of this.unseen.values())
      if (record) rows.splice(positionOf(rows, record.id), 0, record);
    return rows;
  }

  byModifiedTime(): readonly RecordData[] {
    return [...this.byId()].sort(compareByModifiedTime);
  }
}
