import type { Answer } from "../core/answer";
import { refusals } from "./refusals";
import type { InnerCall, Route, SandboxRequest } from "./route";

export type Dispatch = (outer: SandboxRequest, inner: InnerCall) => Promise<Answer>;

/**
 * Leads calls within calls to their operations. Token, limits, faults and the ledger are those of the outer
 * call; scopes are checked.
 */
export function dispatcher(routes: readonly Route[]): Dispatch {
  const find = finder(routes);
  return async (outer, inner) => {
    const found = find(inner.path);
    if (!found) return refusals.crm.path;
    const route = found.routes.find(({ method }) => method === inner.method);
    if (!route) return refusals.crm.verb;
    const request: SandboxRequest = { ...outer, ...inner, params: found.params, files: [] };
    const scopes = route.scopes?.(request) ?? [];
    if (scopes.length > 0 && !scopes.some(outer.holdsScope)) return refusals.crm.scope;
    return route.handle(request);
  };
}

interface Found {
  routes: Route[];
  params: Record<string, string>;
}

const isParam = (segment: string): boolean => segment.startsWith(":");

/** Finds the routes of a path as the server does: the most specific path wins, whatever its verbs. */
function finder(routes: readonly Route[]): (path: string) => Found | undefined {
  const patterns = new Map<string, { segments: string[]; routes: Route[] }>();
  for (const route of routes) {
    const key = route.path.replace(/:\w+/g, ":");
    const known = patterns.get(key) ?? { segments: route.path.split("/"), routes: [] };
    known.routes.push(route);
    patterns.set(key, known);
  }
  // What is written out stands before what is named, from the left: so the first that fits is the most
  // specific.
  const rank = (segments: readonly string[]) =>
    segments.map((segment) => (isParam(segment) ? 1 : 0)).join("");
  const ordered = [...patterns.values()].sort((left, right) =>
    rank(left.segments) < rank(right.segments) ? -1 : 1,
  );
  return (path) => {
    const given = path.split("/");
    const found = ordered.find(
      ({ segments }) =>
        segments.length === given.length &&
        segments.every((segment, index) => isParam(segment) || segment === given[index]),
    );
    if (!found) return undefined;
    const named = found.segments.flatMap((segment, index): [string, string][] =>
      isParam(segment) ? [[segment.slice(1), decoded(given[index] ?? "")]] : [],
    );
    return { routes: found.routes, params: Object.fromEntries(named) };
  };
}

/** A text that is badly encoded stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
