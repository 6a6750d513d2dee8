import type { BehaviourRows } from "../core/behaviours";

export const accountsBehaviours = {
  tokenErrorStatus: {
    description: "The status with which the token endpoint refuses an unknown client, code or refresh token.",
    choices: ["200", "400"],
    evidence: {
      level: "live",
      source:
        "A revoked refresh token was answered with 200 and invalid_code (2026, and three clients); two others keep 400 for it or for a wrong client.",
    },
  },
  unknownSoid: {
    description: "With which word client credentials are refused whose `soid` names no organization.",
    choices: ["missing_org_info", "invalid_soid"],
    evidence: {
      level: "switchable",
      source:
        "Zoho's page has the first for a `soid` that is not there; a client in production (2026) expects both.",
    },
  },
} as const satisfies BehaviourRows;
