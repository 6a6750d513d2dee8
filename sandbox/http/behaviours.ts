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
} as const satisfies BehaviourRows;
