import { booksAddAttachment } from "./booksAddAttachment";
import { booksAddComment } from "./booksAddComment";
import { booksDownloadAttachment } from "./booksDownloadAttachment";
import { booksDownloadPdf } from "./booksDownloadPdf";
import { booksEmailRecord } from "./booksEmailRecord";
import { booksGetComments } from "./booksGetComments";

export const documentsActions = {
  booksAddAttachment,
  booksAddComment,
  booksDownloadAttachment,
  booksDownloadPdf,
  booksEmailRecord,
  booksGetComments,
};
