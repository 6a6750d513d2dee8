import { hash } from "node:crypto";
import { type Connection, ConnectionError } from "@prismatic-io/spectral";
import { Books } from "./zoho/books/books";
import { Cache, Lru } from "./zoho/core/cache";
import { systemClock } from "./zoho/core/clock";
import { Crm } from "./zoho/crm/crm";
import { apiOfAccounts, apiOfLocation, trustedBase, uploadOf } from "./zoho/dataCenters";
import { ZohoError } from "./zoho/http/errors";
import { Ledger } from "./zoho/http/ledger";
import { RateLimiter } from "./zoho/http/pacing/rateLimiter";
import { Transport } from "./zoho/http/transport";
import { OtherProducts } from "./zoho/otherProducts";

/** What the client needs of the platform's context; actions, triggers and data sources all have it. */
export interface ClientContext {
  readonly logger: Record<"debug" | "info" | "warn", (...args: unknown[]) => void>;
  readonly debug?: { readonly enabled: boolean };
  readonly startedAt?: string;
  /**
   * Milliseconds since the epoch at which the work has to be over, where that is before the end of the
   * execution.
   */
  readonly deadlineAt?: number;
}

export interface Clients {
  readonly crm: Crm;
  /** Zoho Books in the organization that is named, or in the only one of the login. */
  readonly books: (organizationId?: string) => Books;
  /** Zoho's other products on the same login. */
  readonly others: OtherProducts;
}

/** An execution ends after 15 minutes; half a minute is kept for handing on what was done. */
const EXECUTION_MS = 14.5 * 60_000;

const connectionKeys = [
  "zohoTemplatedConnection",
  "zohoCrmConnection",
  "zohoBooksConnection",
  "zohoSelfClient",
  "oauth2",
  "zohoVerticalSolution",
];

/**
 * From a connection to the clients of both products: the host from the token through the data-centre table,
 * the token, the limits that all executions of the connection in this process share, and the log.
 * @throws ConnectionError when the connection is none of this component's, holds no token, or names no host
 * of Zoho's.
 */
export function createClients(
  connection: Connection,
  context: ClientContext,
  ledger = new Ledger(),
  showsBodies = false,
): Clients {
  if (!connectionKeys.includes(connection?.key)) {
    throw connectionError(
      connection,
      "This connection is not a Zoho connection. Choose one of this component's.",
    );
  }
  const token = text(connection.token?.access_token);
  if (!token)
    throw connectionError(connection, "The Zoho connection holds no access token. Connect it first.");
  const base = baseOf(connection);
  const shared = sharedBy(connection, base);
  const endsAt = Date.parse(context.startedAt ?? "") + EXECUTION_MS;
  const settings = {
    base,
    uploadBase: uploadOf(base),
    token,
    secrets: [connection.token?.refresh_token, fieldsOf(connection).clientSecret].map(text).filter(Boolean),
    ledger,
    ...shared,
    log: {
      debug: (message: string) => (context.debug?.enabled ? context.logger.debug(message) : undefined),
      info: (message: string) => context.logger.info(message),
      warn: (message: string) => context.logger.warn(message),
    },
    minimumCredits: floorOf(connection, "minimumCredits", "Minimum Credits"),
    minimumRequests: floorOf(connection, "minimumRequests", "Minimum Requests"),
    showsBodies,
    deadlineAt: Math.min(...[context.deadlineAt ?? Number.NaN, endsAt].filter((time) => !Number.isNaN(time))),
  };
  const version = connection.key === "zohoVerticalSolution" ? versionOf(connection) : "v8";
  return {
    crm: new Crm(new Transport({ ...settings, product: "crm", version })),
    books: (organizationId) =>
      new Books(new Transport({ ...settings, product: "books", version: "v3" }), organizationId),
    others: new OtherProducts(new Transport({ ...settings, product: "zoho", version: "v1" }), base),
  };
}

/**
 * Runs what an action, a picker or a trigger does, with the clients of the connection, and logs at the end
 * what it cost.
 * @param showsBodies whether each request is logged with what is sent and answered.
 * @throws ConnectionError, the platform's own kind that marks the instance, for failures of login, region and
 * scope; others pass.
 */
export async function run<T>(
  context: ClientContext,
  connection: Connection,
  work: (clients: Clients) => Promise<T>,
  showsBodies = false,
): Promise<T> {
  const ledger = new Ledger();
  const startedAt = Date.now();
  try {
    return await work(createClients(connection, context, ledger, showsBodies));
  } catch (error) {
    throw error instanceof ZohoError && error.kind === "connection"
      ? connectionError(connection, error.message)
      : error;
  } finally {
    const { requests, credits } = ledger;
    if (requests > 0)
      context.logger.info(`Zoho: ${requests} requests, ${credits} credits, ${Date.now() - startedAt} ms.`);
  }
}

/** The error names the connection by its keys alone: its fields and token are secrets. */
const connectionError = (connection: Connection | undefined, message: string): ConnectionError =>
  new ConnectionError(
    { key: connection?.key ?? "", configVarKey: connection?.configVarKey ?? "", fields: {} },
    message,
  );

const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** The platform leaves the fields out where a connection has none. */
const fieldsOf = (connection: Connection): Connection["fields"] => connection.fields ?? {};

function baseOf(connection: Connection): string {
  const { token, context } = connection;
  const fields = fieldsOf(connection);
  if (connection.key === "zohoVerticalSolution") {
    const base = trustedBase(text(fields.domainUrl));
    if (base) return base;
    throw connectionError(
      connection,
      "The Domain URL is not a host of Zoho's. It has the form https://{domain}.zohoplatform.com.",
    );
  }
  const apiDomain = text(token?.api_domain);
  if (apiDomain) {
    const base = trustedBase(apiDomain);
    if (base) return base;
    throw connectionError(connection, "The token names an API host that is not Zoho's. It was not used.");
  }
  const accounts = [
    context?.["accounts-server"],
    fields.zohoRegion,
    fields.tokenUrl,
    fields.authorizeUrl,
  ].map(text);
  const base = [apiOfLocation(text(context?.location)), ...accounts.map(apiOfAccounts)].find(Boolean);
  if (base) return base;
  throw connectionError(
    connection,
    "The data center cannot be told. Check the Region URL of the connection and reconnect.",
  );
}

/** What of the day the connection leaves to others: credits of CRM, or requests of Books. */
function floorOf(connection: Connection, field: string, label: string): number {
  const given = text(fieldsOf(connection)[field]).trim();
  if (/^\d{0,9}$/.test(given)) return Number(given);
  throw connectionError(connection, `${label} of the connection is a whole number, such as 500.`);
}

function versionOf(connection: Connection): string {
  const version = text(fieldsOf(connection).apiVersion) || "v2";
  if (/^v(2|2\.1|[3-8])$/.test(version)) return version;
  throw connectionError(connection, "The API Version has the form v2. Vertical Solutions offer v2 to v6.");
}

interface Shared {
  readonly limiter: RateLimiter;
  readonly cache: Cache;
}

const MAX_CONNECTIONS = 100;
const sharedByConnection = new Lru<Shared>(MAX_CONNECTIONS);

/** The limits and the memory that every client of one connection in this process has in common. */
function sharedBy(connection: Connection, base: string): Shared {
  const { key: kind, token } = connection;
  const fields = fieldsOf(connection);
  // A self client has no refresh token, and a new access token every hour.
  const organization = [fields.clientId, fields.service, fields.organizationId].map(text).join(" ");
  const owner = kind === "zohoSelfClient" ? organization : text(token?.refresh_token);
  const identity = `${base} ${owner || text(token?.access_token)}`;
  const key = hash("sha256", identity, "hex");
  const shared = sharedByConnection.get(key) ?? { limiter: new RateLimiter(systemClock), cache: new Cache() };
  sharedByConnection.set(key, shared);
  return shared;
}
