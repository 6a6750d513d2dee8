import { dataSource } from "@prismatic-io/spectral";
import { chooseFromBooks } from "../../client";
import { organizationId } from "../../inputs/books/organization";
import { connection } from "../../inputs/connection";
import { searchText } from "../../inputs/search";
import { recordChoices } from "../../zoho/books/choices";

export const selectItem = dataSource({
  display: {
    label: "Select Item",
    description: "Lists up to 200 items by name; Search Text narrows them.",
  },
  dataSourceType: "picklist",
  inputs: { connection, organizationId, searchText },
  perform: (context, { connection, organizationId, searchText }) =>
    chooseFromBooks(context, connection, organizationId, (books) =>
      recordChoices(books, { recordType: "items", searchText }),
    ),
  examplePayload: { result: [{ key: "982000000030049", label: "Hard Drive" }] },
});
