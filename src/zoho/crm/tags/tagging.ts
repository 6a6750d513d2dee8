import { type BatchResult, type CausedOutcome, reportOf, unknownOutcome } from "../../batch/outcomes";
import { type JsonObject, objectsAt, textAt } from "../../core/json";
import type { Operation } from "../../http/operation";
import type { Crm } from "../crm";
import { crmOperations } from "../operations";
import { sendRecords } from "../records/write/sendRecords";

export interface TaggingInput {
  readonly recordType: string;
  readonly recordIds: readonly string[];
  /** Names; a name that is new becomes a tag of the module. */
  readonly tags: readonly string[];
  /** Requests in flight at once, 5 when left out. */
  readonly concurrency?: number;
  /** Throw when any record failed, after all were attempted. */
  readonly failOnError?: boolean;
}

/**
 * Adds tags to records, or with `overwrite` replaces those they have.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/add-tags.html
 */
export const addTags = (crm: Crm, { overwrite = false, ...input }: TaggingInput & { overwrite?: boolean }) =>
  tagAll(crm, crmOperations.addTags, input, { over_write: overwrite });

/**
 * Takes tags off records.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/remove-tags.html
 */
export const removeTags = (crm: Crm, input: TaggingInput) => tagAll(crm, crmOperations.removeTags, input, {});

/** What Zoho takes in one request. */
const CHUNK = 500;

async function tagAll(
  crm: Crm,
  operation: Operation,
  { recordType, recordIds, tags, concurrency = 5, failOnError = false }: TaggingInput,
  more: JsonObject,
): Promise<BatchResult> {
  const entries = recordIds.map((id, index) => ({ index, record: { id } }));
  const body = { tags: tags.map((name) => ({ name })), ...more };
  const batch = {
    operation,
    action: "update" as const,
    chunkSize: CHUNK,
    concurrency,
    keys: ({ id }: JsonObject) => [String(id)],
    call: (records: readonly JsonObject[]) => ({
      path: { module: recordType },
      body: { ...body, ids: records.map((record) => record.id) },
    }),
  };
  const { outcomes, reason } = await sendRecords(crm, batch, entries, entries.length);
  const told = outcomes.map((outcome, index) => outcome && complete(outcome, index, recordIds, outcomes));
  return reportOf(crm, { outcomes: told, reason }, failOnError);
}

/** An outcome that speaks of the record that was asked about, and says so when not all tags found room on it. */
function complete(
  outcome: CausedOutcome,
  index: number,
  ids: readonly string[],
  all: readonly (CausedOutcome | undefined)[],
): CausedOutcome {
  // Zoho does not promise an answer in the order of the ids, so an item belongs to the record that it names.
  const own =
    outcome.id === undefined || outcome.id === ids[index]
      ? outcome
      : all.find((other) => other?.id === ids[index]);
  if (!own) return unknownOutcome(index, "Zoho's answer does not mention this record");
  const left = objectsAt(own.details, "not_added_tags").map((tag) => textAt(tag, "name"));
  if (left.length === 0) return { ...own, index };
  const message = `the record has as many tags as Zoho allows; not added: ${left.join(", ")}`;
  return { ...own, index, status: "error", code: "LIMIT_EXCEEDED", message };
}
