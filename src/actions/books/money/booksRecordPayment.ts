import { action } from "@prismatic-io/spectral";
import { onBooks } from "../../../client";
import {
  accountId,
  amount,
  date,
  payableType,
  paymentMode,
  referenceNumber,
} from "../../../inputs/books/money";
import { organizationId } from "../../../inputs/books/organization";
import { dynamicValues, recordId } from "../../../inputs/books/records";
import { connection } from "../../../inputs/connection";
import { paymentExample } from "../../../outputs/books/money";
import { writes } from "../../../outputs/output";
import { recordPayment } from "../../../zoho/books/money";

export const booksRecordPayment = action({
  display: {
    label: "Books - Record Payment",
    description: "Records the payment of an invoice, a retainer invoice or a bill.",
  },
  inputs: {
    connection,
    organizationId,
    recordType: payableType,
    recordId,
    amount,
    date,
    paymentMode,
    referenceNumber,
    accountId,
    dynamicValues,
  },
  perform: (context, { connection, organizationId, ...input }) =>
    onBooks(context, connection, organizationId, (books) => recordPayment(books, input)),
  ...writes(paymentExample),
});
