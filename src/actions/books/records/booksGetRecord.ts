import { action } from "@prismatic-io/spectral";
import { onBooks } from "../../../client";
import { organizationId } from "../../../inputs/books/organization";
import { recordId } from "../../../inputs/books/records";
import { parentInputs, readableType } from "../../../inputs/books/recordTypes";
import { connection } from "../../../inputs/connection";
import { recordExample } from "../../../outputs/books/records";
import { reads } from "../../../outputs/output";
import { getRecord } from "../../../zoho/books/records/records";

export const booksGetRecord = action({
  display: {
    label: "Books - Get Record",
    description: "Returns one record of any type by its ID.",
  },
  inputs: {
    connection,
    organizationId,
    recordType: readableType,
    recordId,
    ...parentInputs,
  },
  perform: (context, { connection, organizationId, ...input }) =>
    onBooks(context, connection, organizationId, (books) => getRecord(books, input)),
  ...reads(recordExample),
});
