import type { BehaviourRows } from "../core/behaviours";

export const gatewayBehaviours = {
  dateHeader: {
    description:
      "Whether the Date of answers follows one clock, or those of several servers some seconds apart.",
    choices: ["exact", "apart"],
    evidence: {
      level: "switchable",
      source: "Nobody compared the Date of answers that came one after the other.",
    },
  },
  throttleKeys: {
    description:
      "Which keys a 429 of the CRM has: code, message and status as every error, or error and error_info.",
    choices: ["code", "error"],
    evidence: {
      level: "switchable",
      source: "No 429 of v8 was written down; the test of an older client has the second.",
    },
  },
  bearerToken: {
    description: "Whether the CRM takes a token after the general word Bearer, besides Zoho-oauthtoken.",
    choices: ["taken", "refused"],
    evidence: {
      level: "switchable",
      source:
        "n8n's published node sends Bearer to v2; a platform that did so had to change to Zoho's word in 2021.",
    },
  },
} as const satisfies BehaviourRows;
