import { action } from "@prismatic-io/spectral";
import { onBooks } from "../../../client";
import { organizationId } from "../../../inputs/books/organization";
import { actionRecordId, queryParams } from "../../../inputs/books/records";
import { actionableType, parentInputs } from "../../../inputs/books/recordTypes";
import { actionValues, recordAction } from "../../../inputs/books/writing";
import { connection } from "../../../inputs/connection";
import { actionExample } from "../../../outputs/books/records";
import { writes } from "../../../outputs/output";
import { runRecordAction } from "../../../zoho/books/records/recordActions";

export const booksRunRecordAction = action({
  display: {
    label: "Books - Run Record Action",
    description: "Changes the state of a record, or does something else with it that Zoho offers.",
  },
  inputs: {
    connection,
    organizationId,
    recordType: actionableType,
    recordId: actionRecordId,
    ...parentInputs,
    recordAction,
    actionValues,
    queryParams,
  },
  perform: (context, { connection, organizationId, ...input }) =>
    onBooks(context, connection, organizationId, (books) => runRecordAction(books, input)),
  ...writes(actionExample),
});
