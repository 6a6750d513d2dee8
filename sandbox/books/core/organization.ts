import type { Behaviours } from "../../behaviours";
import type { Clock } from "../../core/clock";
import { Deliveries } from "../../core/deliveries";
import { Applications } from "../money/applications";
import { Collection } from "./collection";
import { booksTime } from "./dates";
import { Sequences } from "./sequences";
import { type CustomField, type Draft, objectsOf, type Row, textOf } from "./values";

/** An email that Books would have sent. */
export interface Mail {
  time: string;
  /** The record type and id it is about. */
  path: string;
  id: string;
  to: readonly string[];
  subject: string;
  body: string;
  attachments: readonly string[];
}

/** A file that was attached to a record. */
export interface StoredFile {
  id: string;
  name: string;
  contentType: string;
  data: Buffer;
  canSendInMail: boolean;
}

/** Minutes that an organisation's time zone is ahead of UTC: Asia/Calcutta, which has no summer time. */
export const offsetMinutes = 330;

/** One organisation of Zoho Books and all it has on record. */
export class BooksOrganization {
  readonly applications: Applications;
  readonly mails: Mail[] = [];
  /** The calls of webhooks. */
  readonly deliveries = new Deliveries();
  readonly customFields = new Map<string, readonly CustomField[]>();
  /** What the accounts began with, once that was told. */
  openingBalance: Draft | undefined;
  private readonly collections = new Map<string, Collection>();
  private readonly files = new Map<string, StoredFile[]>();
  private readonly sequences = new Sequences();
  /** The moment that records are dated by while an organisation is being filled. */
  private moment: number | undefined;

  constructor(
    readonly clock: Clock,
    /** How the sandbox plays what nobody knows for certain. */
    readonly behaviours: Behaviours,
    /** The organisation's own record, as `GET /organizations` tells it. */
    public details: Row,
    private readonly idPrefix: string,
  ) {
    this.applications = new Applications(() => this.nextId());
  }

  get id(): string {
    return textOf(this.details.organization_id);
  }

  /** Decimals of an amount of money. */
  get precision(): number {
    return Number(this.details.price_precision ?? 2);
  }

  /** Makes room for the records of a type. */
  define(path: string, idField: string): void {
    this.collections.set(path, new Collection(idField));
  }

  /** The records of a type by its path. */
  records(path: string): Collection {
    const collection = this.collections.get(path);
    if (!collection) throw new Error(`No record type stands at ${path}.`);
    return collection;
  }

  /** Calls the URL of a webhook, with its headers. */
  callWebhook(id: string, body: object): void {
    const { url, headers } = this.records("settings/webhooks").get(id) ?? {};
    const sent = objectsOf(headers).map((each) => [textOf(each.param_name), textOf(each.param_value)]);
    const number = this.deliveries.next();
    this.deliveries.add({ number, url: textOf(url), headers: Object.fromEntries(sent), body });
  }

  /** An id that no record of this or another organisation has: digits, as text, that only ever grow. */
  nextId(): string {
    return `${this.idPrefix}${this.sequences.next("id").toString().padStart(10, "0")}`;
  }

  nextNumber(series: string): number {
    return this.sequences.next(series);
  }

  /** The files attached to a record, under one of its headings: `attachment` or `receipt`. */
  filesOf(id: string, heading: string): StoredFile[] {
    const key = `${id}/${heading}`;
    const known = this.files.get(key);
    if (known) return known;
    const files: StoredFile[] = [];
    this.files.set(key, files);
    return files;
  }

  /** Now, as Books writes times. */
  now(): string {
    return booksTime(this.moment ?? this.clock.now(), offsetMinutes);
  }

  /** Does something as of a moment in the past, in milliseconds since the epoch. */
  asOf<T>(moment: number, action: () => T): T {
    this.moment = moment;
    try {
      return action();
    } finally {
      this.moment = undefined;
    }
  }

  /** Today where the organisation is. */
  today(): string {
    return this.now().slice(0, 10);
  }
}
