import type { Route } from "../../http/route";
import { json, startTestServer, type TestServer } from "../../testing";
import { objectsOf, partsOf, textOf } from "../core/values";
import { booksRoutes } from "../routes";

type Json = Record<string, unknown>;

export interface Reply {
  status: number;
  body: Json;
}

export interface CallOptions {
  /** Values for the `:names` of the path. */
  params?: Record<string, unknown>;
  query?: Record<string, string>;
  body?: unknown;
  headers?: Record<string, string>;
}

const routesByOperation = new Map(booksRoutes.map((route) => [route.operation, route]));

/** A client of one organisation of Books, for tests. */
export class BooksClient {
  private constructor(
    readonly server: TestServer,
    readonly organizationId: string,
  ) {}

  /** A sandbox with Books, whose limits are out of the way. */
  static async start(): Promise<BooksClient> {
    const server = await startTestServer([...booksRoutes]);
    await server.control("POST", "limits", { books: { perMinute: 1_000_000, perDay: 1_000_000 } });
    return new BooksClient(server, server.world.books.all()[0]?.id ?? "");
  }

  close(): Promise<void> {
    return this.server.close();
  }

  control(method: string, path: string, body?: unknown): Promise<unknown> {
    return this.server.control(method, path, body);
  }

  /**
   * Sends a request to a path under `/books/v3/`, with the organisation and a token of full access unless
   * `init` has another.
   */
  fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(`${this.server.url}/books/v3/${path}`);
    if (!url.searchParams.has("organization_id"))
      url.searchParams.set("organization_id", this.organizationId);
    const headers = new Headers(this.server.authorization(["ZohoBooks.fullaccess.all"]));
    for (const [name, value] of new Headers(init.headers)) headers.set(name, value);
    return fetch(url, { ...init, headers });
  }

  /** Calls an operation by its name. */
  async call(
    operation: string,
    { params = {}, query = {}, body, headers = {} }: CallOptions = {},
  ): Promise<Reply> {
    const { method, path } = this.route(operation);
    const filled = path
      .replace("/books/v3/", "")
      .replace(/:(\w+)/g, (_, name: string) => textOf(params[name]));
    const response = await this.fetch(`${filled}?${new URLSearchParams(query)}`, json(method, body, headers));
    return { status: response.status, body: partsOf(await response.json()) };
  }

  /** Calls an operation that must succeed, and gives what its answer holds under `key`. */
  async ok(operation: string, key: string, options: CallOptions = {}): Promise<Json> {
    const { status, body } = await this.call(operation, options);
    if (status > 201 || body.code !== 0) throw new Error(`${operation}: ${status} ${JSON.stringify(body)}`);
    return partsOf(body[key]);
  }

  /** All records of a type as stored. */
  async stored(path: string): Promise<Json[]> {
    return objectsOf(partsOf(await this.control("GET", `books/${path}`)).data);
  }

  private route(operation: string): Route {
    const route = routesByOperation.get(operation);
    if (!route) throw new Error(`There is no operation ${operation}.`);
    return route;
  }
}
