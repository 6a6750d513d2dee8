import type { TestSandbox } from "../support/sandbox";

/** What other users do to the records of a module; `which` picks one of the records that there are for it. */
export type Write =
  | { kind: "insert"; count: number }
  | { kind: "update"; which: number }
  | { kind: "delete"; which: number }
  | { kind: "restore"; which: number };

/** What became of a record that others have touched. */
export interface Fate {
  /** How often it was written: each time its name says so. */
  name: string;
  state: "there" | "deleted";
  /** Whether it was made here. */
  isOurs: boolean;
  /** Whether it was ever deleted. */
  wasDeleted: boolean;
}

/** The other users of an organisation: they write, and they know what ought to be known of it. */
export class Others {
  readonly fates = new Map<string, Fate>();
  private names = 0;

  constructor(
    private readonly world: TestSandbox["world"],
    readonly module: string,
    private readonly nameField: string,
  ) {}

  write(write: Write): void {
    if (write.kind === "insert") {
      const data = Array.from({ length: write.count }, () => ({ [this.nameField]: this.nextName() }));
      const results = this.world.crm.writeAsOther(this.module, data);
      results.forEach((result, index) => {
        const id = String(result.details.id);
        this.fates.set(id, {
          name: data[index]?.[this.nameField] ?? "",
          state: "there",
          isOurs: true,
          wasDeleted: false,
        });
      });
      return;
    }
    const wanted = write.kind === "restore" ? "deleted" : "there";
    const ids = [...this.fates].filter(([, { state }]) => state === wanted).map(([id]) => id);
    const id = ids[write.which % Math.max(1, ids.length)];
    const fate = id === undefined ? undefined : this.fates.get(id);
    if (id === undefined || !fate) return;
    if (write.kind === "update") {
      fate.name = this.nextName();
      this.world.crm.writeAsOther(this.module, [{ id, [this.nameField]: fate.name }]);
    } else if (write.kind === "delete") {
      Object.assign(fate, { state: "deleted", wasDeleted: true });
      this.world.crm.writeAsOther(this.module, [{ id, $delete: true }]);
    } else {
      fate.state = "there";
      this.world.crm.writeAsOther(this.module, [{ id, $restore: true }]);
    }
  }

  nameOf = (record: { readonly [key: string]: unknown }): string => String(record[this.nameField]);

  private nextName(): string {
    this.names += 1;
    return `Name ${this.names}`;
  }
}
