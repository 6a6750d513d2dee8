import type { JsonObject } from "../../core/json";
import { inputError } from "../../http/errors";
import type { Books } from "../books";
import { getRecords } from "../records/listing";
import type { PagingInput } from "../records/paging";
import { createRecord } from "../records/records";
import { recordTypes } from "../recordTypes";

interface Commented {
  readonly recordType: string;
  readonly recordId: string;
}

/** The comments on a record and its history, as Zoho's own body. */
export const getComments = (
  books: Books,
  { recordType, recordId, ...paging }: Commented & PagingInput,
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
