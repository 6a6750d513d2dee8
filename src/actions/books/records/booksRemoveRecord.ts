import { action } from "@prismatic-io/spectral";
import { onBooks } from "../../../client";
import { organizationId } from "../../../inputs/books/organization";
import { recordId } from "../../../inputs/books/records";
import { parentInputs, removableType } from "../../../inputs/books/recordTypes";
import { connection } from "../../../inputs/connection";
import { removedExample } from "../../../outputs/books/records";
import { writes } from "../../../outputs/output";
import { removeRecord } from "../../../zoho/books/records/records";

export const booksRemoveRecord = action({
  display: {
    label: "Books - Remove Record",
    description: "Removes one record of any type.",
  },
  inputs: {
    connection,
    organizationId,
    recordType: removableType,
    recordId,
    ...parentInputs,
  },
  perform: (context, { connection, organizationId, ...input }) =>
    onBooks(context, connection, organizationId, (books) => removeRecord(books, input)),
  ...writes(removedExample),
});
