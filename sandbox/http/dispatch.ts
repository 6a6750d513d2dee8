import type { Answer } from "../core/answer";
import { refusals } from "./refusals";
import type { InnerCall, Route, SandboxRequest } from "./route";

/** What routing looks at of a route. */
type Routed = Pick<Route, "method" | "path">;

/** Where a path leads: to a route with the values of its named segments, or to none. */
export type Found<R extends Routed> =
  | { route: R; params: Record<string, string> }
  | { refusal: "path" | "verb"; params: Record<string, string> };

export type Find<R extends Routed> = (method: string, path: string) => Found<R>;

export type Dispatch = (outer: SandboxRequest, inner: InnerCall) => Promise<Answer>;

/**
 * Leads calls within calls to their operations. Token, limits, faults and the ledger are those of the outer
 * call; scopes are checked.
 */
export function dispatcher(find: Find<Route>): Dispatch {
  return async (outer, inner) => {
    const found = find(inner.method, inner.path);
    if ("refusal" in found) return refusals.crm[found.refusal];
    const { route, params } = found;
    const request: SandboxRequest = { ...outer, ...inner, params, files: [] };
    const scopes = route.scopes?.(request) ?? [];
    if (scopes.length > 0 && !scopes.some(outer.holdsScope)) return refusals.crm.scope;
    return route.handle(request);
  };
}

const isParam = (segment: string): boolean => segment.startsWith(":");

/**
 * Finds the route of a method and path: the most specific path wins, whatever its verbs. A last segment `*`
 * stands for all that follows, its value under that name.
 */
export function finder<R extends Routed>(routes: readonly R[]): Find<R> {
  const patterns = new Map<string, { segments: string[]; routes: R[] }>();
  for (const route of routes) {
    const key = route.path.replace(/:\w+/g, ":");
    const known = patterns.get(key) ?? { segments: route.path.split("/"), routes: [] };
    known.routes.push(route);
    patterns.set(key, known);
  }
  // What is written out stands before what is named, from the left: so the first that fits is the most
  // specific.
  const rank = (segments: readonly string[]) =>
    segments.map((segment) => (segment === "*" ? 2 : isParam(segment) ? 1 : 0)).join("");
  const ordered = [...patterns.values()]
    .map((pattern) => ({ ...pattern, rank: rank(pattern.segments) }))
    .sort((left, right) => (left.rank < right.rank ? -1 : 1));
  const ofLength = new Map<number, typeof ordered>();
  const fitting = (length: number): typeof ordered => {
    const known = ofLength.get(length) ?? ordered.filter(({ segments }) => mayHave(segments, length));
    ofLength.set(length, known);
    return known;
  };
  return (method, path) => {
    const given = path.split("/");
    const found = fitting(given.length).find(({ segments }) => fits(segments, given));
    if (!found) return { refusal: "path", params: {} };
    const params = named(found.segments, given);
    const route = found.routes.find((each) => each.method === method);
    return route ? { route, params } : { refusal: "verb", params };
  };
}

/** Whether a path of so many segments may be meant. */
const mayHave = (segments: readonly string[], length: number): boolean =>
  segments.at(-1) === "*" ? length >= segments.length : length === segments.length;

const fits = (segments: readonly string[], given: readonly string[]): boolean =>
  segments.every((segment, index) => segment === given[index] || segment === "*" || isParam(segment));

function named(segments: readonly string[], given: readonly string[]): Record<string, string> {
  const pairs = segments.flatMap((segment, index): [string, string][] => {
    if (segment === "*") return [["*", given.slice(index).map(decoded).join("/")]];
    return isParam(segment) ? [[segment.slice(1), decoded(given[index] ?? "")]] : [];
  });
  return Object.fromEntries(pairs);
}

/** A text that is badly encoded stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
