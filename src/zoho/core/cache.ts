/** A map that keeps what was used last: beyond its size, what was not used for the longest time goes. */
export class Lru<T> {
  private readonly entries = new Map<string, T>();

  constructor(private readonly size: number) {}

  get(key: string): T | undefined {
    const value = this.entries.get(key);
    if (value !== undefined) this.set(key, value);
    return value;
  }

  set(key: string, value: T): void {
    this.entries.delete(key);
    this.entries.set(key, value);
    const [oldest] = this.entries.keys();
    if (oldest !== undefined && this.entries.size > this.size) this.entries.delete(oldest);
  }

  delete(key: string): void {
    this.entries.delete(key);
  }
}

interface Entry {
  readonly value: Promise<unknown>;
  readonly until: number;
}

const MAX_ENTRIES = 200;

/**
 * Answers that stay true for a while. One per connection, so that nothing is ever mixed between two; bounded.
 */
export class Cache {
  private readonly entries = new Lru<Entry>(MAX_ENTRIES);

  /**
   * What is kept under the key, or what `load` brings; callers at the same time share one load, and a failed
   * one is not kept. The value is frozen to its depths, for all callers hold the same one.
   */
  async get<T>(key: string, lifetimeMs: number, now: number, load: () => Promise<T>): Promise<T> {
    const kept = this.entries.get(key);
    if (kept && now < kept.until) return (await kept.value) as T;
    const value = load().then(frozen);
    const entry = { value, until: now + lifetimeMs };
    this.entries.set(key, entry);
    try {
      return await value;
    } catch (error) {
      if (this.entries.get(key) === entry) this.entries.delete(key);
      throw error;
    }
  }

  /** Forgets what an answer of Zoho's has shown to be outdated. */
  forget(key: string): void {
    this.entries.delete(key);
  }
}

function frozen<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  for (const item of Object.values(value)) frozen(item);
  return Object.freeze(value);
}
