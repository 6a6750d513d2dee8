import fc from "fast-check";
import type { RecordData } from "../metadata/types";
import { ModuleStore } from "./moduleStore";
import { compareByModifiedTime } from "./sorted";

type Step =
  | { kind: "put"; id: number; time: number; email: string }
  | { kind: "remove"; id: number }
  | { kind: "wait"; seconds: number };

const step = fc.oneof(
  fc.record({
    kind: fc.constant("put" as const),
    id: fc.integer({ min: 1, max: 12 }),
    time: fc.integer({ min: 10, max: 14 }),
    email: fc.constantFrom("a", "A", "b", ""),
  }),
  fc.record({ kind: fc.constant("remove" as const), id: fc.integer({ min: 1, max: 12 }) }),
  fc.record({ kind: fc.constant("wait" as const), seconds: fc.integer({ min: 1, max: 3 }) }),
);

const idOf = (id: number) => `57257670000000000${String(id).padStart(2, "0")}`;

/** What is true of a store: a map by id, and what it was at each moment. */
class Model {
  now = 0;
  private readonly records = new Map<string, RecordData>();
  private readonly history: { at: number; records: RecordData[] }[] = [{ at: -1, records: [] }];

  take(current: Step, store: ModuleStore): void {
    if (current.kind === "wait") {
      this.now += current.seconds;
      return;
    }
    const id = idOf(current.id);
    if (current.kind === "put") {
      const record = { id, Modified_Time: `2024-01-01T00:00:${current.time}+05:30`, Email: current.email };
      this.records.set(id, record);
      store.put(record, this.now);
    } else {
      this.records.delete(id);
      store.remove(id, this.now);
    }
    this.history.push({ at: this.now, records: this.sorted() });
  }

  sorted(): RecordData[] {
    return [...this.records.values()].sort((left, right) => (left.id < right.id ? -1 : 1));
  }

  asOf(since: number): RecordData[] {
    return this.history.findLast(({ at }) => at <= since)?.records ?? [];
  }
}

describe("the store of a module", () => {
  const steps = fc.array(step, { maxLength: 40 });
  const run = (taken: readonly Step[], afterEach: (store: ModuleStore, model: Model) => void) => {
    const store = new ModuleStore(({ Email }) => String(Email));
    const model = new Model();
    for (const each of taken) {
      model.take(each, store);
      afterEach(store, model);
    }
  };

  it("has its records by id and by time, whatever was done to it", () => {
    fc.assert(
      fc.property(steps, (taken) =>
        run(taken, (store, model) => {
          const expected = model.sorted();
          expect(store.byId()).toEqual(expected);
          expect(store.byModifiedTime()).toEqual([...expected].sort(compareByModifiedTime));
          for (const record of expected) expect(store.get(record.id)).toBe(record);
        }),
      ),
    );
  });

  it("finds records by a value, regardless of case", () => {
    fc.assert(
      fc.property(steps, (taken) =>
        run(taken, (store, model) => {
          const having = (value: string) =>
            model.sorted().filter(({ Email }) => String(Email).toLowerCase() === value);
          expect([...store.find("Email", "A")].sort()).toEqual(having("a").map(({ id }) => id));
          expect([...store.find("Email", "b")].sort()).toEqual(having("b").map(({ id }) => id));
          expect([...store.find("Email", "")]).toEqual([]);
        }),
      ),
    );
  });

  it("remembers what it was", () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: 0, max: 6 }), (taken, lag) =>
        run(taken, (store, model) => {
          const past = store.seenUntil(model.now - lag);
          const expected = model.asOf(model.now - lag);
          expect([...past.byId()]).toEqual(expected);
          expect([...past.byModifiedTime()]).toEqual([...expected].sort(compareByModifiedTime));
          for (let id = 1; id <= 12; id += 1) {
            expect(past.get(idOf(id))).toEqual(expected.find((record) => record.id === idOf(id)));
          }
        }),
      ),
    );
  });

  it("keeps the names in references", () => {
    const store = new ModuleStore(({ Email }) => String(Email));
    store.put({ id: idOf(1), Email: "a" });
    const reference = store.reference(idOf(1));
    store.put({ id: idOf(1), Email: "b" });
    expect(reference).toEqual({ id: idOf(1), name: "b" });
    expect(store.reference(idOf(1))).toBe(reference);
    expect(store.reference(idOf(2))).toBeUndefined();
    store.remove(idOf(1));
    expect(store.reference(idOf(1))).toBeUndefined();
  });
});
