import { dataSource } from "@prismatic-io/spectral";
import { chooseFromBooks } from "../../client";
import { organizationId } from "../../inputs/books/organization";
import { connection } from "../../inputs/connection";
import { searchText } from "../../inputs/search";
import { recordChoices } from "../../zoho/books/choices";

export const selectTax = dataSource({
  display: {
    label: "Select Tax",
    description: "Lists up to 200 taxes by name; Search Text narrows them.",
  },
  dataSourceType: "picklist",
  inputs: { connection, organizationId, searchText },
  perform: (context, { connection, organizationId, searchText }) =>
    chooseFromBooks(context, connection, organizationId, (books) =>
      recordChoices(books, { recordType: "settings/taxes", searchText }),
    ),
  examplePayload: { result: [{ key: "982000000557028", label: "VAT" }] },
});
