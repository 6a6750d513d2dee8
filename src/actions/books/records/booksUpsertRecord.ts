import { action } from "@prismatic-io/spectral";
import { onBooks } from "../../../client";
import { organizationId } from "../../../inputs/books/organization";
import { queryParams, uniqueField, uniqueValue, valueInputs } from "../../../inputs/books/records";
import { upsertableType } from "../../../inputs/books/recordTypes";
import { ignoreAutoNumberGeneration } from "../../../inputs/books/writing";
import { connection } from "../../../inputs/connection";
import { updatedExample } from "../../../outputs/books/records";
import { writes } from "../../../outputs/output";
import { upsertRecord } from "../../../zoho/books/records/records";

export const booksUpsertRecord = action({
  display: {
    label: "Books - Upsert Record",
    description: "Updates the record with a value in a unique custom field, or creates it.",
  },
  inputs: {
    connection,
    organizationId,
    recordType: upsertableType,
    uniqueField,
    uniqueValue,
    ...valueInputs,
    ignore_auto_number_generation: ignoreAutoNumberGeneration,
    queryParams,
  },
  perform: (context, { connection, organizationId, ...input }) =>
    onBooks(context, connection, organizationId, (books) => upsertRecord(books, input)),
  ...writes(updatedExample),
});
