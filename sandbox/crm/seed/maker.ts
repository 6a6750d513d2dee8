import type { Random } from "../../core/random";
import type { Module, Reference } from "../metadata/types";
import type { CrmOrganization } from "../organization";
import type { User } from "../people/staff";
import { type RecordDraft, withFormulas, withNumbers } from "../records/write/computed";

/**
 * The `index`-th record of a module. It begins with a copy of `base`, which has what the system keeps: an
 * object that is copied first and then added to is quick to make.
 */
export type Recipe = (base: RecordDraft, index: number, make: Maker) => RecordDraft;

const secondMs = 1000;
/** Seeded records were made in 2024, evenly spread, so that they are older than any clock. */
const from = Date.UTC(2024, 1, 1);
const until = Date.UTC(2024, 11, 20);
const maxEditSeconds = 8 * 24 * 60 * 60;

/** Makes the records of an organisation by recipes, straight into its stores: the same for the same seed. */
export class Maker {
  readonly random: Random;
  private readonly users: readonly [User, ...User[]];

  constructor(readonly organization: CrmOrganization) {
    this.random = organization.random;
    const [first, ...others] = organization.staff.users;
    this.users = [first, ...others.filter(({ status }) => status === "active")];
  }

  /** Makes `count` records of a module. */
  fill(module: Module, count: number, recipe: Recipe): void {
    const { organization } = this;
    const store = organization.store(module);
    const [layout] = module.layouts;
    const layoutReference = { name: layout.name, id: layout.id };
    const step = Math.floor((until - from) / secondMs / Math.max(count, 1));
    for (let index = 0; index < count; index += 1) {
      const created = from + index * step * secondMs;
      const owner = this.random.pick(this.users).asOwner;
      const base: RecordDraft = {
        id: organization.ids.next(),
        Owner: owner,
        Created_By: owner,
        Created_Time: organization.timeText(created),
        Modified_By: owner,
        Modified_Time: organization.timeText(created + this.random.below(maxEditSeconds) * secondMs),
        Layout: layoutReference,
        Record_Status__s: "Available",
      };
      const draft = withNumbers(organization, module, recipe(base, index, this));
      store.put(withFormulas(module, draft));
    }
  }

  /** A lookup to some record of a module; null when it has none. */
  some(apiName: string): Reference | null {
    const module = this.organization.schema.get(apiName);
    if (!module) return null;
    const store = this.organization.store(module);
    const record = store.byId()[this.random.below(store.size)];
    return (record && store.reference(record.id)) ?? null;
  }

  /** A value in so many of ten cases, otherwise null. */
  often<T>(cases: number, value: T): T | null {
    return this.random.below(10) < cases ? value : null;
  }

  /** A date of 2025. */
  date(): string {
    return new Date(Date.UTC(2025, 0, 1 + this.random.below(365))).toISOString().slice(0, 10);
  }

  /** A moment of 2025, on the hour. */
  moment(): number {
    return Date.UTC(2025, 0, 1, this.random.below(365 * 24));
  }

  number(prefix: string, index: number): string {
    return `${prefix}${String(index + 1).padStart(5, "0")}`;
  }
}
