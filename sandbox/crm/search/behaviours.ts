import type { BehaviourRows } from "../../core/behaviours";

export const searchBehaviours = {
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
