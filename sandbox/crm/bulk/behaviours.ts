import type { BehaviourRows } from "../../core/behaviours";

export const bulkBehaviours = {
  bulkIdColumn: {
    description: "The header of the column of ids in the CSV of a bulk read.",
    choices: ["Id", "id"],
    evidence: {
      level: "live",
      source: "Two production clients (v8, 2025) found Id whatever was asked for; Zoho's page says id.",
    },
  },
  bulkEarlyResult: {
    description: "Whether a job that is not completed yet names the URL of its result already.",
    choices: ["named", "absent"],
    evidence: {
      level: "documented",
      source: "Samples of Zoho's page have result.download_url for ADDED, QUEUED and IN PROGRESS.",
    },
  },
  bulkResultUrl: {
    description: "How a bulk write names the URL of its result.",
    choices: ["relative", "absolute"],
    evidence: {
      level: "switchable",
      source: "The sample of v7 has a path without a host, those of v2 a whole URL on a host for downloads.",
    },
  },
  bulkResultOrder: {
    description: "The order of the rows in the result of a bulk write.",
    choices: ["sent", "reversed"],
    evidence: { level: "switchable", source: "Zoho's page says nothing about the order." },
  },
} as const satisfies BehaviourRows;
