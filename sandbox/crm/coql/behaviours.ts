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
  twoTimeBounds: {
    description:
      "Whether two bounds on one column of time, such as `>= a and < b`, are a query or a syntax error.",
    choices: ["taken", "refused"],
    evidence: {
      level: "switchable",
      source:
        "Four live reports of Events, Deals and Calls call for `between`; one connector sends two bounds to every module in production.",
    },
  },
  waitingInQueries: {
    description: "Whether a query shows records that wait for approval.",
    choices: ["shown", "hidden"],
    evidence: {
      level: "switchable",
      source: "Lists and search hide them by default; of queries nobody says.",
    },
  },
  convertedColumn: {
    description: "Whether a query may name `Converted__s`.",
    choices: ["taken", "refused"],
    evidence: {
      level: "live",
      source: "Five reports tell converted leads by it; one organization refused the column.",
    },
  },
  queryColumns: {
    description: "How many columns one query selects from v7 on.",
    choices: ["500", "50"],
    evidence: {
      level: "switchable",
      source: "A production connector sends 500 on v8; Zoho's v7 list of errors still says 50.",
    },
  },
  multiSelectInQueries: {
    description: "Whether a query shows a multi-select picklist as a list, or as one text with semicolons.",
    choices: ["list", "text"],
    evidence: { level: "documented", source: "Zoho's v7 sample has a list; one live report (2026) a text." },
  },
  tiesInQueries: {
    description:
      "Whether a query shows records of equal value in what it is sorted by in one order, or in another at each call.",
    choices: ["kept", "moving"],
    evidence: {
      level: "switchable",
      source: "No page says what decides between them; Books lists were seen to change theirs.",
    },
  },
  queriesSee: {
    description: "Whether a query sees what was written at once, or 4 seconds later.",
    choices: ["atOnce", "late"],
    evidence: {
      level: "live",
      source: "Two clients in production query what they wrote a moment before, and find it.",
    },
  },
  lookupNames: {
    description: "Whether a query from v7 on shows lookups with their names, or by id alone.",
    choices: ["shown", "hidden"],
    evidence: { level: "live", source: "v8 rows seen live have names; those of v2 and v3 have ids alone." },
  },
} as const satisfies BehaviourRows;
