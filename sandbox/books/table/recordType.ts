import type { BooksOrganization } from "../core/organization";
import type { Draft, Row } from "../core/values";

/**
 * What a record type allows beside itself, and follows: who is written, in which organisation, on which
 * terms.
 */
export interface Write {
  organization: BooksOrganization;
  type: RecordType;
  /** The query of the call, for flags such as `send`; empty where nobody called. */
  query: URLSearchParams;
  /** What the record was before; undefined for a new one. */
  before: Row | undefined;
  /** The fields that came with the call. */
  given: Draft;
}

/** What makes a type more than its fields. */
export interface Rules {
  /** Fills in and checks a record before it is stored; throws a Refusal. */
  complete?(draft: Draft, write: Write): void;
  /** What a stored record does to others. */
  stored?(row: Row, write: Write): void;
  /** Throws a Refusal where a record must stay. */
  mayRemove?(row: Row, organization: BooksOrganization): void;
  /** What the end of a record does to others. */
  removed?(row: Row, organization: BooksOrganization): void;
  /** The record as an answer tells it, with what is looked up each time. */
  show?(row: Row, organization: BooksOrganization): Draft;
  /** What a list tells of a record beside its own fields. */
  inList?(row: Row, organization: BooksOrganization): Draft;
  /** The records that a list is of, by what it is asked; throws a Refusal for what it cannot be asked. */
  listed?(query: URLSearchParams): (row: Row) => boolean;
}

/** A record type of Books as data; the engine reads nothing else. */
export interface RecordType {
  /**
   * Where its records stand under `/books/v3`, without ids: `invoices`, `settings/taxes`, `projects/tasks`.
   */
  path: string;
  /** The scope's area: `ZohoBooks.{area}.READ`. */
  area: string;
  /** Key of the list, key of one record, name of its id. They are irregular. */
  keys: readonly [list: string, item: string, id: string];
  /** What Books calls it in `… does not exist.` */
  noun: string;
  /** Messages of create, update and delete; null where there is no such call. */
  messages: readonly [create: string | null, update: string | null, remove: string | null];
  /** Fields a new record must have. */
  required?: string;
  /** Fields it takes, in the notation of `fields.ts`; anything else in a body is ignored. */
  fields: string;
  /** The type it stands under, with the field that names the parent and the part of the path that does. */
  parent?: { path: string; id: string };
  /** Where the calls are, if not at `path` and `path/:id`; null where there is none. */
  at?: { list?: string | null; get?: string | null; create?: string; update?: string; remove?: string };
  /** The message of a list and of a get, where it is not `success`. */
  readMessages?: readonly [list: string, get: string];
  /** Whether a list comes whole, without paging. */
  whole?: true;
  /** Query parameters that filter a list. */
  filters?: string;
  /** Those among them that a list passes over all the same. */
  ignoredFilters?: string;
  /** The values of `filter_by`, and the one that holds where none is asked for, if not the first. */
  filterBy?: string;
  defaultFilter?: string;
  /** Rows of a page that asks for no number of them, and the most there are; 200 unless it says so. */
  perPage?: number;
  /** What `page_context` calls a list, where it is not the noun's plural. */
  reportName?: string;
  /** The values of the parameter `status`. */
  statuses?: string;
  /** Fields that `search_text` looks into. */
  search?: string;
  /** The values of `sort_column`. */
  sort?: string;
  /** Column and direction of a list that asks for none: `contact_name A`. */
  order?: string;
  /** The field that counts up, and how: `invoice_number INV-` or `payment_number`. */
  number?: { field: string; prefix: string; digits: number; given: "flag" | "free" };
  /** A field no two records may share, and what Books says of it. */
  unique?: { field: string; code: number; message: (value: string) => string };
  /** Whether `PUT {path}` upserts by a unique custom field; the scope where it is another than the type's. */
  upsert?: true | string;
  /** Whether records have custom fields. */
  customFields?: true;
  /** The path of `PUT {singular}/{id}/customfields`. */
  customFieldsAt?: string;
  /** The parameter that names the ids of a bulk delete, and what Books says of it. */
  bulkRemove?: { parameter: string; message: string };
  /** Whether `accept=pdf` on a get gives a document. */
  pdf?: true;
  /** What tells its records from those of another type on the same path. */
  kind?: { field: string; value: string };
  /**
   * Another type on the same path, with the name the sandbox has for it; lists of it are asked for by
   * `filter_by`.
   */
  variant?: { name: string; filterBy: string; type: RecordType };
  rules?: Rules;
}

/** The parts of a type that every call reads. */
export const idOf = (type: RecordType, row: Row): string => String(row[type.keys[2]]);
