import type { ServerResponse } from "node:http";
import type { FastifyReply, FastifyRequest } from "fastify";
import { prefixOf, splitDataCenter } from "../core/dataCenters";
import type { World } from "../world";
import type { Dispatch } from "./dispatch";
import { type Product, productOf } from "./refusals";
import type { SandboxRequest } from "./route";

/** A request as it came in, before anything has looked at it. */
export interface Arrival {
  product: Product;
  request: SandboxRequest;
  /** The body's bytes, not parsed yet. */
  raw: Buffer | undefined;
  response: ServerResponse;
}

export function arrival(
  world: World,
  dispatch: Dispatch,
  incoming: FastifyRequest,
  reply: FastifyReply,
): Arrival {
  const { url, headers } = incoming;
  const mark = url.indexOf("?");
  const path = mark < 0 ? url : url.slice(0, mark);
  const { dataCenter } = splitDataCenter(incoming.originalUrl);
  const request: SandboxRequest = {
    method: incoming.method,
    path,
    params: {},
    query: new URLSearchParams(mark < 0 ? "" : url.slice(mark + 1)),
    headers: singleHeaders(headers),
    body: undefined,
    files: [],
    baseUrl: `http://${headers.host}${prefixOf(dataCenter)}`,
    dataCenter,
    holdsScope: () => false,
    dispatch: (inner) => dispatch(request, inner),
    world,
  };
  const raw = Buffer.isBuffer(incoming.body) ? incoming.body : undefined;
  return { product: productOf(path), request, raw, response: reply.raw };
}

/** Node joins repeated headers, but for `set-cookie`, which no request has. */
function singleHeaders(headers: FastifyRequest["headers"]): Record<string, string | undefined> {
  const single: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(headers)) {
    single[name] = Array.isArray(value) ? value.join(", ") : value;
  }
  return single;
}
