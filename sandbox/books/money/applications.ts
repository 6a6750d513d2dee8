import { type Decimal, sum } from "./decimal";

/** Money of a payment or a credit that was set against an invoice or a bill. */
export interface Application {
  id: string;
  /** The record the money comes from: its type's path and its id. */
  source: { path: string; id: string };
  /** The record that is paid by it. */
  target: { path: string; id: string };
  amount: Decimal;
  /** The day it was applied, `yyyy-mm-dd`. */
  date: string;
}

/**
 * All that was applied in an organisation. Every balance and every status of a paid record follows from it.
 */
export class Applications {
  private readonly all = new Map<string, Application>();
  private readonly bySource = new Map<string, Set<Application>>();
  private readonly byTarget = new Map<string, Set<Application>>();

  constructor(private readonly nextId: () => string) {}

  add(application: Omit<Application, "id">): Application {
    const added = { ...application, id: this.nextId() };
    this.all.set(added.id, added);
    enter(this.bySource, added.source.id, added);
    enter(this.byTarget, added.target.id, added);
    return added;
  }

  remove(application: Application): void {
    this.all.delete(application.id);
    this.bySource.get(application.source.id)?.delete(application);
    this.byTarget.get(application.target.id)?.delete(application);
  }

  get(id: string): Application | undefined {
    return this.all.get(id);
  }

  /** What was taken from a record. */
  from(id: string): Application[] {
    return [...(this.bySource.get(id) ?? [])];
  }

  /** What was set against a record. */
  to(id: string): Application[] {
    return [...(this.byTarget.get(id) ?? [])];
  }
}

export const totalOf = (applications: readonly Application[]): Decimal =>
  sum(applications.map(({ amount }) => amount));

function enter(index: Map<string, Set<Application>>, key: string, application: Application): void {
  const known = index.get(key);
  if (known) known.add(application);
  else index.set(key, new Set([application]));
}
