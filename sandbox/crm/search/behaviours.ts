import type { BehaviourRows } from "../../core/behaviours";

export const searchBehaviours = {
  searchIndex: {
    description: "Whether a search finds a record at once, or when its index has it: 20 seconds later.",
    choices: ["atOnce", "late"],
    evidence: {
      level: "live",
      source: "More than 20 seconds were measured (2026-08); two clients in production wait for minutes.",
    },
  },
  searchSortBy: {
    description:
      "By which fields a search is sorted: by any, or by id, Created_Time and Modified_Time alone.",
    choices: ["anyField", "threeFields"],
    evidence: {
      level: "switchable",
      source:
        "Zoho's page names no field that does not sort; one live organization (2026, v7) took three alone.",
    },
  },
} as const satisfies BehaviourRows;
