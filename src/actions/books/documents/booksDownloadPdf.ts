import { action } from "@prismatic-io/spectral";
import { inBooks } from "../../../client";
import { organizationId } from "../../../inputs/books/organization";
import { recordId } from "../../../inputs/books/records";
import { printableType } from "../../../inputs/books/recordTypes";
import { connection } from "../../../inputs/connection";
import { downloads } from "../../../outputs/output";
import { downloadPdf } from "../../../zoho/books/documents/files";

export const booksDownloadPdf = action({
  display: {
    label: "Books - Download PDF",
    description: "Downloads a record as PDF, as its template prints it.",
  },
  inputs: {
    connection,
    organizationId,
    recordType: printableType,
    recordId,
  },
  perform: (context, { connection, organizationId, ...input }) =>
    inBooks(context, connection, organizationId, (books) => downloadPdf(books, input)),
  ...downloads,
});
