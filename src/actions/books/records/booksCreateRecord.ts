import { action } from "@prismatic-io/spectral";
import { onBooks } from "../../../client";
import { organizationId } from "../../../inputs/books/organization";
import { queryParams, valueInputs } from "../../../inputs/books/records";
import { creatableType, parentInputs } from "../../../inputs/books/recordTypes";
import { ignoreAutoNumberGeneration, send } from "../../../inputs/books/writing";
import { connection } from "../../../inputs/connection";
import { createdExample } from "../../../outputs/books/records";
import { writes } from "../../../outputs/output";
import { createRecord } from "../../../zoho/books/records/records";

export const booksCreateRecord = action({
  display: {
    label: "Books - Create Record",
    description: "Creates one record of any type.",
  },
  inputs: {
    connection,
    organizationId,
    recordType: creatableType,
    ...parentInputs,
    ...valueInputs,
    send,
    ignore_auto_number_generation: ignoreAutoNumberGeneration,
    queryParams,
  },
  perform: (context, { connection, organizationId, ...input }) =>
    onBooks(context, connection, organizationId, (books) => createRecord(books, input)),
  ...writes(createdExample),
});
