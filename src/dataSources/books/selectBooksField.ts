import { dataSource } from "@prismatic-io/spectral";
import { chooseFromBooks } from "../../client";
import { organizationId } from "../../inputs/books/organization";
import { anyType, parentRecordType } from "../../inputs/books/recordTypes";
import { connection } from "../../inputs/connection";
import { fieldChoices } from "../../zoho/books/choices";

export const selectBooksField = dataSource({
  display: {
    label: "Select Books Field",
    description: "Lists the fields that a record of a type can be given, custom fields in use included.",
  },
  dataSourceType: "picklist",
  inputs: { connection, organizationId, recordType: anyType, parentRecordType },
  perform: (context, { connection, organizationId, ...input }) =>
    chooseFromBooks(context, connection, organizationId, (books) => fieldChoices(books, input)),
  examplePayload: { result: [{ key: "customer_id", label: "Customer ID" }] },
});
