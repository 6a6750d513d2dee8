import type { JsonObject } from "../core/json";
import { inputError, ZohoError } from "../http/errors";
import { asFile, type FileContent, fileForm, fileIn, TRANSFER_MS } from "../http/files";
import type { Operation } from "../http/operation";
import type { Call } from "../http/request";
import type { Books } from "./books";
import { type BooksRecordKey, pathFor } from "./records/address";
import { getRecords } from "./records/listing";
import type { BooksPagingInput } from "./records/paging";
import { createRecord } from "./records/records";
import { findRecordType, recordTypes, wordsOf } from "./recordTypes";

/** What goes with a record: its print, its file and its emails. */
export const documentOperations = {
  downloadPdf: {
    method: "GET",
    path: "/books/{version}/{anyPath}",
    safety: "safe",
    class: "books",
    scope: "ZohoBooks.{module}.READ",
    credits: 1,
    success: [200],
  },
  downloadAttachment: {
    method: "GET",
    path: "/books/{version}/{anyPath}",
    safety: "safe",
    class: "books",
    scope: "ZohoBooks.{module}.READ",
    credits: 1,
    success: [200],
  },
  addAttachment: {
    method: "POST",
    path: "/books/{version}/{anyPath}",
    safety: "unsafe",
    class: "books",
    scope: "ZohoBooks.{module}.CREATE",
    credits: 1,
    success: [200, 201],
  },
  emailRecord: {
    method: "POST",
    path: "/books/{version}/{anyPath}",
    safety: "unsafe",
    class: "books",
    scope: "ZohoBooks.{module}.CREATE",
    credits: 1,
    success: [200, 201],
  },
} as const;

/** Zoho's limit for one attachment of a record, in megabytes. */
const MAX_MB = 10;

/** The record's print, as Zoho's template makes it. */
export async function downloadPdf(books: Books, key: BooksRecordKey): Promise<FileContent> {
  const type = findRecordType(key.recordType);
  if (!type.prints) throw inputError("books", `Record Type: ${type.key} has no PDF in Zoho's API`);
  const call = { ...pathFor(type, `${type.key}/{id}`, key), query: { accept: "pdf" } };
  return download(books, documentOperations.downloadPdf, call, "PDF");
}

/** The file that is attached to a record; of an expense, its receipt. */
export async function downloadAttachment(books: Books, key: BooksRecordKey): Promise<FileContent> {
  const { type, path } = fileOf(key, "get");
  return download(books, documentOperations.downloadAttachment, pathFor(type, path, key), "attachment");
}

export interface BooksAttachmentInput extends BooksRecordKey {
  readonly file?: FileContent;
  readonly fileName?: string;
  /** Whether the file goes along when the record is emailed. */
  readonly canSendInMail?: boolean;
}

/**
 * Attaches a file to a record; to an expense, as its receipt. Zoho takes images, PDF and office documents.
 * Where it refuses the name, the file is sent once more under a plain one.
 * @see https://www.zoho.com/books/api/v3/invoices/#add-attachment-to-an-invoice
 */
export async function addAttachment(
  books: Books,
  { file, fileName = "attachment", canSendInMail, ...key }: BooksAttachmentInput,
): Promise<JsonObject> {
  const { type, path, part } = fileOf(key, "create");
  if (!file) throw inputError("books", "File: expected a file from an earlier step, or text");
  const send = (name: string) =>
    books.ask(documentOperations.addAttachment, {
      ...pathFor(type, path, key),
      query: { can_send_in_mail: canSendInMail || undefined },
      body: fileForm({ ...file, name }, { product: "books", part, maxMb: MAX_MB }),
      timeoutMs: TRANSFER_MS,
    });
  try {
    return await send(fileName);
  } catch (error) {
    const plain = plainName(fileName);
    if (!(error instanceof ZohoError && error.status === 400 && error.code === "4") || plain === fileName)
      throw error;
    books.log.warn(`Zoho refused the file under the name ${fileName}. It is sent as ${plain}.`);
    return send(plain);
  }
}

/** A name of letters, digits, dots, hyphens and underscores, as Zoho Books takes in any case. */
const plainName = (name: string): string => name.normalize("NFKD").replace(/[^\w.-]+/g, "_");

/** Where the file of a record stands, if Zoho offers what is wanted of it. */
function fileOf({ recordType }: BooksRecordKey, verb: "get" | "create") {
  const type = findRecordType(recordType);
  if (!type.file || !wordsOf(type.file.can).includes(verb)) {
    const wanted = verb === "get" ? "no attachment to download" : "no attachment to add";
    throw inputError("books", `Record Type: ${type.key} has ${wanted} in Zoho's API`);
  }
  return { type, path: `${type.key}/{id}/${type.file.path}`, part: type.file.path };
}

const download = async (books: Books, operation: Operation, call: Call, what: string): Promise<FileContent> =>
  fileIn(books.transport, await books.send(operation, { ...call, ...asFile }), what);

export interface BooksEmailInput {
  readonly recordType: string;
  readonly recordId: string;
  readonly to: readonly string[];
  readonly cc?: readonly string[];
  readonly subject?: string;
  /** HTML. */
  readonly body?: string;
  /** Send from the organisation's address instead of the user's. */
  readonly sendFromOrganization?: boolean;
  /** Further fields of Zoho's, such as `from_address_id`. */
  readonly dynamicValues?: JsonObject;
  /** Parameters of the call, such as `send_customer_statement`. */
  readonly queryParams?: JsonObject;
}

/**
 * Emails a record to people, with what Zoho puts into such an email. Never sent twice.
 * @see https://www.zoho.com/books/api/v3/invoices/#email-an-invoice
 */
export async function emailRecord(books: Books, input: BooksEmailInput): Promise<JsonObject> {
  const {
    recordType,
    recordId,
    to,
    cc = [],
    subject,
    body,
    sendFromOrganization,
    dynamicValues,
    queryParams,
  } = input;
  const type = findRecordType(recordType);
  if (!type.emails)
    throw inputError("books", `Record Type: ${type.key} cannot be emailed through Zoho's API`);
  if (to.length === 0) throw inputError("books", "To: expected at least one address, got nothing");
  return books.ask(documentOperations.emailRecord, {
    ...pathFor(type, `${type.key}/{id}/email`, { recordType, recordId }),
    query: Object.fromEntries(
      Object.entries(queryParams ?? {}).map(([name, value]) => [name, String(value)]),
    ),
    body: {
      to_mail_ids: to,
      ...(cc.length > 0 ? { cc_mail_ids: cc } : {}),
      subject,
      body,
      ...(sendFromOrganization ? { send_from_org_email_id: true } : {}),
      ...dynamicValues,
    },
  });
}

interface Commented {
  readonly recordType: string;
  readonly recordId: string;
}

/** The comments on a record and its history, as Zoho's own body. */
export const getComments = (
  books: Books,
  { recordType, recordId, ...paging }: Commented & BooksPagingInput,
): Promise<JsonObject> => getRecords(books, { ...commentsOn(recordType, recordId), ...paging });

export interface CommentInput extends Commented {
  readonly comment: string;
  /** Whether customers see it in their portal. */
  readonly showToClients?: boolean;
}

/** Adds a comment to a record. */
export const addComment = (
  books: Books,
  { recordType, recordId, comment, showToClients }: CommentInput,
): Promise<JsonObject> =>
  createRecord(books, {
    ...commentsOn(recordType, recordId),
    record: { description: comment, ...(showToClients ? { show_comment_to_clients: true } : {}) },
  });

function commentsOn(recordType: string, parentRecordId: string) {
  const comments = `${recordType}/comments`;
  if (recordTypes().has(comments)) return { recordType: comments, parentRecordId };
  throw inputError("books", `Record Type: ${recordType} has no comments in Zoho's API`);
}
