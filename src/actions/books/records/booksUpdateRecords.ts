import { action } from "@prismatic-io/spectral";
import { onBooks } from "../../../client";
import { organizationId } from "../../../inputs/books/organization";
import { manyInputs, queryParams, updatedRecords } from "../../../inputs/books/records";
import { parentInputs, updatableType } from "../../../inputs/books/recordTypes";
import { ignoreAutoNumberGeneration } from "../../../inputs/books/writing";
import { connection } from "../../../inputs/connection";
import { manyUpdatedExample } from "../../../outputs/books/records";
import { writes } from "../../../outputs/output";
import { updateRecords } from "../../../zoho/books/records/many";

export const booksUpdateRecords = action({
  display: {
    label: "Books - Update Records",
    description:
      "Updates any number of records, paced to what Zoho takes in a minute, and reports what became of each.",
  },
  inputs: {
    connection,
    organizationId,
    recordType: updatableType,
    ...parentInputs,
    records: updatedRecords,
    ignore_auto_number_generation: ignoreAutoNumberGeneration,
    queryParams,
    ...manyInputs,
  },
  perform: (context, { connection, organizationId, ...input }) =>
    onBooks(context, connection, organizationId, (books) => updateRecords(books, input)),
  ...writes(manyUpdatedExample),
});
