import type { Choice } from "../core/choice";
import { bodyChoices, callChoices, type KnownCall, knownCalls } from "../http/knownCalls";
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

/** The calls of Zoho's files, which are loaded when they are first asked for. */
const known = {
  version: "3",
  calls: async (): Promise<KnownCall[]> => knownCalls((await import("./knownCalls.json")).default, "books"),
};

/** The calls of Zoho's files as a picker offers them: those that have every word of a text. */
export const operationChoices = async (searchText?: string): Promise<Choice[]> =>
  callChoices(await known.calls(), searchText);

/** A template of the body that a call takes, as a picker offers it. */
export const bodyTemplates = async (operation?: string): Promise<Choice[]> =>
  bodyChoices((await import("./callBodies.json")).default, operation);

/**
 * A call to any path under `/books/`. The organisation is added, unless the call names one itself or asks for
 * the organisations.
 */
export async function booksRawCall(books: Books, input: RawInput): Promise<unknown> {
  const rows = { read: rawOperations.rawRead, write: rawOperations.rawWrite, prefix: "/books/", known };
  const named =
    /[?&]organization_id=|\/organizations\/?(\?|$)/.test(input.url ?? input.operation ?? "") ||
    input.queryParams?.organization_id;
  const organization = named ? {} : { organization_id: await books.organization() };
  const queryParams = { ...organization, ...input.queryParams };
  const operation = { ...rawOperations.rawWrite, method: input.method ?? "GET" };
  return explaining(books.transport, operation, () =>
    rawRequest(books.transport, rows, { ...input, queryParams }),
  );
}
