import { setImmediate as turn } from "node:timers/promises";
import type { AccessToken } from "../accounts/accounts";
import type { Answer } from "../core/answer";
import { zohoTime } from "../core/clock";
import type { Gate } from "../core/gate";
import type { Arrival } from "./arrival";
import { parseBody } from "./body";
import { inOlderKeys, type Product, type RefusalKind, refusals } from "./refusals";
import type { Route } from "./route";
import { type Outcome, strike } from "./strike";
import { onceOver } from "./wire";

/** Where the router led a request: to an operation, or to none. */
export type Target = { route: Route } | { refusal: "path" | "verb" | "size" | "body" };

/** Whether a word may stand before a token: Books takes the general one too, the CRM perhaps. */
function isScheme(word: string, { product, request: { world } }: Arrival): boolean {
  if (word.toLowerCase() === "zoho-oauthtoken") return true;
  const takesGeneral = {
    crm: world.behaviours.bearerToken === "taken",
    books: true,
    others: true,
    accounts: false,
  };
  return word.toLowerCase() === "bearer" && takesGeneral[product];
}

/**
 * Carries a call through the sandbox: token, limits, fault, route, scope, body, operation.
 *
 * The token comes first because Zoho's gateway knows a call's organisation only by it, so nothing can be
 * counted before; the limits come next, so that a throttled call costs and does nothing. Faults strike behind
 * both: one that is set for a call is not used up by another that never got so far. Whether there is such a
 * path is known only to the product behind the gateway, and the scope only once the operation is found.
 */
export async function carry(arrival: Arrival, target: Target): Promise<Outcome> {
  const { product, request, response } = arrival;
  const { world } = request;
  const refuse = (kind: RefusalKind): Outcome => ({ answer: refusals[product][kind], credits: 0 });
  const parsed = await parseBody(request.headers["content-type"] ?? "", arrival.raw);
  if (parsed !== "broken") Object.assign(request, parsed);

  const token = needsToken(arrival, target) ? authenticate(arrival) : undefined;
  if (typeof token === "string") return refuse(token);
  if (token) request.holdsScope = (scope) => token.grant.scopes.hold(scope);

  const gate = token && world.gateFor(product, request);
  const sub = "route" in target && (target.route.subConcurrency?.(request) ?? false);
  const throttled = gate?.enter(sub);
  if (throttled) {
    const refusal = gate?.words?.(throttled) ?? refusals[product][throttled];
    const isOlder = product === "crm" && world.behaviours.throttleKeys === "error";
    const answer = isOlder ? inOlderKeys(refusal) : refusal;
    return { answer: withGatewayHeaders(answer, product, token, gate), credits: 0 };
  }
  if (gate) onceOver(response, () => gate.leave(sub));

  const isShutOut = product === "crm" && !world.limits.apiAccess;

  const operate = async (): Promise<Outcome> => {
    if (isShutOut) return refuse("permission");
    if ("refusal" in target) return refuse(target.refusal);
    const { route } = target;
    const scopes = route.scopes?.(request) ?? [];
    if (scopes.length > 0 && !scopes.some(request.holdsScope)) return refuse("scope");
    if (parsed === "broken") return refuse("body");
    const answer = await route.handle(request);
    const credits = gate ? (route.credits?.(request, answer) ?? 1) : 0;
    gate?.charge(credits);
    return { answer, credits };
  };

  const effect = world.faults.take(request.method, request.path);
  // Calls that came in together are in flight together: none is answered before all that have arrived are let
  // in or refused.
  await turn();
  const outcome = await (effect ? strike(effect, arrival, operate) : operate());
  return { ...outcome, answer: withGatewayHeaders(outcome.answer, product, token, gate) };
}

function needsToken({ product }: Arrival, target: Target): boolean {
  return "route" in target ? target.route.scopes !== undefined : product !== "accounts";
}

function authenticate(arrival: Arrival): AccessToken | "noToken" | "deadToken" | "foreignToken" {
  const { request } = arrival;
  const [, scheme = "", value = ""] = /^(\S+) +(\S+) *$/.exec(request.headers.authorization ?? "") ?? [];
  if (!isScheme(scheme, arrival)) return "noToken";
  const token = request.world.accounts.find(value);
  if (!token) return "deadToken";
  return token.grant.dataCenter === request.dataCenter ? token : "foreignToken";
}

/** What a live answer of v7 was seen to carry (2025): its JSON has the name of a file. */
const crmHeaders = {
  Server: "ZGS",
  Clientversion: "1",
  Clientsubversion: "1",
};
const namedJson = { "Content-Disposition": "attachment; filename=response.json" };

/** When the token ends, the credits left once they are running low, and what else the CRM's gateway adds. */
function withGatewayHeaders(
  answer: Answer,
  product: Product,
  token: AccessToken | undefined,
  gate: Gate | undefined,
): Answer {
  if (!token || !gate) return answer;
  const reset = { "X-ACCESSTOKEN-RESET": zohoTime(token.expiresAt) };
  const isJson = typeof answer.body === "object" && !Buffer.isBuffer(answer.body);
  const added = product === "crm" ? { ...crmHeaders, ...(isJson && namedJson) } : {};
  return { ...answer, headers: { ...added, ...reset, ...gate.headers(), ...answer.headers } };
}
