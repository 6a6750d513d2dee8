import { type RawInput, rawRequest } from "../http/raw";
import type { Books } from "./books";
import { booksOperations } from "./operations";
import { explaining } from "./organizations";

/** A call to any path under `/books/`. The organisation is added, unless the call names one itself or asks for the organisations. */
export async function booksRawCall(books: Books, input: RawInput): Promise<unknown> {
  const rows = { read: booksOperations.rawRead, write: booksOperations.rawWrite, prefix: "/books/" };
  const named =
    /[?&]organization_id=|\/organizations\/?(\?|$)/.test(input.url) || input.queryParams?.organization_id;
  const organization = named ? {} : { organization_id: await books.organization() };
  const queryParams = { ...organization, ...input.queryParams };
  const operation = { ...booksOperations.rawWrite, method: input.method };
  return explaining(books.transport, operation, () =>
    rawRequest(books.transport, rows, { ...input, queryParams }),
  );
}
