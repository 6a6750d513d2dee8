import type { JsonObject } from "../../../json";
import { inputError } from "../../http/errors";
import type { Operation } from "../../http/operation";
import type { Call } from "../../http/request";
import type { Books } from "../books";
import { booksOperations } from "../operations";
import { pathFor, type RecordKey } from "../records/address";
import { findRecordType, wordsOf } from "../recordTypes";

/** A file as it comes from Zoho. */
export interface Download {
  readonly data: Buffer;
  readonly contentType: string;
}

/** A large file may take its time. */
const TRANSFER_MS = 150_000;
/** Zoho's limit for one attachment of a record. */
const MAX_BYTES = 10 * 1024 * 1024;

/** The record's print, as Zoho's template makes it. */
export async function downloadPdf(books: Books, key: RecordKey): Promise<Download> {
  const type = findRecordType(key.recordType);
  if (!type.prints) throw inputError("books", `Record Type: ${type.key} has no PDF in Zoho's API`);
  const call = { ...pathFor(type, `${type.key}/{id}`, key), query: { accept: "pdf" } };
  return download(books, booksOperations.downloadPdf, call, "PDF");
}

/** The file that is attached to a record; of an expense, its receipt. */
export async function downloadAttachment(books: Books, key: RecordKey): Promise<Download> {
  const { type, path } = fileOf(key, "get");
  return download(books, booksOperations.downloadAttachment, pathFor(type, path, key), "attachment");
}

export interface AttachmentInput extends RecordKey {
  readonly file?: Download;
  readonly fileName?: string;
  /** Whether the file goes along when the record is emailed. */
  readonly canSendInMail?: boolean;
}

/**
 * Attaches a file to a record; to an expense, as its receipt.
 * @see https://www.zoho.com/books/api/v3/invoices/#add-attachment-to-an-invoice
 */
export async function addAttachment(
  books: Books,
  { file, fileName = "attachment", canSendInMail, ...key }: AttachmentInput,
): Promise<JsonObject> {
  const { type, path, part } = fileOf(key, "create");
  if (!file || file.data.length === 0) throw inputError("books", "File: expected a file that is not empty");
  if (file.data.length > MAX_BYTES) {
    const mb = Math.ceil(file.data.length / 1024 / 1024);
    throw inputError("books", `File: ${fileName} has ${mb} MB, and Zoho Books takes at most 10 MB`);
  }
  const form = new FormData();
  form.append(part, new Blob([new Uint8Array(file.data)], { type: file.contentType }), fileName);
  return books.ask(booksOperations.addAttachment, {
    ...pathFor(type, path, key),
    query: { can_send_in_mail: canSendInMail || undefined },
    body: form,
    timeoutMs: TRANSFER_MS,
  });
}

/** Where the file of a record stands, if Zoho offers what is wanted of it. */
function fileOf({ recordType }: RecordKey, verb: "get" | "create") {
  const type = findRecordType(recordType);
  if (!type.file || !wordsOf(type.file.can).includes(verb)) {
    const wanted = verb === "get" ? "no attachment to download" : "no attachment to add";
    throw inputError("books", `Record Type: ${type.key} has ${wanted} in Zoho's API`);
  }
  return { type, path: `${type.key}/{id}/${type.file.path}`, part: type.file.path };
}

/** A file of Zoho's. What has no file name and is for reading is no file, but words about one or a page about maintenance. */
async function download(books: Books, operation: Operation, call: Call, what: string): Promise<Download> {
  const { status, headers, body } = await books.send(operation, {
    ...call,
    as: "bytes",
    timeoutMs: TRANSFER_MS,
  });
  const contentType = headers["content-type"] ?? "application/octet-stream";
  const isPage = !headers["content-disposition"] && /^(text\/html|application\/json)/i.test(contentType);
  if (Buffer.isBuffer(body) && !isPage) return { data: body, contentType };
  const message = `Zoho answered with a page instead of the ${what}`;
  throw books.zoho.error({ kind: "answer", code: "UNREADABLE_ANSWER", status, message });
}
