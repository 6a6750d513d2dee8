import { isObject, type JsonObject } from "../../src/zoho/core/json";
import { type Hostile, json, type Received, startHostile } from "./zoho";

interface Stored {
  readonly id: string;
  readonly name: string;
  /** Seconds since the epoch, by the clock of the records. */
  readonly created: number;
  readonly time: number;
  /** When it shows, by the time that passes. */
  readonly shownAt: number;
}

interface Deleted {
  readonly id: string;
  readonly time: number;
  readonly shownAt: number;
}

const START = 1_790_000_000;
const text = (seconds: number): string => `${new Date(seconds * 1000).toISOString().slice(0, 19)}+00:00`;
const secondsOf = (time: string): number => Math.floor(Date.parse(time) / 1000);

/**
 * The contacts of a Zoho whose clocks, order and lag a test scripts: as queries and the list of deleted
 * records of CRM show them, and as a list of Books does.
 */
export class FeedServer {
  /**
   * How far the clock of the records is from the time that passes, and the `Date` of answers from that clock,
   * in seconds.
   */
  offset = 0;
  dateSkew = 0;
  /** How much farther the `Date` of every second answer is. */
  apart = 0;
  /** How late a change shows, in seconds. */
  lag = 0;
  /** Whether rows of equal times stand in another order at each answer. */
  isMoving = false;
  sort: "taken" | "refused" | "ignored" = "taken";
  private passed = START;
  private answers = 0;
  private nextId = 1_000_000_001;
  private rows = new Map<string, Stored[]>();
  private deletes: Deleted[] = [];

  private constructor(private readonly server: Hostile) {}

  static async start(): Promise<FeedServer> {
    const server = await startHostile();
    return new FeedServer(server);
  }

  get url(): string {
    return this.server.url;
  }

  close(): Promise<void> {
    return this.server.close();
  }

  /** Forgets everything, for another schedule. */
  reset(): void {
    Object.assign(this, { offset: 0, dateSkew: 0, apart: 0, lag: 0, isMoving: false, sort: "taken" });
    Object.assign(this, { passed: START, answers: 0, rows: new Map(), deletes: [] });
    this.server.respond((request, response) => {
      const { status = 200, body } = this.answer(request);
      const apart = this.answers++ % 2 === 0 ? 0 : this.apart;
      const date = new Date((this.clock + this.dateSkew + apart) * 1000).toUTCString();
      json(response, status, body, { date });
    });
  }

  /** The clock of the records. */
  get clock(): number {
    return this.passed + this.offset;
  }

  pass(seconds: number): void {
    this.passed += seconds;
  }

  /** Writes a record, at a time ahead of the clock where that is said. */
  write(name: string, id = String(this.nextId++), ahead = 0): string {
    const versions = this.rows.get(id) ?? [];
    const time = this.clock + ahead;
    const created = versions[0]?.created ?? time;
    this.rows.set(id, [...versions, { id, name, created, time, shownAt: this.passed + this.lag }]);
    return id;
  }

  remove(id: string): void {
    this.rows.delete(id);
    this.deletes.unshift({ id, time: this.clock, shownAt: this.passed + this.lag });
  }

  /** The records as they show at present, each in its newest version that does. */
  private shown(): Stored[] {
    return [...this.rows.values()].flatMap(
      (versions) => versions.filter(({ shownAt }) => shownAt <= this.passed).at(-1) ?? [],
    );
  }

  private answer({ url, body, headers }: Received): { status?: number; body: unknown } {
    const { pathname, searchParams } = new URL(url, "http://zoho.example");
    if (pathname.endsWith("/coql"))
      return this.query(String(isObject(JSON.parse(body)) && JSON.parse(body).select_query));
    if (pathname.endsWith("/deleted"))
      return this.deleted(searchParams, String(headers["if-modified-since"] ?? ""));
    return this.list(searchParams);
  }

  private query(query: string): { body: JsonObject } {
    const since = / Modified_Time >= '([^']+)'|\(Modified_Time >= '([^']+)'/.exec(query);
    const until = /Modified_Time <= '([^']+)'/.exec(query)?.[1];
    const at = /Modified_Time = '([^']+)'/.exec(query)?.[1];
    const behind = /id > '?(\d+)/.exec(query)?.[1];
    const ids = /id in \(([^)]*)\)/.exec(query)?.[1]?.match(/\d+/g);
    const from = since?.[1] ?? since?.[2];
    const limit = Number(/limit (\d+)/.exec(query)?.[1]);
    const found = this.shown().filter(
      ({ id, time }) =>
        (from === undefined || time >= secondsOf(from)) &&
        (until === undefined || time <= secondsOf(until)) &&
        (at === undefined || time === secondsOf(at)) &&
        (behind === undefined || BigInt(id) > BigInt(behind)) &&
        (!ids || ids.includes(id)),
    );
    const up = /Modified_Time desc/.test(query) ? -1 : 1;
    found.sort((left, right) => up * (left.time - right.time || Number(BigInt(left.id) - BigInt(right.id))));
    const data = found.slice(0, limit).map(({ id, name, created, time }) => ({
      id,
      Last_Name: name,
      Created_Time: text(created),
      Modified_Time: text(time),
    }));
    return { body: { data, info: { count: data.length, more_records: found.length > limit } } };
  }

  private deleted(query: URLSearchParams, since: string): { body: JsonObject } {
    const from = since === "" ? 0 : secondsOf(since);
    const found = this.deletes.filter(({ time, shownAt }) => time > from && shownAt <= this.passed);
    const { rows, more } = paged(found, query);
    const data = rows.map(({ id, time }) => ({ id, deleted_time: text(time), type: "recycle" }));
    return { body: { data, info: { more_records: more } } };
  }

  private list(query: URLSearchParams): { status?: number; body: JsonObject } {
    const asked = query.get("sort_column");
    if (asked && this.sort === "refused")
      return { status: 400, body: { code: 2, message: "Invalid value passed for sort_column" } };
    const isByTime = asked !== null && this.sort === "taken";
    const found = this.shown().sort((left, right) =>
      isByTime ? right.time - left.time : right.created - left.created,
    );
    const ordered = this.isMoving ? moved(found, isByTime, this.answers) : found;
    const { rows, more } = paged(ordered, query);
    const contacts = rows.map(({ id, name, created, time }) => ({
      contact_id: id,
      contact_name: name,
      created_time: text(created).replace("+00:00", "+0000"),
      last_modified_time: text(time).replace("+00:00", "+0000"),
    }));
    return { body: { code: 0, message: "success", contacts, page_context: { has_more_page: more } } };
  }
}

function paged<T>(rows: readonly T[], query: URLSearchParams): { rows: T[]; more: boolean } {
  const [page, size] = [Number(query.get("page") ?? 1), Number(query.get("per_page") ?? 200)];
  return { rows: rows.slice((page - 1) * size, page * size), more: rows.length > page * size };
}

/** Rows of equal times in another order each time. */
function moved(rows: readonly Stored[], isByTime: boolean, by: number): Stored[] {
  const timeOf = ({ time, created }: Stored) => (isByTime ? time : created);
  const ties = new Map<number, Stored[]>();
  for (const row of rows) {
    const tie = ties.get(timeOf(row));
    if (tie) tie.push(row);
    else ties.set(timeOf(row), [row]);
  }
  return [...ties.values()].flatMap((tie) => {
    const from = (by * 7) % tie.length;
    return [...tie.slice(from), ...tie.slice(0, from)];
  });
}
