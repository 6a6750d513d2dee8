interface Entry {
  readonly value: Promise<unknown>;
  readonly until: number;
}

const MAX_ENTRIES = 200;

/** Answers that stay true for a while. One per connection, so that nothing is ever mixed between two; bounded, oldest out first. */
export class Cache {
  private readonly entries = new Map<string, Entry>();

  /** What is kept under the key, or what `load` brings; callers at the same time share one load, and a failed one is not kept. */
  async get<T>(key: string, lifetimeMs: number, now: number, load: () => Promise<T>): Promise<T> {
    const kept = this.entries.get(key);
    if (kept && now < kept.until) return (await kept.value) as T;
    const value = load();
    this.entries.delete(key);
    this.entries.set(key, { value, until: now + lifetimeMs });
    const [oldest] = this.entries.keys();
    if (oldest !== undefined && this.entries.size > MAX_ENTRIES) this.entries.delete(oldest);
    try {
      return await value;
    } catch (error) {
      this.entries.delete(key);
      throw error;
    }
  }

  /** Forgets what an answer of Zoho's has shown to be outdated. */
  forget(key: string): void {
    this.entries.delete(key);
  }
}
