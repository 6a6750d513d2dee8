import type { BehaviourRows } from "../core/behaviours";

export const booksBehaviours = {
  booksModifiedFilter: {
    description: "What the parameter last_modified_time of a Books list keeps.",
    choices: ["since", "exact", "ignored"],
    evidence: {
      level: "switchable",
      source:
        "Five integrations in daily use read it as since; a live probe of 2026-08-15 got rows of that very moment only on invoices, and one client gave it up on journals for that.",
    },
  },
  booksChangeOrder: {
    description:
      "What becomes of a list that is to be sorted by last_modified_time: sorted on the types where somebody saw it, refused, or in the list's own order.",
    choices: ["byType", "refused", "ignored"],
    evidence: {
      level: "switchable",
      source:
        "Invoices, bills, estimates, credit notes, journals and items were seen sorted by it (2026), though Zoho's pages do not name it; of others nobody says.",
    },
  },
  booksTies: {
    description: "Whether rows of a list that are equal in the column it is sorted by keep their order.",
    choices: ["kept", "moving"],
    evidence: {
      level: "switchable",
      source: "Two clients drop rows that came twice from a list; nobody looked at rows of equal times.",
    },
  },
  booksTimeForm: {
    description: "What Books does with a last_modified_time whose offset is Z or has a colon.",
    choices: ["refused", "ignored"],
    evidence: {
      level: "live",
      source:
        "Inventory items answered 400 to Z on 2026-10-03; a test of another client got the full list from Books.",
    },
  },
  booksMultipartOrganization: {
    description: "Where Books looks for the organization of a multipart upload.",
    choices: ["query", "formField"],
    evidence: {
      level: "switchable",
      source: "Zoho's pages name the query; one integration wrote down that it is ignored there.",
    },
  },
  booksFileNames: {
    description: "Whether Books takes a file whose name has spaces or odd characters.",
    choices: ["taken", "refused"],
    evidence: {
      level: "switchable",
      source: "One integration got Invalid value passed for attachment; no other report names it.",
    },
  },
  booksWebhooks: {
    description: "Whether Books lets calls make webhooks and workflow rules, of which its pages say nothing.",
    choices: ["taken", "refused"],
    evidence: {
      level: "switchable",
      source:
        "Two products in use make them, one in Books and one in Inventory, and a rule of Books was read live on 2026-09-23; no answer to a POST was written down.",
    },
  },
  booksRelatedRules: {
    description: "Whether a webhook of Books names the workflow rules that call it.",
    choices: ["named", "absent"],
    evidence: {
      level: "switchable",
      source:
        'A product that is in use wrote down related_rules of Inventory, "" where no rule calls; nobody did for Books.',
    },
  },
  booksItemsShown: {
    description: "Which items a list of Books shows that is asked for none.",
    choices: ["all", "active"],
    evidence: {
      level: "switchable",
      source:
        "A recorded answer of 2026-06-09 says Status.All; an organization of India shows the active ones only.",
    },
  },
} as const satisfies BehaviourRows;
