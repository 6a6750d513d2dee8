import { type Cache, Lru } from "../../core/cache";
import { type JsonObject, textAt } from "../../core/json";
import type { Crm } from "../crm";

/** Pages in flight at once, within the organization's own limit. */
const IN_FLIGHT = 5;
/** Rows up to which a query costs one credit, and two. */
const CREDIT_STEPS = [200, 1000];

export interface IdWalk {
  readonly descending?: boolean;
  /** Only what comes after this id. */
  readonly after?: string;
  readonly maxRecords?: number;
  /** Rows of the first query: few, where a small module is to be read for one credit. */
  readonly firstPage?: number;
  /**
   * Ends the walk after its first page where more rows than these are beyond it, for then another way is
   * cheaper.
   */
  readonly mostBeyond?: number;
}

/** How a walk asks Zoho. */
interface KeysetQueries {
  /** What the rows are, and in which order: the module and the condition that they meet. */
  readonly of: string;
  /**
   * Rows in the order of the walk: at most `limit` of those beyond an id, without the `skipped` first of
   * them.
   */
  readonly rows: (after: string | undefined, limit: number, skipped: number) => Promise<Step>;
  /** How many rows are beyond an id; undefined where Zoho does not count them. */
  readonly count: (after: string | undefined) => Promise<number | undefined>;
}

interface Page {
  /** The row that it begins behind, and how many others behind that it leaves out. */
  readonly after: string | undefined;
  readonly skipped: number;
  /** Rows that it adds to those before it, when nobody writes meanwhile. */
  readonly adds: number;
  readonly answer: Promise<Step>;
}

/**
 * Reads rows to the end by keyset on id, which no number of rows ends. A first page that is not all is
 * followed by the next and a count, and then the others are read several at a time. Each begins with the last
 * row of the one before. What was read to its end within the hour is read at once, by the rows at which its
 * pages began. Where pages do not meet, because others wrote meanwhile, the rows between them are read by
 * keyset. So every row that is there all the time is returned, once, in order.
 * @returns the rows, and whether Zoho has more. An answer that brings nothing new ends the walk, whatever it
 * says of more.
 */
export function walkById(crm: Crm, walk: IdWalk, ask: KeysetQueries): Promise<Walked> {
  return new Walk(crm, walk, ask).read();
}

class Walk {
  private readonly rows: JsonObject[] = [];
  private readonly underway: Page[] = [];
  private readonly wanted: number;
  private readonly descending: boolean;
  private last: string | undefined;
  /** Whether Zoho said that there are rows beyond the last one. */
  private more = true;
  private isStuck = false;
  private stopped: string | undefined;
  /** Rows that there are in all by the count; 0 where nobody counted. */
  private expected = 0;
  /** Pages whose beginnings are known, as far as they are not asked for yet. */
  private readonly planned: KnownPage[];

  constructor(
    private readonly crm: Crm,
    private readonly walk: IdWalk,
    private readonly ask: KeysetQueries,
  ) {
    this.wanted = walk.maxRecords ?? Number.POSITIVE_INFINITY;
    this.descending = walk.descending ?? false;
    this.last = walk.after;
    this.planned = knownPages(crm, walk, ask.of);
  }

  async read(): Promise<Walked> {
    const first = this.walk.firstPage ?? pageSize(this.crm);
    try {
      if (this.planned.length === 0 && this.goesOn()) await this.step(Math.min(first, this.wanted));
      while (this.goesOn() && this.planned.length + this.underway.length > 0) await this.join();
      if (this.goesOn()) {
        const counting = this.ask.count(this.last);
        // The next page is needed whatever the count says, unless it may say that another way is cheaper.
        if (this.walk.mostBeyond === undefined) this.fill();
        const beyond = (await counting) ?? 0;
        this.expected = this.rows.length + beyond;
        if (beyond > (this.walk.mostBeyond ?? Number.POSITIVE_INFINITY))
          return { rows: this.rows, more: true, beyond };
      }
      while (this.goesOn()) await this.join();
    } finally {
      await Promise.allSettled(this.underway.map(({ answer }) => answer));
    }
    const { stopped } = this;
    if (!this.more) keep(this.crm, this.ask.of, this.rows);
    const isCut = this.rows.length > this.wanted;
    return { rows: isCut ? this.rows.slice(0, this.wanted) : this.rows, more: this.more || isCut, stopped };
  }

  private goesOn(): boolean {
    return this.more && !this.isStuck && !this.stopped && this.rows.length < this.wanted;
  }

  private async join(): Promise<void> {
    this.fill();
    await this.take();
    reportProgress(this.crm, this.rows.length);
  }

  /**
   * Asks for as many pages as may be in flight: those whose beginning is known, those that the count
   * promises, or else the next one.
   */
  private fill(): void {
    while (this.underway.length < IN_FLIGHT) {
      const next = this.planned.shift();
      if (next) {
        this.request({ ...next, skipped: 0 }, next.adds);
        continue;
      }
      const pending = this.underway.reduce((sum, { adds }) => sum + adds, 0);
      const overlap = pending > 0 ? 1 : 0;
      const planned = this.rows.length + pending;
      const promised = this.expected - planned;
      if (overlap > 0 && (promised <= 0 || planned >= this.wanted)) return;
      const size = promised > 0 ? cheapest(promised + overlap) : pageSize(this.crm);
      const limit = Math.min(size, pageSize(this.crm), this.wanted - planned + overlap);
      this.request({ after: this.last, skipped: pending - overlap, adds: limit - overlap }, limit);
    }
  }

  private request(page: Omit<Page, "answer">, limit: number): void {
    const answer = this.ask.rows(page.after, limit, page.skipped);
    // It is awaited in its turn, which may be after it failed.
    answer.catch(() => {});
    this.underway.push({ ...page, answer });
  }

  /** Joins the next page to the rows before it. */
  private async take(): Promise<void> {
    const page = this.underway.shift();
    if (!page) return;
    const step = await page.answer;
    if (page.skipped === 0 && page.after === this.last)
      return this.add(await this.beyondLast(step, page.adds));
    for (let limit = CREDIT_STEPS[0]; !this.touches(page, step); limit = pageSize(this.crm)) {
      await this.step(Math.min(limit ?? pageSize(this.crm), pageSize(this.crm)));
      if (!this.goesOn()) return;
    }
    if (this.freshOf(step).length > 0) this.add(step);
  }

  /** Reads the rows beyond the last one. */
  private async step(limit: number): Promise<void> {
    this.add(await this.beyondLast(await this.ask.rows(this.last, limit, 0), limit));
  }

  /** Zoho said that there are more: an empty answer then is asked for once more before it is believed. */
  private beyondLast(step: Step, limit: number): Promise<Step> | Step {
    return step.rows.length === 0 && this.rows.length > 0 ? this.ask.rows(this.last, limit, 0) : step;
  }

  private add(step: Step): void {
    const fresh = this.freshOf(step);
    for (const row of fresh) this.rows.push(row);
    this.more = step.more;
    if (!step.more) return;
    this.stopped ??= this.crm.stoppedEarly();
    const last = textAt(fresh.at(-1), "id");
    if (last !== undefined) this.last = last;
    else {
      this.isStuck = true;
      this.crm.log.warn("Zoho says that there are more rows, and shows none of them.");
    }
  }

  private freshOf({ rows }: Step): readonly JsonObject[] {
    const { last } = this;
    return last === undefined ? rows : rows.filter((row) => isBeyond(row, last, this.descending));
  }

  /** Whether no row can be between the last one and this page. */
  private touches({ after, skipped }: Page, { rows: [first] }: Step): boolean {
    const begins = skipped === 0 ? { id: after } : first;
    return begins !== undefined && (this.last === undefined || !isBeyond(begins, this.last, this.descending));
  }
}

/** How many rows a walk had, and the last row of each of its pages but the last one. */
interface KnownWalk {
  readonly rows: number;
  readonly bounds: readonly string[];
  readonly until: number;
}

const KNOWN_MS = 3_600_000;
const MOST_KNOWN = 100;
const known = new WeakMap<Cache, Lru<KnownWalk>>();

/** What a connection has walked through lately. */
function walksOf({ cache }: Crm): Lru<KnownWalk> {
  const walks = known.get(cache) ?? new Lru<KnownWalk>(MOST_KNOWN);
  known.set(cache, walks);
  return walks;
}

function keep(crm: Crm, of: string, rows: readonly JsonObject[]): void {
  const size = pageSize(crm);
  const ends = rows.filter((_, at) => (at + 1) % size === 0 && at + 1 < rows.length);
  const bounds = ends.map((row) => textAt(row, "id") ?? "");
  walksOf(crm).set(of, { rows: rows.length, bounds, until: crm.now() + KNOWN_MS });
}

type KnownPage = Pick<Page, "after" | "adds">;

/** The pages of a walk that had several a short while ago, where all of them are wanted. */
function knownPages(crm: Crm, { after, maxRecords, mostBeyond }: IdWalk, of: string): KnownPage[] {
  const before = walksOf(crm).get(of);
  if (!before || before.bounds.length === 0 || crm.now() >= before.until) return [];
  if (before.rows > Math.min(maxRecords ?? before.rows, mostBeyond ?? before.rows)) return [];
  const size = pageSize(crm);
  return [after, ...before.bounds].map((last, page) => ({
    after: last,
    adds: Math.min(cheapest(before.rows - page * size), size),
  }));
}

/** The most rows for the credits that so many cost, so that some that were added meanwhile come along. */
const cheapest = (rows: number): number =>
  CREDIT_STEPS.find((most) => rows <= most) ?? Number.POSITIVE_INFINITY;

function isBeyond(row: JsonObject, last: string, descending: boolean): boolean {
  const id = textAt(row, "id") ?? "";
  if (!/^\d+$/.test(id) || !/^\d+$/.test(last)) return false;
  return descending ? isHigher(last, id) : isHigher(id, last);
}

/** Ids are whole numbers without leading zeros: the longer one is higher. */
const isHigher = (id: string, other: string): boolean =>
  id.length === other.length ? id > other : id.length > other.length;

/** Rows of one step of a walk, and whether Zoho says that there are more. */
export interface Step {
  readonly rows: readonly JsonObject[];
  readonly more: boolean;
}

export interface Walked {
  readonly rows: JsonObject[];
  readonly more: boolean;
  /** Why it ended before Zoho did, where credits are left to others. */
  readonly stopped?: string;
  /** How many rows are beyond these, where a walk ended for their number. */
  readonly beyond?: number;
}

/** The most rows that one query returns in this API version. */
export const pageSize = (crm: Crm): number => (crm.version >= 4 ? 2000 : 200);

/** Says now and then how far a long read has come. */
export function reportProgress(crm: Crm, rows: number): void {
  if (rows % 20_000 < pageSize(crm)) crm.log.info(`${rows} rows read so far.`);
}
