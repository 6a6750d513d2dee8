import { action } from "@prismatic-io/spectral";
import { onBooks } from "../../../client";
import { canSendInMail, file } from "../../../inputs/books/documents";
import { organizationId } from "../../../inputs/books/organization";
import { recordId } from "../../../inputs/books/records";
import { attachableType } from "../../../inputs/books/recordTypes";
import { connection } from "../../../inputs/connection";
import { fileName } from "../../../inputs/files";
import { attachedExample } from "../../../outputs/books/documents";
import { writes } from "../../../outputs/output";
import { addAttachment } from "../../../zoho/books/documents/files";

export const booksAddAttachment = action({
  display: {
    label: "Books - Add Attachment",
    description: "Attaches a file to a record; to an expense, as its receipt.",
  },
  inputs: {
    connection,
    organizationId,
    recordType: attachableType,
    recordId,
    file,
    fileName,
    canSendInMail,
  },
  perform: (context, { connection, organizationId, ...input }) =>
    onBooks(context, connection, organizationId, (books) => addAttachment(books, input)),
  ...writes(attachedExample),
});
