import type { Answer, UploadedFile } from "../core/answer";
import type { DataCenter } from "../core/dataCenters";
import type { World } from "../world";

/** A call within a call: the same caller, and no gateway in between. */
export interface InnerCall {
  method: string;
  /** Path without the query, such as `/crm/v8/Leads`. */
  path: string;
  query: URLSearchParams;
  /** With names in lower case. */
  headers: Record<string, string>;
  body: unknown;
}

/** What a handler sees of a request once authentication, limits and faults have let it through. */
export interface SandboxRequest {
  method: string;
  /** Path without the data-centre prefix and the query, such as `/crm/v8/Leads`. */
  path: string;
  /** Named parts of the route's path, decoded: `{ version: "v8", module: "Leads" }`. */
  params: Record<string, string>;
  query: URLSearchParams;
  headers: Record<string, string | undefined>;
  /** Parsed JSON, the fields of a form, or undefined when there was no body. */
  body: unknown;
  files: UploadedFile[];
  /** The base URL under which this request reached the sandbox, data-centre prefix included. */
  baseUrl: string;
  dataCenter: DataCenter;
  /**
   * Whether the call's token holds a scope, for calls that need more than one; false where there is no token.
   */
  holdsScope: (scope: string) => boolean;
  /** Carries out another call as a part of this one. */
  dispatch: (inner: InnerCall) => Promise<Answer>;
  world: World;
}

/** One operation of the emulated API, as data; `coverage.json` has a row for each `operation`. */
export interface Route {
  /** A name of its own, such as `crm.records.list`. */
  operation: string;
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /**
   * `:name` for one segment: `/crm/:version/:module/:id`. The most specific path wins, whatever its verbs:
   * where only `GET /crm/:version/:module/search` is a route, `PUT /crm/v8/Leads/search` is the wrong verb,
   * and no id.
   */
  path: string;
  /**
   * Scopes of which the token must hold one (`ZohoCRM.modules.leads.READ` is also held through `.ALL` and
   * through `ZohoCRM.modules.READ`/`.ALL`); none: no token needed.
   */
  scopes?: (request: SandboxRequest) => string[];
  /** Credits of this call; 1 when left out. */
  credits?: (request: SandboxRequest, answer: Answer) => number;
  /** Whether the call also counts against the sub-concurrency of 10. */
  subConcurrency?: (request: SandboxRequest) => boolean;
  handle: (request: SandboxRequest) => Answer | Promise<Answer>;
}
