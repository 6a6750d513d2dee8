import type { Answer } from "../core/answer";
import type { Route, SandboxRequest } from "../http/route";
import type { BooksOrganization } from "./core/organization";
import { Refusal } from "./core/refusal";
import type { Draft } from "./core/values";

/** A call to Books, with the organisation it is meant for. */
export interface BooksCall {
  organization: BooksOrganization;
  request: SandboxRequest;
  params: Record<string, string>;
  query: URLSearchParams;
  body: unknown;
}

type Handler<Call> = (call: Call) => Answer | Promise<Answer>;

const verbs = { GET: "READ", POST: "CREATE", PUT: "UPDATE", PATCH: "UPDATE", DELETE: "DELETE" };

/** `METHOD path` of a call: the path is what follows `/books/v3/`. */
export type Address = `${Exclude<Route["method"], "PATCH">} ${string}`;

/**
 * An area of `ZohoBooks`, or `area.VERB` where the verb is not the method's; nothing where no scope is
 * needed.
 */
export type Scope = string | ((request: SandboxRequest) => string | undefined);

/** A route of Books for a call without an organisation. */
export function accountRoute(
  operation: string,
  address: Address,
  scope: Scope,
  handle: Handler<SandboxRequest>,
): Route {
  const [method, path] = splitAddress(address);
  const fullName = (name: string) => `ZohoBooks.${name.includes(".") ? name : `${name}.${verbs[method]}`}`;
  return {
    operation: `books.${operation}`,
    method,
    path: `/books/v3/${path}`,
    scopes: (request) => {
      const name = typeof scope === "string" ? scope : scope(request);
      return name === undefined ? [] : [fullName(name)];
    },
    handle: async (request) => {
      try {
        return await handle(request);
      } catch (error) {
        if (error instanceof Refusal) return error.answer;
        throw error;
      }
    },
  };
}

/** A route of Books; a call that names no organisation of the user's is refused with 6041. */
export const booksRoute = (
  operation: string,
  address: Address,
  scope: Scope,
  handle: Handler<BooksCall>,
): Route => accountRoute(operation, address, scope, (request) => handle(callOf(request)));

/** A call with the organisation that it names; throws a Refusal where that is none of the user's. */
export function callOf(request: SandboxRequest): BooksCall {
  const { params, query, body } = request;
  return { organization: request.world.books.of(request), request, params, query, body };
}

function splitAddress(address: Address): [Exclude<Route["method"], "PATCH">, string] {
  const space = address.indexOf(" ");
  const method = address.slice(0, space);
  if (method !== "GET" && method !== "POST" && method !== "PUT" && method !== "DELETE")
    throw new Error(address);
  return [method, address.slice(space + 1)];
}

/** Books' envelope: code 0, a message, and the answer under its keys. */
export const done = (message: string, parts: Draft = {}, status = 200): Answer => ({
  status,
  body: { code: 0, message, ...parts },
});
