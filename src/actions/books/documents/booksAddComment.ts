import { action } from "@prismatic-io/spectral";
import { onBooks } from "../../../client";
import { comment, showToClients } from "../../../inputs/books/documents";
import { organizationId } from "../../../inputs/books/organization";
import { recordId } from "../../../inputs/books/records";
import { commentableType } from "../../../inputs/books/recordTypes";
import { connection } from "../../../inputs/connection";
import { commentedExample } from "../../../outputs/books/documents";
import { writes } from "../../../outputs/output";
import { addComment } from "../../../zoho/books/documents/comments";

export const booksAddComment = action({
  display: {
    label: "Books - Add Comment",
    description: "Adds a comment to a record.",
  },
  inputs: {
    connection,
    organizationId,
    recordType: commentableType,
    recordId,
    comment,
    showToClients,
  },
  perform: (context, { connection, organizationId, ...input }) =>
    onBooks(context, connection, organizationId, (books) => addComment(books, input)),
  ...writes(commentedExample),
});
