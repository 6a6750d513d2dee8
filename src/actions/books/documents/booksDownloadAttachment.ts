import { action } from "@prismatic-io/spectral";
import { inBooks } from "../../../client";
import { organizationId } from "../../../inputs/books/organization";
import { recordId } from "../../../inputs/books/records";
import { attachedType } from "../../../inputs/books/recordTypes";
import { connection } from "../../../inputs/connection";
import { downloads } from "../../../outputs/output";
import { downloadAttachment } from "../../../zoho/books/documents/files";

export const booksDownloadAttachment = action({
  display: {
    label: "Books - Download Attachment",
    description: "Downloads the file that is attached to a record; of an expense, its receipt.",
  },
  inputs: {
    connection,
    organizationId,
    recordType: attachedType,
    recordId,
  },
  perform: (context, { connection, organizationId, ...input }) =>
    inBooks(context, connection, organizationId, (books) => downloadAttachment(books, input)),
  ...downloads,
});
