import { randomBytes } from "node:crypto";
import type { Clock } from "../core/clock";
import type { DataCenter } from "../core/dataCenters";
import { Window } from "../core/window";
import { answersChallenge, type Challenge } from "./challenge";
import { Scopes } from "./scopes";

const MINUTE_MS = 60_000;
const THROTTLE_MS = 10 * MINUTE_MS;
const CODE_LIFE_MS = 3 * MINUTE_MS;
export const ACCESS_TOKEN_LIFE_SECONDS = 3600;
const ACCESS_TOKENS_PER_GRANT = 15;
const REFRESHES_PER_THROTTLE = 10;
const CODES_PER_THROTTLE = 10;
const GRANTS_PER_USER = 20;

/** What the user said yes to when a code was given. */
export interface Consent {
  clientId: string;
  dataCenter: DataCenter;
  redirectUri: string;
  scopes: string[];
  offline: boolean;
  challenge: Challenge | undefined;
}

export interface AccessToken {
  value: string;
  /** Milliseconds since the epoch, by the sandbox's clock. */
  expiresAt: number;
  grant: Grant;
}

/** A user's standing permission to a client, and what was issued for it. */
export interface Grant {
  refreshToken: string;
  /** Whether the refresh token was asked for; it is not told otherwise. */
  offline: boolean;
  clientId: string;
  dataCenter: DataCenter;
  scopes: Scopes;
  accessTokens: AccessToken[];
  refreshes: Window;
}

/** Zoho's word for what is wrong. */
export type Refusal = { error: string };

/**
 * Codes, refresh tokens and access tokens, with Zoho's limits on each; they outlive a reset of the
 * organisation.
 */
export class Accounts {
  private readonly codes = new Map<string, Consent & { expiresAt: number }>();
  private readonly codeThrottles = new Map<string, Window>();
  private readonly grants = new Map<string, Grant>();
  private readonly accessTokens = new Map<string, AccessToken>();
  private readonly connections = new Map<string, AccessToken>();

  constructor(private readonly clock: Clock) {}

  /** A grant token for what the user consented to, good for one exchange within 3 minutes. */
  createCode(consent: Consent): { code: string } | Refusal {
    const now = this.clock.now();
    const throttle = this.codeThrottles.get(consent.clientId) ?? new Window(CODES_PER_THROTTLE, THROTTLE_MS);
    this.codeThrottles.set(consent.clientId, throttle);
    if (!throttle.admit(now)) return { error: "access_denied" };
    const code = newToken();
    this.codes.set(code, { ...consent, expiresAt: now + CODE_LIFE_MS });
    return { code };
  }

  /**
   * Whether the user has a standing permission for this client; without `prompt=consent` no second one is
   * given.
   */
  hasGrant(clientId: string, dataCenter: DataCenter): boolean {
    return [...this.grants.values()].some(
      (grant) => grant.clientId === clientId && grant.dataCenter === dataCenter,
    );
  }

  /** The first tokens for a code; a code of another client or data centre is as good as unknown. */
  exchange(
    code: string,
    from: Pick<Consent, "clientId" | "dataCenter" | "redirectUri"> & { verifier: string | undefined },
  ): AccessToken | Refusal {
    const consent = this.codes.get(code);
    const usable =
      consent !== undefined &&
      consent.expiresAt > this.clock.now() &&
      consent.clientId === from.clientId &&
      consent.dataCenter === from.dataCenter;
    if (!usable) return { error: "invalid_code" };
    if (consent.redirectUri !== from.redirectUri) return { error: "invalid_redirect_uri" };
    if (!answersChallenge(consent.challenge, from.verifier)) return { error: "invalid_code" };
    this.codes.delete(code);
    const grant = newGrant(consent);
    if (grant.offline) {
      this.makeRoom(consent.dataCenter);
      this.grants.set(grant.refreshToken, grant);
    }
    return this.issue(grant);
  }

  /**
   * One more access token; a refresh token that was revoked, or is another data centre's, is an invalid code
   * to Zoho.
   */
  refresh(refreshToken: string, clientId: string, dataCenter: DataCenter): AccessToken | Refusal {
    const grant = this.grants.get(refreshToken);
    if (!grant || grant.clientId !== clientId || grant.dataCenter !== dataCenter)
      return { error: "invalid_code" };
    if (!grant.refreshes.admit(this.clock.now())) return { error: "Access Denied" };
    return this.issue(grant);
  }

  /** An access token for a client that is a login of its own; no refresh token comes with it. */
  issueToClient(consent: Pick<Consent, "clientId" | "dataCenter" | "scopes">): AccessToken {
    return this.issue(newGrant({ ...consent, offline: false }));
  }

  /** Ends an access token, or a refresh token with all that was issued for it; false where it is unknown. */
  revoke(token: string): boolean {
    const grant = this.grants.get(token);
    if (grant) this.end(grant);
    return grant !== undefined || this.accessTokens.delete(token);
  }

  /** A token that is alive by the sandbox's clock. */
  find(value: string): AccessToken | undefined {
    const token = this.accessTokens.get(value);
    return token && token.expiresAt > this.clock.now() ? token : undefined;
  }

  /**
   * The token of a connection that was set up beforehand: one for each set of scopes at each data centre,
   * shared by all who ask for it and renewed at half its life, as a platform keeps it. It is outside the
   * limits on a user's consents.
   */
  connect(consent: Pick<Consent, "clientId" | "dataCenter" | "scopes">): AccessToken {
    const key = [consent.clientId, consent.dataCenter, ...[...consent.scopes].sort()].join(" ");
    const known = this.connections.get(key);
    const fresh = known && known.expiresAt - this.clock.now() > (ACCESS_TOKEN_LIFE_SECONDS * 1000) / 2;
    if (fresh && this.accessTokens.has(known.value)) return known;
    const stands = known && this.grants.has(known.grant.refreshToken);
    const grant = stands ? known.grant : newGrant({ ...consent, offline: true });
    this.grants.set(grant.refreshToken, grant);
    const token = this.issue(grant);
    this.connections.set(key, token);
    return token;
  }

  /**
   * The 21st refresh token of a user ends the first, but none that a connection of the control interface
   * holds.
   */
  private makeRoom(dataCenter: DataCenter): void {
    const connected = new Set([...this.connections.values()].map((token) => token.grant));
    const held = [...this.grants.values()].filter(
      (grant) => grant.dataCenter === dataCenter && !connected.has(grant),
    );
    const [oldest] = held;
    if (oldest && held.length >= GRANTS_PER_USER) this.end(oldest);
  }

  private end(grant: Grant): void {
    this.grants.delete(grant.refreshToken);
    for (const token of grant.accessTokens) this.accessTokens.delete(token.value);
  }

  /** The 16th live access token of a grant ends its oldest. */
  private issue(grant: Grant): AccessToken {
    const now = this.clock.now();
    const token = { value: newToken(), expiresAt: now + ACCESS_TOKEN_LIFE_SECONDS * 1000, grant };
    this.accessTokens.set(token.value, token);
    const live = grant.accessTokens.filter((each) => this.find(each.value));
    const kept = live.slice(Math.max(0, live.length + 1 - ACCESS_TOKENS_PER_GRANT));
    for (const each of grant.accessTokens) if (!kept.includes(each)) this.accessTokens.delete(each.value);
    grant.accessTokens = [...kept, token];
    return token;
  }
}

function newGrant(consent: Pick<Consent, "clientId" | "dataCenter" | "scopes" | "offline">): Grant {
  return {
    refreshToken: newToken(),
    offline: consent.offline,
    clientId: consent.clientId,
    dataCenter: consent.dataCenter,
    scopes: new Scopes(consent.scopes),
    accessTokens: [],
    refreshes: new Window(REFRESHES_PER_THROTTLE, THROTTLE_MS),
  };
}

/** Zoho's form of a token or a code: `1000.` and two times 32 hexadecimal digits. */
function newToken(): string {
  return `1000.${randomBytes(16).toString("hex")}.${randomBytes(16).toString("hex")}`;
}
