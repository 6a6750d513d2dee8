import type { BehaviourRows } from "../../core/behaviours";

export const coqlBehaviours = {
  spuriousSyntaxError: {
    description:
      "Whether a query without a mistake is refused as SYNTAX_ERROR now and then; sent again, it is answered.",
    choices: ["never", "sometimes"],
    evidence: {
      level: "switchable",
      source: "One live report (2026) of queries sent at the same time of which some were refused so.",
    },
  },
} as const satisfies BehaviourRows;
