import { action } from "@prismatic-io/spectral";
import { onBooks } from "../../../client";
import { organizationId } from "../../../inputs/books/organization";
import { listInputs } from "../../../inputs/books/records";
import { listableType, parentInputs } from "../../../inputs/books/recordTypes";
import { connection } from "../../../inputs/connection";
import { searchText } from "../../../inputs/search";
import { recordListExample } from "../../../outputs/books/records";
import { reads } from "../../../outputs/output";
import { getRecords } from "../../../zoho/books/records/records";

export const booksGetRecords = action({
  display: {
    label: "Books - Get Records",
    description: "Returns the records of a type, one page or all of them.",
  },
  inputs: {
    connection,
    organizationId,
    recordType: listableType,
    ...parentInputs,
    searchText,
    ...listInputs,
  },
  perform: (context, { connection, organizationId, ...input }) =>
    onBooks(context, connection, organizationId, (books) => getRecords(books, input)),
  ...reads(recordListExample),
});
