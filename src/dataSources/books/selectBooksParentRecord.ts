import { dataSource } from "@prismatic-io/spectral";
import { chooseFromBooks } from "../../client";
import { organizationId } from "../../inputs/books/organization";
import { requiredParentType } from "../../inputs/books/recordTypes";
import { connection } from "../../inputs/connection";
import { searchText } from "../../inputs/search";
import { recordChoices } from "../../zoho/books/choices";

export const selectBooksParentRecord = dataSource({
  display: {
    label: "Select Books Parent Record",
    description: "Lists up to 200 records of the parent type by name; Search Text narrows them.",
  },
  dataSourceType: "picklist",
  inputs: { connection, organizationId, parentRecordType: requiredParentType, searchText },
  perform: (context, { connection, organizationId, parentRecordType, searchText }) =>
    chooseFromBooks(context, connection, organizationId, (books) =>
      recordChoices(books, { recordType: parentRecordType, searchText }),
    ),
  examplePayload: { result: [{ key: "460000000044019", label: "Network Distribution, Bowman & Co" }] },
});
