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
} as const satisfies BehaviourRows;
