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
