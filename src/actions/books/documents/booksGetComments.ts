import { action } from "@prismatic-io/spectral";
import { onBooks } from "../../../client";
import { organizationId } from "../../../inputs/books/organization";
import { pagingInputs, recordId } from "../../../inputs/books/records";
import { commentedType } from "../../../inputs/books/recordTypes";
import { connection } from "../../../inputs/connection";
import { commentsExample } from "../../../outputs/books/documents";
import { reads } from "../../../outputs/output";
import { getComments } from "../../../zoho/books/documents/comments";

export const booksGetComments = action({
  display: {
    label: "Books - Get Comments",
    description: "Returns the comments on a record and its history.",
  },
  inputs: {
    connection,
    organizationId,
    recordType: commentedType,
    recordId,
    ...pagingInputs,
  },
  perform: (context, { connection, organizationId, ...input }) =>
    onBooks(context, connection, organizationId, (books) => getComments(books, input)),
  ...reads(commentsExample),
});
