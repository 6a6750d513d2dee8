import { action } from "@prismatic-io/spectral";
import { onBooks } from "../../../client";
import { connection } from "../../../inputs/connection";
import { organizationsExample } from "../../../outputs/books/organizations";
import { reads } from "../../../outputs/output";
import { getOrganizations } from "../../../zoho/books/organizations";

export const booksGetOrganizations = action({
  display: {
    label: "Books - Get Organizations",
    description: "Returns the Zoho Books organisations that the connected user belongs to.",
  },
  inputs: { connection },
  perform: (context, { connection }) =>
    onBooks(context, connection, undefined, ({ transport }) => getOrganizations(transport)),
  ...reads(organizationsExample),
});
