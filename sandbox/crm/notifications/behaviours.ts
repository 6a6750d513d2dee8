import type { BehaviourRows } from "../../core/behaviours";

export const notificationBehaviours = {
  unheardCalls: {
    description:
      "Whether a call of a channel that no receiver answered with 2xx is sent again, a second later and twice at most.",
    choices: ["once", "again"],
    evidence: { level: "switchable", source: "No page says; nobody measured." },
  },
} as const satisfies BehaviourRows;
