import type { FastifyReply, FastifyRequest } from "fastify";
import fastify from "fastify";
import type { Answer } from "../core/answer";
import { splitDataCenter } from "../core/dataCenters";
import type { World } from "../world";
import { type Arrival, arrival } from "./arrival";
import { parseBody } from "./body";
import { dispatcher, type Found, finder } from "./dispatch";
import { exchange } from "./exchange";
import type { Route } from "./route";
import { encode, send } from "./wire";

/** Zoho takes attachments of up to 100 MB; the rest is room for what a multipart body adds. */
const BODY_LIMIT_BYTES = 101 * 1024 * 1024;

/** A request of the control interface: no token, limit, fault or ledger comes between. */
export type ControlRoute = Omit<Route, "operation" | "scopes" | "credits" | "subConcurrency">;

/** A server that answers; `url` has no slash at its end. */
export interface Listening {
  url: string;
  close(): Promise<void>;
}

/**
 * Serves a world on 127.0.0.1. Fastify reads requests; where they lead is decided by `finder`, and what the
 * answers are in the pipeline.
 */
export async function serve(
  world: World,
  routes: readonly Route[],
  controlRoutes: readonly ControlRoute[],
  port = 0,
): Promise<Listening> {
  const find = finder(routes);
  const findControl = finder(controlRoutes);
  const dispatch = dispatcher(find);

  /** Leads a request to its operation, or to the refusal of what was wrong with it before that. */
  const lead =
    (refusal?: "path" | "size" | "body") =>
    async (incoming: FastifyRequest, reply: FastifyReply): Promise<void> => {
      reply.hijack();
      const arrived = arrival(world, dispatch, incoming, reply);
      const { method, path } = arrived.request;
      if (path.startsWith("/__sandbox/")) {
        const answer = await control(findControl(method, path), arrived);
        send(reply.raw, answer, encode(answer.body));
        return;
      }
      const found = find(method, path);
      arrived.request.params = found.params;
      await exchange(arrived, refusal ? { refusal } : found);
    };

  const app = fastify({
    bodyLimit: BODY_LIMIT_BYTES,
    exposeHeadRoutes: false,
    forceCloseConnections: true,
    rewriteUrl: ({ url }) => splitDataCenter(url ?? "/").rest,
    frameworkErrors: (_error, request, reply) => void lead("path")(request, reply),
    schemaController: { compilersFactory: { buildValidator: noSchema, buildSerializer: noSchema } },
    routerOptions: { querystringParser: () => ({}) },
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
  app.addHook("onRequest", refuseOtherHosts);
  app.setErrorHandler((error, request, reply) => {
    // What is left of the body is not read, so that the connection cannot be used again.
    reply.raw.setHeader("Connection", "close");
    const isTooLarge = error instanceof Error && "statusCode" in error && error.statusCode === 413;
    return lead(isTooLarge ? "size" : "body")(request, reply);
  });
  app.all("/*", lead());
  app.setNotFoundHandler(lead());

  const url = await app.listen({ host: "127.0.0.1", port });
  return { url, close: () => app.close() };
}

/** In place of Fastify's own compilers of schemas, of which no route has any and which take long to load. */
function noSchema(): never {
  throw new Error("No route of the sandbox has a schema.");
}

/** A web page whose name was pointed at this machine sends its own name; it is to reach nothing here. */
function refuseOtherHosts(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  const isOwn = /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? "");
  if (isOwn) done();
  else reply.code(403).send({ error: "The sandbox answers to 127.0.0.1 and localhost only." });
}

async function control(found: Found<ControlRoute>, { request, raw }: Arrival): Promise<Answer> {
  if ("refusal" in found) return { status: 404, body: { error: "There is no such control." } };
  try {
    const parsed = await parseBody(request.headers["content-type"] ?? "", raw);
    if (parsed === "broken") return { status: 400, body: { error: "The body is not JSON." } };
    return await found.route.handle(Object.assign(request, parsed, { params: found.params }));
  } catch (error) {
    console.error(`The sandbox failed at ${request.method} ${request.path}:`, error);
    return { status: 500, body: { error: String(error) } };
  }
}
