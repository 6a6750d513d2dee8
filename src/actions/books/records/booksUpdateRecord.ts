import { action } from "@prismatic-io/spectral";
import { onBooks } from "../../../client";
import { organizationId } from "../../../inputs/books/organization";
import { queryParams, recordId, valueInputs } from "../../../inputs/books/records";
import { parentInputs, updatableType } from "../../../inputs/books/recordTypes";
import { ignoreAutoNumberGeneration } from "../../../inputs/books/writing";
import { connection } from "../../../inputs/connection";
import { updatedExample } from "../../../outputs/books/records";
import { writes } from "../../../outputs/output";
import { updateRecord } from "../../../zoho/books/records/records";

export const booksUpdateRecord = action({
  display: {
    label: "Books - Update Record",
    description: "Updates one record of any type; fields that are not given stay as they are.",
  },
  inputs: {
    connection,
    organizationId,
    recordType: updatableType,
    recordId,
    ...parentInputs,
    ...valueInputs,
    ignore_auto_number_generation: ignoreAutoNumberGeneration,
    queryParams,
  },
  perform: (context, { connection, organizationId, ...input }) =>
    onBooks(context, connection, organizationId, (books) => updateRecord(books, input)),
  ...writes(updatedExample),
});
