import { action } from "@prismatic-io/spectral";
import { onBooks } from "../../../client";
import { organizationId } from "../../../inputs/books/organization";
import { booksUrl } from "../../../inputs/books/raw";
import { connection } from "../../../inputs/connection";
import { rawInputs } from "../../../inputs/raw";
import { rawExample } from "../../../outputs/books/raw";
import { writes } from "../../../outputs/output";
import { booksRawCall } from "../../../zoho/books/raw";

export const booksRawRequest = action({
  display: {
    label: "Books - Raw Request",
    description: "Sends a request to any path of the Zoho Books API.",
  },
  inputs: {
    connection,
    organizationId,
    ...rawInputs,
    url: booksUrl,
  },
  perform: (context, { connection, organizationId, ...input }) =>
    onBooks(context, connection, organizationId, (books) => booksRawCall(books, input)),
  ...writes(rawExample),
});
