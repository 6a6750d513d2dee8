import type { Answer } from "../core/answer";

export type Product = "accounts" | "crm" | "books" | "others";

export function productOf(path: string): Product {
  // The results of bulk writes stand at `/v8/crm/…`.
  if (/^\/(v[\d.]+\/)?crm\//.test(path)) return "crm";
  if (path.startsWith("/books/")) return "books";
  return /^\/(api|bigin|billing|expense|inventory|invoice|recruit)\//.test(path) ? "others" : "accounts";
}

/** Why a call did not get as far as its operation, or not through it. */
export type RefusalKind =
  | "deadToken"
  | "noToken"
  | "foreignToken"
  | "scope"
  | "permission"
  | "concurrency"
  | "credits"
  | "minute"
  | "path"
  | "verb"
  | "body"
  | "size"
  | "crash"
  | "unavailable";

/** CRM's envelope of an error that concerns the whole request. */
export function crmError(status: number, code: string, message: string, details: object = {}): Answer {
  return { status, body: { code, details, message, status: "error" } };
}

/** Books' envelope of an error. */
export function booksError(status: number, code: number, message: string): Answer {
  return { status, body: { code, message } };
}

/** What Books says once an organization has made so many calls in a day. */
export const booksDayOver = (perDay: number): Answer =>
  booksError(
    429,
    45,
    `The API call for this organization has exceeded the maximum call rate limit of ${perDay.toLocaleString("en-US")}.`,
  );

const accountsError = (status: number, error: string): Answer => ({ status, body: { error } });

const crmNoToken = crmError(401, "AUTHENTICATION_FAILURE", "Authentication failed");
const crmConcurrency = crmError(
  429,
  "TOO_MANY_REQUESTS",
  "The concurrency limit of the user for the app is exceeded",
);
const booksUnauthorized = booksError(401, 57, "You are not authorized to perform this operation");
const accountsUnauthorized = accountsError(401, "invalid_token");
const accountsThrottled = accountsError(429, "Access Denied");

/** The words of Desk, in which all other products speak here. */
const othersError = (status: number, errorCode: string, message: string): Answer => ({
  status,
  body: { errorCode, message },
});

const othersUnauthorized = othersError(401, "INVALID_OAUTH", "The OAuth Token you provided is invalid.");
const othersThrottled = othersError(429, "TOO_MANY_REQUESTS", "Too many requests.");

/** Each product's own words. FIDELITY.md says which of them are Zoho's to the letter. */
export const refusals: Record<Product, Record<RefusalKind, Answer>> = {
  crm: {
    deadToken: crmError(401, "INVALID_TOKEN", "invalid oauth token"),
    noToken: crmNoToken,
    foreignToken: crmNoToken,
    scope: crmError(401, "OAUTH_SCOPE_MISMATCH", "invalid oauth scope to access this URL"),
    permission: crmError(403, "NO_PERMISSION", "permission denied", {
      permissions: ["Crm_Implied_Api_Access"],
    }),
    concurrency: crmConcurrency,
    minute: crmConcurrency,
    credits: crmError(429, "TOO_MANY_REQUESTS", "Number of API requests for the 24 hour period is exceeded"),
    path: crmError(404, "INVALID_URL_PATTERN", "Please check if the URL trying to access is a correct one"),
    verb: crmError(400, "INVALID_REQUEST_METHOD", "The http request method type is not a valid one"),
    body: crmError(400, "INVALID_DATA", "body", { expected_data_type: "jsonobject" }),
    size: crmError(413, "REQUEST_ENTITY_TOO_LARGE", "Request entity too large"),
    crash: crmError(500, "INTERNAL_ERROR", "Internal Server Error"),
    unavailable: crmError(503, "SERVICE_UNAVAILABLE", "Service temporarily unavailable (for maintenance)"),
  },
  books: {
    deadToken: booksUnauthorized,
    noToken: booksError(
      401,
      14,
      "The request could not be authenticated as the authentication value you entered is invalid. Enter a valid authentication value and try again.",
    ),
    foreignToken: booksUnauthorized,
    scope: booksUnauthorized,
    permission: booksUnauthorized,
    concurrency: booksError(
      429,
      1070,
      "You have reached the maximum number of in process requests allowed. Kindly try again after some time.",
    ),
    credits: booksDayOver(1_000),
    minute: booksError(
      429,
      44,
      "For security reasons your account has been blocked as you have exceeded the maximum number of requests per minute that can originate from one account.",
    ),
    path: booksError(404, 5, "Invalid URL Passed"),
    verb: booksError(405, 405, "Method Not Allowed"),
    body: booksError(400, 1038, "JSON is not well formed"),
    size: booksError(413, 413, "Request entity too large"),
    crash: booksError(500, 1000, "Internal error"),
    unavailable: booksError(503, 503, "Service temporarily unavailable"),
  },
  others: {
    deadToken: othersUnauthorized,
    noToken: othersUnauthorized,
    foreignToken: othersUnauthorized,
    scope: othersError(403, "SCOPE_MISMATCH", "The OAuth Token does not have the scope of this operation."),
    permission: othersError(403, "FORBIDDEN", "You do not have access to this operation."),
    concurrency: othersThrottled,
    minute: othersThrottled,
    credits: othersThrottled,
    path: othersError(404, "URL_NOT_FOUND", "The URL you requested could not be found."),
    verb: othersError(405, "METHOD_NOT_ALLOWED", "The method is not allowed for this URL."),
    body: othersError(400, "UNPROCESSABLE_ENTITY", "The body is not valid JSON."),
    size: othersError(413, "PAYLOAD_TOO_LARGE", "The request is too large."),
    crash: othersError(500, "INTERNAL_SERVER_ERROR", "An internal error occurred."),
    unavailable: othersError(503, "SERVICE_UNAVAILABLE", "The service is not available."),
  },
  accounts: {
    deadToken: accountsUnauthorized,
    noToken: accountsUnauthorized,
    foreignToken: accountsUnauthorized,
    scope: accountsUnauthorized,
    permission: accountsUnauthorized,
    concurrency: accountsThrottled,
    credits: accountsThrottled,
    minute: accountsThrottled,
    path: accountsError(404, "not_found"),
    verb: accountsError(405, "method_not_allowed"),
    body: accountsError(400, "invalid_request"),
    size: accountsError(413, "request_too_large"),
    crash: accountsError(500, "server_error"),
    unavailable: accountsError(503, "temporarily_unavailable"),
  },
};

/** The refusal of a call too many in the keys of an older client's test. */
export const inOlderKeys = ({ status, body }: Answer): Answer => ({
  status,
  body: { code: status, error: "TOO_MANY_REQUESTS", error_info: textOf(body, "message"), details: [] },
});

const textOf = (body: unknown, key: string): string =>
  String(typeof body === "object" && body !== null ? Reflect.get(body, key) : "");

/** What a product says with a status when nothing more is known. */
export function wordsFor(product: Product, status: number): unknown {
  return Object.values(refusals[product]).find((answer) => answer.status === status)?.body;
}
