import type { JsonObject } from "../../core/json";
import { inputError, ZohoError } from "../../http/errors";
import { asFile, type FileContent, fileForm, fileIn, TRANSFER_MS } from "../../http/files";
import type { Operation } from "../../http/operation";
import type { Call } from "../../http/request";
import type { Books } from "../books";
import { booksOperations } from "../operations";
import { pathFor, type RecordKey } from "../records/address";
import { findRecordType, wordsOf } from "../recordTypes";

/** Zoho's limit for one attachment of a record, in megabytes. */
const MAX_MB = 10;

/** The record's print, as Zoho's template makes it. */
export async function downloadPdf(books: Books, key: RecordKey): Promise<FileContent> {
  const type = findRecordType(key.recordType);
  if (!type.prints) throw inputError("books", `Record Type: ${type.key} has no PDF in Zoho's API`);
  const call = { ...pathFor(type, `${type.key}/{id}`, key), query: { accept: "pdf" } };
  return download(books, booksOperations.downloadPdf, call, "PDF");
}

/** The file that is attached to a record; of an expense, its receipt. */
export async function downloadAttachment(books: Books, key: RecordKey): Promise<FileContent> {
  const { type, path } = fileOf(key, "get");
  return download(books, booksOperations.downloadAttachment, pathFor(type, path, key), "attachment");
}

export interface AttachmentInput extends RecordKey {
  readonly file?: FileContent;
  readonly fileName?: string;
  /** Whether the file goes along when the record is emailed. */
  readonly canSendInMail?: boolean;
}

/**
 * Attaches a file to a record; to an expense, as its receipt. Zoho takes images, PDF and office documents. Where it refuses the name, the file is sent once
 * more under a plain one.
 * @see https://www.zoho.com/books/api/v3/invoices/#add-attachment-to-an-invoice
 */
export async function addAttachment(
  books: Books,
  { file, fileName = "attachment", canSendInMail, ...key }: AttachmentInput,
): Promise<JsonObject> {
  const { type, path, part } = fileOf(key, "create");
  if (!file) throw inputError("books", "File: expected a file from an earlier step, or text");
  const send = (name: string) =>
    books.ask(booksOperations.addAttachment, {
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
function fileOf({ recordType }: RecordKey, verb: "get" | "create") {
  const type = findRecordType(recordType);
  if (!type.file || !wordsOf(type.file.can).includes(verb)) {
    const wanted = verb === "get" ? "no attachment to download" : "no attachment to add";
    throw inputError("books", `Record Type: ${type.key} has ${wanted} in Zoho's API`);
  }
  return { type, path: `${type.key}/{id}/${type.file.path}`, part: type.file.path };
}

const download = async (books: Books, operation: Operation, call: Call, what: string): Promise<FileContent> =>
  fileIn(books.transport, await books.send(operation, { ...call, ...asFile }), what);
