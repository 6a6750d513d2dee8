import { type RawInput, rawRequest } from "../http/raw";
import type { Books } from "./books";
import { explaining } from "./organizations";

/** Requests of a builder's own making. */
export const rawOperations = {
  rawRead: {
    method: "GET",
    path: "{anyPath}",
    safety: "safe",
    class: "books",
    scope: "that the path needs",
    credits: 1,
    success: [200, 204],
    anyAnswer: true,
  },
  rawWrite: {
    method: "POST",
    path: "{anyPath}",
    safety: "unsafe",
    class: "books",
    scope: "that the path needs",
    credits: 1,
    success: [200, 201, 202, 204],
    anyAnswer: true,
  },
} as const;

/**
 * A call to any path under `/books/`. The organisation is added, unless the call names one itself or asks for
 * the organisations.
 */
export async function booksRawCall(books: Books, input: RawInput): Promise<unknown> {
  const rows = { read: rawOperations.rawRead, write: rawOperations.rawWrite, prefix: "/books/" };
  const named =
    /[?&]organization_id=|\/organizations\/?(\?|$)/.test(input.url) || input.queryParams?.organization_id;
  const organization = named ? {} : { organization_id: await books.organization() };
  const queryParams = { ...organization, ...input.queryParams };
  const operation = { ...rawOperations.rawWrite, method: input.method };
  return explaining(books.transport, operation, () =>
    rawRequest(books.transport, rows, { ...input, queryParams }),
  );
}
