import { dataSource } from "@prismatic-io/spectral";
import { chooseFromBooks } from "../../client";
import { organizationId } from "../../inputs/books/organization";
import { connection } from "../../inputs/connection";
import { searchText } from "../../inputs/search";
import { recordChoices } from "../../zoho/books/choices";

export const selectAccount = dataSource({
  display: {
    label: "Select Account",
    description: "Lists up to 200 accounts of the chart of accounts by name; Search Text narrows them.",
  },
  dataSourceType: "picklist",
  inputs: { connection, organizationId, searchText },
  perform: (context, { connection, organizationId, searchText }) =>
    chooseFromBooks(context, connection, organizationId, (books) =>
      recordChoices(books, { recordType: "chartofaccounts", searchText }),
    ),
  examplePayload: { result: [{ key: "460000000000358", label: "Undeposited Funds" }] },
});
