import type { Fault } from "../support/sandbox";

/** What may happen to a call, without how often. */
export type Effect = Omit<Fault, "times">;

const refused = (status: number, code: string, message: string): Fault["effect"] => ({
  status,
  body: { code, details: {}, message, status: "error" },
});

const throttled = (headers: Record<string, string>): Effect => ({
  effect: { ...refused(429, "TOO_MANY_REQUESTS", "concurrency"), headers },
});

/** What may happen to any call of Zoho's: on the wire, on the way, and by Zoho's own word. */
export const effects: readonly Effect[] = [
  { effect: { delayMs: 20 } },
  { effect: { reset: true } },
  { applied: true, effect: { reset: true } },
  { applied: true, effect: { truncate: 30 } },
  { applied: true, effect: { truncate: true } },
  { applied: true, effect: { stall: true } },
  { effect: { slice: 1 } },
  { effect: { slice: 7 } },
  { applied: true, effect: { gzip: "cut" } },
  { effect: { gzip: "bomb" } },
  { applied: true, effect: { understate: 5 } },
  { effect: { html: true } },
  { effect: { status: 200, body: "<html>Back soon</html>" } },
  { effect: { status: 200, body: {} } },
  { effect: { status: 200, body: [] } },
  { effect: { status: 200, body: { data: [null] } } },
  // Of a read it would say that there is nothing, and nobody could tell.
  { method: "POST", path: "^/crm/v8/Leads", effect: { status: 204 } },
  { effect: { status: 502, body: "<html>Bad Gateway</html>" } },
  { effect: refused(500, "INTERNAL_ERROR", "Internal Server Error") },
  { effect: refused(503, "SERVICE_UNAVAILABLE", "Service temporarily unavailable") },
  { applied: true, effect: refused(504, "INTERNAL_ERROR", "Gateway Timeout") },
  throttled({}),
  throttled({ "Retry-After": "1" }),
  throttled({ "Retry-After": "soon" }),
  throttled({ "Retry-After": "Thu, 01 Jan 1970 00:00:00 GMT" }),
  throttled({ "Retry-After": "99999" }),
  { effect: refused(401, "INVALID_TOKEN", "invalid oauth token") },
  { method: "GET", effect: refused(400, "EXPIRED_VALUE", "the page token has expired") },
  { effect: { status: 302, body: "", headers: { location: "https://zoho.example/" } } },
  { effect: { headers: { "content-encoding": "gzip" } } },
  { effect: { headers: { "content-type": "text/plain; charset=utf-16" } } },
  { effect: { headers: { connection: "close" } } },
  { effect: { headers: { "x-padding": "x".repeat(20_000) } } },
];
