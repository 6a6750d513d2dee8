import type { BehaviourRows } from "../../core/behaviours";

export const setupBehaviours = {
  enrollments: {
    description: "Whether records are enrolled in a cadence at once, each with a result, or by a job of all.",
    choices: ["atOnce", "scheduled"],
    evidence: {
      level: "switchable",
      source: "Zoho's examples have both answers, and none says when it gives which.",
    },
  },
  territoryRemovals: {
    description:
      "Whether the removal of users from a territory is told in a list within the list, or plainly.",
    choices: ["nested", "plain"],
    evidence: {
      level: "switchable",
      source: "Zoho's file and its examples have the first, its SDK of v8 reads the second.",
    },
  },
} as const satisfies BehaviourRows;
