import { action } from "@prismatic-io/spectral";
import { onBooks } from "../../../client";
import { crmModule, crmRecordId } from "../../../inputs/books/money";
import { organizationId } from "../../../inputs/books/organization";
import { connection } from "../../../inputs/connection";
import { importedExample } from "../../../outputs/books/money";
import { writes } from "../../../outputs/output";
import { importFromCrm } from "../../../zoho/books/crmImport";

export const booksImportFromCrm = action({
  display: {
    label: "Books - Import From CRM",
    description: "Takes an account, contact, vendor or product of Zoho CRM into Zoho Books.",
  },
  inputs: {
    connection,
    organizationId,
    crmModule,
    crmRecordId,
  },
  perform: (context, { connection, organizationId, ...input }) =>
    onBooks(context, connection, organizationId, (books) => importFromCrm(books, input)),
  ...writes(importedExample),
});
