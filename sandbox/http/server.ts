import type { FastifyReply, FastifyRequest, HTTPMethods } from "fastify";
import fastify from "fastify";
import type { Answer } from "../core/answer";
import { splitDataCenter } from "../core/dataCenters";
import type { World } from "../world";
import { type Arrival, arrival } from "./arrival";
import { parseBody } from "./body";
import { dispatcher } from "./dispatch";
import { exchange } from "./exchange";
import type { Target } from "./pipeline";
import type { Route } from "./route";
import { encode, send } from "./wire";

/** Zoho takes attachments of up to 100 MB; the rest is room for what a multipart body adds. */
const BODY_LIMIT_BYTES = 101 * 1024 * 1024;
const VERBS = ["GET", "POST", "PUT", "PATCH", "DELETE"] satisfies Route["method"][];
const OTHER_VERBS: HTTPMethods[] = ["HEAD", "OPTIONS", "TRACE"];

/** A request of the control interface: no token, limit, fault or ledger comes between. */
export type ControlRoute = Omit<Route, "operation" | "scopes" | "credits" | "subConcurrency">;

/** A server that answers; `url` has no slash at its end. */
export interface Listening {
  url: string;
  close(): Promise<void>;
}

/**
 * Serves a world on 127.0.0.1. Fastify routes and reads bodies; what the answers are is decided in the
 * pipeline.
 */
export async function serve(
  world: World,
  routes: readonly Route[],
  controlRoutes: readonly ControlRoute[],
  port = 0,
): Promise<Listening> {
  const app = fastify({
    bodyLimit: BODY_LIMIT_BYTES,
    exposeHeadRoutes: false,
    forceCloseConnections: true,
    rewriteUrl: ({ url }) => splitDataCenter(url ?? "/").rest,
    frameworkErrors: (_error, request, reply) => void lead({ refusal: "path" })(request, reply),
    routerOptions: { maxParamLength: 4096, querystringParser: () => ({}) },
  });

  const dispatch = dispatcher(routes);
  const lead = (target: Target) => async (request: FastifyRequest, reply: FastifyReply) => {
    reply.hijack();
    await exchange(arrival(world, dispatch, request, reply), target);
  };
  const steer = (route: ControlRoute) => async (request: FastifyRequest, reply: FastifyReply) => {
    reply.hijack();
    const answer = await control(route, arrival(world, dispatch, request, reply));
    send(reply.raw, answer, encode(answer.body));
  };

  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
  app.addHook("onRequest", refuseOtherHosts);
  app.setNotFoundHandler(lead({ refusal: "path" }));
  app.setErrorHandler((error, request, reply) => {
    // What is left of the body is not read, so that the connection cannot be used again.
    reply.raw.setHeader("Connection", "close");
    const isTooLarge = error instanceof Error && "statusCode" in error && error.statusCode === 413;
    return lead({ refusal: isTooLarge ? "size" : "body" })(request, reply);
  });
  for (const route of routes) app.route({ method: route.method, url: route.path, handler: lead({ route }) });
  for (const [url, method] of wrongVerbs(routes)) {
    app.route({ method, url, handler: lead({ refusal: "verb" }) });
  }
  for (const route of controlRoutes) {
    app.route({ method: route.method, url: route.path, handler: steer(route) });
  }
  app.all("/__sandbox/*", (_request, reply) => reply.code(404).send({ error: "There is no such control." }));

  const url = await app.listen({ host: "127.0.0.1", port });
  return { url, close: () => app.close() };
}

/** A web page whose name was pointed at this machine sends its own name; it is to reach nothing here. */
function refuseOtherHosts(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  const isOwn = /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? "");
  if (isOwn) done();
  else reply.code(403).send({ error: "The sandbox answers to 127.0.0.1 and localhost only." });
}

/** For each path, the verbs that none of its routes has. */
function wrongVerbs(routes: readonly Route[]): [path: string, verbs: HTTPMethods[]][] {
  const paths = new Map<string, { path: string; verbs: Set<string> }>();
  for (const { path, method } of routes) {
    const pattern = path.replace(/:\w+/g, ":");
    const known = paths.get(pattern) ?? { path, verbs: new Set() };
    paths.set(pattern, known);
    known.verbs.add(method);
  }
  return [...paths.values()].map(({ path, verbs }) => [
    path,
    [...VERBS.filter((verb) => !verbs.has(verb)), ...OTHER_VERBS],
  ]);
}

async function control(route: ControlRoute, { request, raw }: Arrival): Promise<Answer> {
  try {
    const parsed = await parseBody(request.headers["content-type"] ?? "", raw);
    if (parsed === "broken") return { status: 400, body: { error: "The body is not JSON." } };
    return await route.handle(Object.assign(request, parsed));
  } catch (error) {
    console.error(`The sandbox failed at ${request.method} ${request.path}:`, error);
    return { status: 500, body: { error: String(error) } };
  }
}
