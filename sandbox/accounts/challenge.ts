import { createHash } from "node:crypto";

/** A PKCE challenge (RFC 7636) that the exchange of the code has to answer. */
export interface Challenge {
  method: "S256" | "plain";
  value: string;
}

export type ParsedChallenge = { challenge: Challenge | undefined } | { error: string };

/** The challenge of an authorization request; `plain` where no method is named, as the RFC has it. */
export function parseChallenge(query: URLSearchParams): ParsedChallenge {
  const value = query.get("code_challenge");
  if (value === null) return { challenge: undefined };
  const method = query.get("code_challenge_method") ?? "plain";
  if (method !== "S256" && method !== "plain") return { error: "invalid_code_challenge_method" };
  return { challenge: { method, value } };
}

export function answersChallenge(challenge: Challenge | undefined, verifier: string | undefined): boolean {
  if (!challenge) return true;
  if (verifier === undefined) return false;
  const answer =
    challenge.method === "S256" ? createHash("sha256").update(verifier).digest("base64url") : verifier;
  return answer === challenge.value;
}
