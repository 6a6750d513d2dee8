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
  /** What the rows are: the module and the condition that they meet. */
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
  /** Rows that it adds to those before it, when nobody writes meanwhile. */
  readonly adds: number;
  readonly skipped: number;
  readonly answer: Promise<Step>;
}

/**
 * Reads rows to the end by keyset on id, which no number of rows ends. A first page that is not all is
 * followed by the next and a count, and then the others are read several at a time; what was read to its end
 * a short while ago is expected to be as long, and is read so at once, without a count. Each page begins with
 * the last row of the one before; where it does not, because others removed records meanwhile, the rows
 * between them are read by keyset. So every row that is there all the time is returned, once, in order.
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
  /** Rows that there are in all by the count, or were lately; 0 where nobody knows. */
  private expected: number;

  constructor(
    private readonly crm: Crm,
    private readonly walk: IdWalk,
    private readonly ask: KeysetQueries,
  ) {
    this.wanted = walk.maxRecords ?? Number.POSITIVE_INFINITY;
    this.descending = walk.descending ?? false;
    this.last = walk.after;
    const lately = lengthsOf(crm).get(ask.of);
    const isKnown = lately !== undefined && crm.now() < lately.until;
    this.expected = isKnown && lately.rows <= (walk.mostBeyond ?? lately.rows) ? lately.rows : 0;
  }

  async read(): Promise<Walked> {
    const first = this.walk.firstPage ?? pageSize(this.crm);
    try {
      if (this.expected > first) while (this.goesOn() && this.rows.length < this.expected) await this.join();
      else if (this.goesOn()) await this.step(Math.min(first, this.wanted));
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
    if (!this.more)
      lengthsOf(this.crm).set(this.ask.of, { rows: this.rows.length, until: this.crm.now() + LENGTH_MS });
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

  /** Asks for as many pages as may be in flight: those that the count promises, or else the next one. */
  private fill(): void {
    while (this.underway.length < IN_FLIGHT) {
      const pending = this.underway.reduce((sum, { adds }) => sum + adds, 0);
      const overlap = pending > 0 ? 1 : 0;
      const planned = this.rows.length + pending;
      const promised = this.expected - planned;
      if (overlap > 0 && (promised <= 0 || planned >= this.wanted)) return;
      const size = promised > 0 ? cheapest(promised + overlap) : pageSize(this.crm);
      const limit = Math.min(size, pageSize(this.crm), this.wanted - planned + overlap);
      const skipped = pending - overlap;
      const answer = this.ask.rows(this.last, limit, Math.max(0, skipped));
      // It is awaited in its turn, which may be after it failed.
      answer.catch(() => {});
      this.underway.push({ adds: limit - overlap, skipped: Math.max(0, skipped), answer });
    }
  }

  /** Joins the next page to the rows before it. */
  private async take(): Promise<void> {
    const page = this.underway.shift();
    if (!page) return;
    const step = await page.answer;
    if (page.skipped === 0) return this.add(await this.beyondLast(step, page.adds));
    for (let limit = CREDIT_STEPS[0]; !this.touches(step); limit = pageSize(this.crm)) {
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
  private touches({ rows: [first] }: Step): boolean {
    return first !== undefined && (this.last === undefined || !isBeyond(first, this.last, this.descending));
  }
}

/** How many rows a walk had, for as long as another one is expected to have about as many. */
interface Length {
  readonly rows: number;
  readonly until: number;
}

const LENGTH_MS = 3_600_000;
const MOST_LENGTHS = 100;
const lengths = new WeakMap<Cache, Lru<Length>>();

/** The lengths of what was walked lately by a connection. */
function lengthsOf({ cache }: Crm): Lru<Length> {
  const known = lengths.get(cache) ?? new Lru<Length>(MOST_LENGTHS);
  lengths.set(cache, known);
  return known;
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
interface Step {
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

/** Zoho's window of rows in this API version: past it, only a keyset helps. */
const windowOf = (crm: Crm): number => (crm.version >= 7 ? 100_000 : 10_000);

/** How often rows are read again from the beginning because others came or went meanwhile. */
const MAX_RESTARTS = 2;

/**
 * Reads rows by offset, as far as Zoho's window goes. Each page begins with the last row of the one before:
 * where it does not, rows have come or gone meanwhile, and what was read may lack some. Then it is read
 * again, and when that does not help, the log says so.
 */
export async function walkByOffset(
  crm: Crm,
  { start, wanted }: { start: number; wanted: number },
  ask: (limit: number, offset: number) => Promise<Step>,
): Promise<Walked> {
  let rows: JsonObject[] = [];
  for (let restarts = 0; ; ) {
    const overlap = rows.length > 0 ? 1 : 0;
    const offset = start + rows.length - overlap;
    const limit = Math.min(pageSize(crm), wanted - rows.length + overlap, windowOf(crm) - offset);
    if (limit <= overlap) {
      if (rows.length < wanted) crm.log.warn(wallText(crm));
      return { rows, more: true };
    }
    const next = await ask(limit, offset);
    const isWhole = overlap === 0 || isSame(next.rows[0], rows.at(-1));
    if (!isWhole && restarts < MAX_RESTARTS) {
      restarts += 1;
      rows = [];
      continue;
    }
    if (!isWhole) crm.log.warn(shiftText(rows.length));
    const known = new Set(rows.slice(-pageSize(crm)).flatMap((row) => textAt(row, "id") ?? []));
    const fresh = isWhole
      ? next.rows.slice(overlap)
      : next.rows.filter((row) => !known.has(textAt(row, "id") ?? ""));
    rows.push(...fresh);
    if (!next.more) return { rows, more: false };
    if (fresh.length === 0) return { rows, more: true };
    const stopped = crm.stoppedEarly();
    if (stopped) return { rows, more: true, stopped };
    reportProgress(crm, rows.length);
  }
}

const wallText = (crm: Crm): string =>
  `Zoho ends a sorted, grouped or limited query at ${windowOf(crm)} rows. What was read is returned.`;
const shiftText = (rows: number): string =>
  `Records were added or removed while the query was read by pages, so that some near row ${rows} may be missing. Without an order of its own it is read by id, which misses none.`;

/** The same row, by its id, or without ids by all it holds. */
function isSame(one: JsonObject | undefined, other: JsonObject | undefined): boolean {
  const [left, right] = [textAt(one, "id"), textAt(other, "id")];
  if (left !== undefined && right !== undefined) return left === right;
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Says now and then how far a long read has come. */
function reportProgress(crm: Crm, rows: number): void {
  if (rows % 20_000 < pageSize(crm)) crm.log.info(`${rows} rows read so far.`);
}
