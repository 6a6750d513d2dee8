/** What can be done with a record type in general. */
export type Verb = "list" | "get" | "create" | "update" | "remove";

/**
 * A further path of a record, under the record itself, or in full with a slash in front; `idAs` where the
 * record's id is a parameter.
 */
export type RecordAction = string | { readonly path: string; readonly idAs: string };

/**
 * One record type of Zoho Books, as data. Its key in the table is the path that builders know it by. Keys in
 * Zoho's answers follow no rule, so that each is written down.
 */
export interface RecordTypeRow {
  /** What people call it, in the plural. */
  readonly label: string;
  /**
   * The key of a list and of one record in Zoho's answers, the field of the id, and the field that people
   * know a record by.
   */
  readonly keys: { readonly list: string; readonly item: string; readonly id: string; readonly name: string };
  /** The module of its OAuth scopes, as in `ZohoBooks.{scope}.READ`. */
  readonly scope: string;
  /** What Zoho offers, separated by spaces; everything when left out. */
  readonly can?: string;
  /**
   * Paths under `/books/v3/` where they are not `{key}` and `{key}/{id}`, or for a nested type
   * `{parent}/{parentId}/{…}`.
   */
  readonly paths?: Partial<Readonly<Record<Verb, string>>>;
  /** The record type that it stands under. */
  readonly parent?: string;
  /** The path of a list over all parents. */
  readonly all?: string;
  /** The parameter of a list that takes the parent's id, where the path does not. */
  readonly parentParam?: string;
  /** The field of a new record that takes the parent's id, where the path does not. */
  readonly parentField?: string;
  /** What tells it from another type on the same path. */
  readonly fixed?: {
    readonly query: Readonly<Record<string, string>>;
    readonly body: Readonly<Record<string, string>>;
  };
  /**
   * The parameters that a list can be searched by, and the columns it can be sorted by, separated by spaces.
   */
  readonly search?: string;
  readonly sort?: string;
  /**
   * The field of a listed record that says when it was last changed, and whether lists can be filtered by it.
   */
  readonly timeField?: string;
  readonly filtersByTime?: true;
  /** Zoho's word for it in workflow rules, where it is known: they tell of its records as they change. */
  readonly entity?: string;
  /** Changes of state and other things done to a record, each a POST. */
  readonly actions?: Readonly<Record<string, RecordAction>>;
  /**
   * Whether `PUT {key}` creates or updates by a unique custom field; the module of its scope where it is
   * another.
   */
  readonly upserts?: true | "invoices" | "settings";
  readonly emails?: true;
  readonly prints?: true;
  /**
   * The path of a record's file, which is the name of its part too, and what Zoho offers of `get` and
   * `create`.
   */
  readonly file?: { readonly path: "attachment" | "receipt"; readonly can: string };
  /** What Zoho offers of its comments: they make a record type of their own, `{key}/comments`. */
  readonly comments?: string;
  /** Whether its templates can be listed, as `{key}/templates`. */
  readonly templates?: true;
}

export type RecordTypeRows = Readonly<Record<string, RecordTypeRow>>;

export const approval = { submit: "submit", approve: "approve" } as const;
export const activity = { markActive: "active", markInactive: "inactive" } as const;
export const recurrence = { stop: "status/stop", resume: "status/resume" } as const;
export const reminders = {
  enablePaymentReminders: "paymentreminder/enable",
  disablePaymentReminders: "paymentreminder/disable",
} as const;
export const attachment = { path: "attachment", can: "get create" } as const;
