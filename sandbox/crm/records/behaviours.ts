import type { BehaviourRows } from "../../core/behaviours";

export const recordBehaviours = {
  unknownFields: {
    description: "What becomes of a field API name that the module does not have.",
    choices: ["ignored", "refused"],
    evidence: {
      level: "live",
      source:
        "Four organizations (2026) saw success and an empty field; a refusal stands in one sample of Zoho's file alone.",
    },
  },
  unknownId: {
    description: "What a read of one record answers to an id that no record has: 204, or 400 INVALID_DATA.",
    choices: ["204", "400"],
    evidence: {
      level: "live",
      source: "More than ten clients handle 204; Zoho's file lists INVALID_DATA for the operation too.",
    },
  },
  mixedBatchStatus: {
    description: "The status of a write of several records of which some were refused.",
    choices: ["207", "200"],
    evidence: {
      level: "switchable",
      source: "Zoho's samples of v8 have 207; three clients (v6 to v8, 2024 to 2026) wrote down 200.",
    },
  },
  failedBatchStatus: {
    description: "The status of a write of which every record was refused.",
    choices: ["400", "200"],
    evidence: {
      level: "live",
      source:
        "400 seen live for duplicates, telephone numbers and texts that are too long; one v7 organization (2026) saw 200.",
    },
  },
  upsertChecks: {
    description:
      "Whether upserts look for duplicates one after the other, or all records of a call before any is written, without seeing the calls beside it.",
    choices: ["inTurn", "racing"],
    evidence: {
      level: "switchable",
      source:
        "Two rows of one call with a key that exists are both updates (client's fixture, 2024); nobody wrote down what becomes of two rows, or two calls at a time, with a new key.",
    },
  },
  restoredTime: {
    description:
      "Whether restoring a record from the recycle bin is a change of it, with a Modified_Time of now.",
    choices: ["renewed", "kept"],
    evidence: { level: "switchable", source: "No page and no report says what becomes of the time." },
  },
  deletesTold: {
    description: "Whether the list of deleted records has a record at once, or some seconds later.",
    choices: ["atOnce", "late"],
    evidence: { level: "switchable", source: "No page and no report says when a deleted record is listed." },
  },
  newPicklistValues: {
    description: "What becomes of a picklist value that the field's metadata does not list.",
    choices: ["accepted", "emptied", "refused"],
    evidence: {
      level: "switchable",
      source:
        "Stored values that metadata lacks (2026-08, 2026-09) speak for accepted; one organization saw the field emptied, two clients a refusal, none with a raw body.",
    },
  },
  layoutMandatory: {
    description: "Whether a new record that names no layout must have the fields that its layout requires.",
    choices: ["enforced", "ignored"],
    evidence: {
      level: "live",
      source:
        "Two organizations (2026) saw creates refused; one client's notes say the API does not enforce it.",
    },
  },
  modifiedByOfCustomModules: {
    description: "Whether custom modules have the field Modified_By, in their metadata and their records.",
    choices: ["present", "absent"],
    evidence: {
      level: "switchable",
      source:
        "Rows of one custom module (2026) had it; another organization's had neither it nor Created_By, nor did the metadata.",
    },
  },
  fieldsOfCustomModules: {
    description: "What the list of fields answers for custom modules: the fields, or 204 without a body.",
    choices: ["listed", "204"],
    evidence: {
      level: "live",
      source: "Two connectors in production handle 204 for some modules; no page says for which.",
    },
  },
} as const satisfies BehaviourRows;
