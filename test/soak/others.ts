import assert from "node:assert/strict";
import { writeAsOther } from "../../sandbox/crm/records/write/other";
import type { Change } from "../../src/zoho/changes/change";
import type { TestSandbox } from "../support/sandbox";

/** What other users do to the records of a module; `which` picks one of the records that there are for it. */
export type Write =
  | { kind: "insert"; count: number }
  | { kind: "update"; which: number }
  | { kind: "delete"; which: number }
  | { kind: "restore"; which: number };

/** What became of a record that others have touched. */
export interface Fate {
  /** A name of its own for each time it was written. */
  name: string;
  state: "there" | "deleted";
  /** How often it was made, changed or restored. */
  writes: number;
  deletes: number;
  /** Whether its last two deletes were in one second. */
  isGoneAgain: boolean;
  deletedAt: number;
  /** When its last write is there to be seen, in milliseconds since the epoch. */
  visibleAt: number;
}

/** The other users of an organisation: they write, and they know what ought to be known of it. */
export class Others {
  readonly fates = new Map<string, Fate>();
  private names = 0;

  constructor(
    private readonly world: TestSandbox["world"],
    readonly module: string,
    private readonly nameField: string,
    /** Up to so many seconds each write may stay unseen, one longer than another. */
    private readonly jitter = 0,
  ) {}

  write(write: Write): void {
    if (write.kind === "insert") {
      const required: Record<string, unknown> =
        this.module === "Leads" ? { Company: "ABC" } : { Listing_Price: 1 };
      const data = Array.from({ length: write.count }, () => ({
        ...required,
        [this.nameField]: this.nextName(),
      }));
      const results = writeAsOther(this.world.crm, this.module, data);
      results.forEach((result, index) => {
        const name = this.nameOf(data[index] ?? {});
        this.fates.set(String(result.details.id), {
          name,
          state: "there",
          writes: 1,
          deletes: 0,
          isGoneAgain: false,
          deletedAt: Number.NaN,
          visibleAt: this.visibleAt(index),
        });
      });
      return;
    }
    const wanted = write.kind === "restore" ? "deleted" : "there";
    const ids = [...this.fates].filter(([, { state }]) => state === wanted).map(([id]) => id);
    const id = ids[write.which % Math.max(1, ids.length)];
    const fate = id === undefined ? undefined : this.fates.get(id);
    if (id === undefined || !fate) return;
    fate.visibleAt = this.visibleAt(write.which);
    if (write.kind === "delete") {
      fate.state = "deleted";
      fate.deletes += 1;
      const second = Math.floor(this.world.clock.now() / 1000);
      fate.isGoneAgain = fate.deletedAt === second;
      fate.deletedAt = second;
      writeAsOther(this.world.crm, this.module, [{ id, $delete: true }]);
      return;
    }
    fate.state = "there";
    fate.writes += 1;
    if (write.kind === "update") fate.name = this.nextName();
    const data = write.kind === "update" ? { [this.nameField]: fate.name } : { $restore: true };
    writeAsOther(this.world.crm, this.module, [{ id, ...data }]);
  }

  /**
   * Checks what was emitted: of every record its last state, as created the first time and as deleted where
   * it is; and nothing twice, where it is to be exactly once.
   * @throws AssertionError where it does not hold.
   */
  check(emitted: readonly Change[], exactlyOnce: boolean): void {
    for (const { id } of emitted) assert(this.fates.has(id), `${id} was emitted and nobody touched it`);
    for (const [id, fate] of this.fates) {
      const told = emitted.filter((change) => change.id === id);
      const last = told.at(-1);
      assert(last, `${id} (${fate.name}) was never emitted`);
      const isGone = last.change === "deleted";
      // Where the memory of a delete died with its machine, a record that is restored within the second of
      // its last change looks as it did before.
      if (isGone && fate.state === "there" && !exactlyOnce) continue;
      // And one that was told as restored, which nobody remembers, bears no other time when it goes again.
      if (!isGone && fate.isGoneAgain && !exactlyOnce) continue;
      assert.equal(
        isGone ? "deleted" : "there",
        fate.state,
        `${id} (${fate.name}) was last told as ${last.change}`,
      );
      if (!isGone)
        assert.equal(this.nameOf(last.record), fate.name, `the last change of ${id} was not emitted`);
      if (exactlyOnce) this.checkOnce(id, fate, told);
    }
  }

  private checkOnce(id: string, { writes, deletes }: Fate, told: readonly Change[]): void {
    const alive = told.filter(({ change }) => change !== "deleted");
    assert(told.length - alive.length <= deletes, `a delete of ${id} was emitted twice`);
    assert(alive.length <= writes, `${id} was emitted more often than it was written`);
    // A record that was restored is told again with the same name.
    if (deletes > 0) return;
    assert.equal(
      new Set(alive.map(({ record }) => this.nameOf(record))).size,
      alive.length,
      `a change of ${id} was emitted twice`,
    );
    // A record whose old version has gone and whose new one is not there yet may be missed by the poll that
    // would have told it as new.
    if (this.jitter > 0) return;
    const expected = alive.map((_, index) => (index === 0 ? "created" : "updated"));
    assert.deepEqual(
      alive.map(({ change }) => change),
      expected,
      `${id} was told wrongly`,
    );
  }

  /** What Zoho's list shows of these rows now. */
  visible<Row extends { readonly id?: unknown }>(rows: readonly Row[]): Row[] {
    const now = this.world.clock.now();
    return rows.filter(({ id }) => (this.fates.get(String(id))?.visibleAt ?? 0) <= now);
  }

  private visibleAt(salt: number): number {
    const delay = this.jitter === 0 ? 0 : (this.names * 7 + salt * 5) % (this.jitter * 1000 + 1);
    return this.world.clock.now() + delay;
  }

  nameOf = (record: { readonly [key: string]: unknown }): string => String(record[this.nameField]);

  private nextName(): string {
    this.names += 1;
    return `Name ${this.names}`;
  }
}
