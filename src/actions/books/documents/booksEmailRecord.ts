import { action } from "@prismatic-io/spectral";
import { onBooks } from "../../../client";
import { emailInputs, emailValues } from "../../../inputs/books/documents";
import { organizationId } from "../../../inputs/books/organization";
import { queryParams, recordId } from "../../../inputs/books/records";
import { emailableType } from "../../../inputs/books/recordTypes";
import { connection } from "../../../inputs/connection";
import { emailedExample } from "../../../outputs/books/documents";
import { writes } from "../../../outputs/output";
import { emailRecord } from "../../../zoho/books/documents/email";

export const booksEmailRecord = action({
  display: {
    label: "Books - Email Record",
    description: "Emails a record, such as an invoice, to people.",
  },
  inputs: {
    connection,
    organizationId,
    recordType: emailableType,
    recordId,
    ...emailInputs,
    dynamicValues: emailValues,
    queryParams,
  },
  perform: (context, { connection, organizationId, ...input }) =>
    onBooks(context, connection, organizationId, (books) => emailRecord(books, input)),
  ...writes(emailedExample),
});
