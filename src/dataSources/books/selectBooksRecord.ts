import { dataSource } from "@prismatic-io/spectral";
import { chooseFromBooks } from "../../client";
import { organizationId } from "../../inputs/books/organization";
import { listableType, parentRecordId, parentRecordType } from "../../inputs/books/recordTypes";
import { connection } from "../../inputs/connection";
import { searchText } from "../../inputs/search";
import { recordChoices } from "../../zoho/books/choices";

export const selectBooksRecord = dataSource({
  display: {
    label: "Select Books Record",
    description: "Lists up to 200 records of a type by name; Search Text narrows them.",
  },
  dataSourceType: "picklist",
  inputs: {
    connection,
    organizationId,
    recordType: listableType,
    parentRecordType,
    parentRecordId,
    searchText,
  },
  perform: (context, { connection, organizationId, ...input }) =>
    chooseFromBooks(context, connection, organizationId, (books) => recordChoices(books, input)),
  examplePayload: { result: [{ key: "982000000567114", label: "INV-00003, Bowman & Co" }] },
});
