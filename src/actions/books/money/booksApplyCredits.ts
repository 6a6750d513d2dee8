import { action } from "@prismatic-io/spectral";
import { onBooks } from "../../../client";
import { creditableType, credits } from "../../../inputs/books/money";
import { organizationId } from "../../../inputs/books/organization";
import { recordId } from "../../../inputs/books/records";
import { connection } from "../../../inputs/connection";
import { creditsAppliedExample } from "../../../outputs/books/money";
import { writes } from "../../../outputs/output";
import { applyCredits } from "../../../zoho/books/money";

export const booksApplyCredits = action({
  display: {
    label: "Books - Apply Credits",
    description: "Applies credit notes, vendor credits or excess payments to an invoice or a bill.",
  },
  inputs: {
    connection,
    organizationId,
    recordType: creditableType,
    recordId,
    credits,
  },
  perform: (context, { connection, organizationId, ...input }) =>
    onBooks(context, connection, organizationId, (books) => applyCredits(books, input)),
  ...writes(creditsAppliedExample),
});
