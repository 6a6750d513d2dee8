import { isObject, type JsonObject, objectsAt, textAt } from "../core/json";
import { inputError, ZohoError } from "../http/errors";
import type { Operation } from "../http/operation";
import type { Transport } from "../http/transport";

/** The organizations of a login. */
export const organizationOperations = {
  getOrganizations: {
    method: "GET",
    path: "/books/{version}/organizations",
    safety: "safe",
    class: "books",
    scope: "ZohoBooks.settings.READ",
    credits: 1,
    success: [200],
    answers: "organizations",
  },
} as const;

const LIFETIME_MS = 10 * 60_000;

/**
 * The organisations that the login belongs to, as Zoho describes them.
 * @see https://www.zoho.com/books/api/v3/organizations/
 */
export async function getOrganizations(zoho: Transport): Promise<JsonObject> {
  const { body } = await zoho.send(organizationOperations.getOrganizations);
  return isObject(body) ? body : { organizations: [] };
}

/** The same, remembered for a while for this connection. */
export const knownOrganizations = (zoho: Transport): Promise<JsonObject[]> =>
  zoho.cache.get("books organizations", LIFETIME_MS, zoho.now(), async () =>
    objectsAt(await getOrganizations(zoho), "organizations"),
  );

/**
 * Today where the organization is, `2026-03-31`, by Zoho's clock. Where Zoho does not say where that is, it
 * is the day in UTC, and the log says so.
 * @see https://www.zoho.com/books/api/v3/organizations/
 */
export async function todayIn(zoho: Transport, organizationId: string): Promise<string> {
  const now = new Date(zoho.zohoTime(zoho.now()) ?? zoho.now());
  const organizations = await knownOrganizations(zoho).catch((error: unknown) => {
    if (error instanceof ZohoError) return [];
    throw error;
  });
  const own = organizations.find((organization) => idOfOrganization(organization) === organizationId);
  const day = dayIn(textAt(own ?? {}, "time_zone"), now);
  if (!day) zoho.log.warn("Zoho names no time zone of the organization: the date is the day in UTC.");
  return day ?? now.toISOString().slice(0, 10);
}

/** The day of a moment in a time zone; undefined for a zone that is none. */
function dayIn(timeZone: string | undefined, moment: Date): string | undefined {
  if (!timeZone) return undefined;
  try {
    return new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(moment);
  } catch {
    return undefined;
  }
}

/** The id of an organization; a number where Zoho writes it as one. */
export const idOfOrganization = ({ organization_id: id }: JsonObject): string => String(id ?? "");

const NONE =
  "the login belongs to no organization of Zoho Books. Create one in Zoho Books, let the owner of one invite the connected user, or use a connection for Zoho CRM alone";

/** The organisation to work in when none is named: the only one there is. */
export async function chosenOrganization(zoho: Transport): Promise<string> {
  const organizations = await knownOrganizations(zoho);
  const [only] = organizations;
  if (only && organizations.length === 1) return idOfOrganization(only);
  const found = only ? `the login belongs to several, ${named(organizations)}. Choose one of them` : NONE;
  throw inputError("books", `Organization ID: ${found}`);
}

const MAX_NAMED = 20;

function named(organizations: readonly JsonObject[]): string {
  const names = organizations
    .slice(0, MAX_NAMED)
    .map(
      (organization) => `${textAt(organization, "name") ?? "unnamed"} (${idOfOrganization(organization)})`,
    );
  return names.join(", ") + (organizations.length > MAX_NAMED ? ", …" : "");
}

/** Runs a call, and explains its refusal. */
export async function explaining<T>(
  zoho: Transport,
  operation: Operation,
  call: () => Promise<T>,
): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw error instanceof ZohoError ? await explained(zoho, operation, error) : error;
  }
}

/**
 * What Zoho's two vaguest refusals mean, as far as can be told: 6041, a foreign organisation, and 57, a login
 * that has ended or a scope that is missing. Asking for the organisations tells the difference: a login that
 * may do that is alive.
 */
async function explained(zoho: Transport, { method }: Operation, error: ZohoError): Promise<ZohoError> {
  if (error.code === "1002" && method === "POST") return misnamed(error);
  if (error.code !== "6041" && error.code !== "57") return error;
  const organizations = await getOrganizations(zoho).then(
    (body) => objectsAt(body, "organizations"),
    (reason: unknown) => (reason instanceof ZohoError ? undefined : Promise.reject(reason)),
  );
  if (!organizations) return error;
  if (error.code === "6041") {
    const known = `The login belongs to ${named(organizations)}. Choose one of them.`;
    return hinted(error, organizations.length > 0 ? known : `${NONE.replace(/^t/, "T")}.`);
  }
  const scope = /ZohoBooks\.\S+\.[A-Z]+/.exec(error.hint ?? "")?.[0];
  return hinted(
    error,
    `The login is alive, so it lacks the scope${scope ? ` ${scope}` : ""}, or the connected user's role forbids this. Add the scope to the connection and reconnect.`,
  );
}

/** The same failure with another word on what to do. */
function hinted(error: ZohoError, hint: string, kind = error.kind): ZohoError {
  const { product, code, reason, status, details, resent } = error;
  return new ZohoError({ kind, product, code, message: reason, status, details, hint, resent });
}

/** 1002 in answer to a POST: what a value points to is missing, or the record that the path names is. */
const misnamed = (error: ZohoError): ZohoError =>
  hinted(
    error,
    /cannot be converted/i.test(error.reason)
      ? "A draft cannot be converted: mark it as sent or accepted first."
      : "Something that the request names does not exist, is inactive, or belongs to another organization: check the ids in it, such as those of accounts, contacts and items.",
    "input",
  );
