import { action } from "@prismatic-io/spectral";
import { onBooks } from "../../../client";
import { organizationId } from "../../../inputs/books/organization";
import { manyInputs, queryParams, records } from "../../../inputs/books/records";
import { creatableType, parentInputs } from "../../../inputs/books/recordTypes";
import { ignoreAutoNumberGeneration, send } from "../../../inputs/books/writing";
import { connection } from "../../../inputs/connection";
import { manyCreatedExample } from "../../../outputs/books/records";
import { writes } from "../../../outputs/output";
import { createRecords } from "../../../zoho/books/records/many";

export const booksCreateRecords = action({
  display: {
    label: "Books - Create Records",
    description:
      "Creates any number of records, paced to what Zoho takes in a minute, and reports what became of each.",
  },
  inputs: {
    connection,
    organizationId,
    recordType: creatableType,
    ...parentInputs,
    records,
    send,
    ignore_auto_number_generation: ignoreAutoNumberGeneration,
    queryParams,
    ...manyInputs,
  },
  perform: (context, { connection, organizationId, ...input }) =>
    onBooks(context, connection, organizationId, (books) => createRecords(books, input)),
  ...writes(manyCreatedExample),
});
