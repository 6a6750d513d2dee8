import type { Schema } from "../metadata/schema";
import type { Module, RecordData } from "../metadata/types";
import { Ids } from "../store/ids";
import type { ModuleStore } from "../store/moduleStore";
import type { RecordChange } from "../store/recordChange";

/** Where deals change, and where their history is kept. */
interface Changing {
  readonly schema: Schema;
  now(): string;
  store(module: Module): ModuleStore;
  writeMoment(store: ModuleStore): number | undefined;
  onChange(listener: (change: RecordChange) => void): unknown;
}

const dayMs = 86_400_000;

/**
 * Keeps the rows of DealHistory. `Modified_Time` is when the deal entered the stage; where it went and after
 * how many days stands in the row once it has left.
 */
export class StageHistory {
  private readonly ids = new Ids(800_000_000);
  /** The ids of a deal's rows, the oldest first. */
  private readonly byDeal = new Map<string, string[]>();

  constructor(private readonly organization: Changing) {
    organization.onChange((change) => this.note(change));
  }

  /** Begins the history of a deal that was made without being announced. */
  begin(deal: RecordData): void {
    this.enter(deal, String(deal.Created_Time), deal.Created_By);
  }

  private note({ module, operation, ids, affectedFields, by }: RecordChange): void {
    if (module !== "Deals") return;
    for (const id of ids) {
      const deal = this.storeOf("Deals")?.get(id);
      this.relate(id);
      const moves = operation === "insert" || affectedFields[id]?.includes("Stage");
      if (!deal || !moves) continue;
      this.leave(id, deal);
      this.enter(deal, this.organization.now(), by.asOwner);
    }
  }

  /** What is left of a deleted deal's history names no deal, until the deal is restored. */
  private relate(id: string): void {
    const Potential_Name = this.storeOf("Deals")?.reference(id) ?? null;
    for (const row of this.byDeal.get(id) ?? []) this.change(row, { Potential_Name });
  }

  private leave(id: string, { Stage }: RecordData): void {
    const history = this.storeOf("DealHistory");
    const rowId = this.byDeal.get(id)?.at(-1) ?? "";
    const entered = history?.get(rowId)?.Modified_Time;
    if (entered === undefined) return;
    const days = Math.round((dayOf(this.organization.now()) - dayOf(String(entered))) / dayMs);
    this.change(rowId, { Moved_To__s: Stage, Stage_Duration_Calendar_Days: days });
  }

  private enter(deal: RecordData, time: string, by: unknown): void {
    const { Stage, Amount, Probability, Expected_Revenue, Closing_Date } = deal;
    const row: RecordData = {
      id: this.ids.next(),
      Potential_Name: this.storeOf("Deals")?.reference(deal.id) ?? null,
      Stage,
      Moved_To__s: null,
      Stage_Duration_Calendar_Days: null,
      Amount,
      Probability,
      Expected_Revenue,
      Closing_Date,
      Modified_By: by,
      Modified_Time: time,
    };
    this.put(row);
    this.byDeal.set(deal.id, [...(this.byDeal.get(deal.id) ?? []), row.id]);
  }

  private change(rowId: string, values: Readonly<Record<string, unknown>>): void {
    const row = this.storeOf("DealHistory")?.get(rowId);
    const isNew = row && Object.entries(values).some(([name, value]) => row[name] !== value);
    if (isNew) this.put({ ...row, ...values });
  }

  private put(row: RecordData): void {
    const history = this.storeOf("DealHistory");
    history?.put(row, this.organization.writeMoment(history));
  }

  private storeOf(apiName: string): ModuleStore | undefined {
    const module = this.organization.schema.get(apiName);
    return module && this.organization.store(module);
  }
}

/** The day of a time where it is written, as milliseconds. */
const dayOf = (time: string): number => Date.parse(time.slice(0, 10));
