import { action } from "@prismatic-io/spectral";
import { onBooks } from "../../../client";
import { organizationId } from "../../../inputs/books/organization";
import { manyInputs, recordIds } from "../../../inputs/books/records";
import { parentInputs, removableType } from "../../../inputs/books/recordTypes";
import { connection } from "../../../inputs/connection";
import { manyRemovedExample } from "../../../outputs/books/records";
import { writes } from "../../../outputs/output";
import { removeRecords } from "../../../zoho/books/records/many";

export const booksRemoveRecords = action({
  display: {
    label: "Books - Remove Records",
    description:
      "Removes any number of records, paced to what Zoho takes in a minute, and reports what became of each.",
  },
  inputs: {
    connection,
    organizationId,
    recordType: removableType,
    ...parentInputs,
    recordIds,
    ...manyInputs,
  },
  perform: (context, { connection, organizationId, ...input }) =>
    onBooks(context, connection, organizationId, (books) => removeRecords(books, input)),
  ...writes(manyRemovedExample),
});
