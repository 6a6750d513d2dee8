import { dataSource } from "@prismatic-io/spectral";
import { chooseFromBooks } from "../../client";
import { connection } from "../../inputs/connection";
import { organizationChoices } from "../../zoho/books/choices";

export const selectOrganization = dataSource({
  display: {
    label: "Select Organization",
    description: "Lists the Zoho Books organisations of the connected user.",
  },
  dataSourceType: "picklist",
  inputs: { connection },
  perform: (context, { connection }) =>
    chooseFromBooks(context, connection, undefined, (books) => organizationChoices(books)),
  examplePayload: { result: [{ key: "10229182", label: "Zillium Inc" }] },
});
