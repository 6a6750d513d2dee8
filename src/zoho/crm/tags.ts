import { type BatchResult, type CausedOutcome, reportOf } from "../batch/outcomes";
import { isObject, type JsonObject, objectsAt, textAt } from "../core/json";
import type { Operation } from "../http/operation";
import { type Crm, removeItem, sendItem } from "./crm";
import { sendRecords } from "./records/write/sendRecords";

/** Tags of a module, and those of its records. */
export const tagOperations = {
  getTags: {
    method: "GET",
    path: "/crm/{version}/settings/tags",
    safety: "safe",
    class: "standard",
    scope: "ZohoCRM.settings.tags.READ",
    credits: 1,
    success: [200, 204],
    answers: "tags",
  },
  createTag: {
    method: "POST",
    path: "/crm/{version}/settings/tags",
    safety: "unsafe",
    class: "standard",
    scope: "ZohoCRM.settings.tags.CREATE",
    credits: 1,
    success: [200, 201, 202],
    items: "tags",
  },
  updateTag: {
    method: "PUT",
    path: "/crm/{version}/settings/tags/{tagId}",
    safety: "idempotent",
    class: "standard",
    scope: "ZohoCRM.settings.tags.UPDATE",
    credits: 1,
    success: [200],
    items: "tags",
  },
  deleteTag: {
    method: "DELETE",
    path: "/crm/{version}/settings/tags/{tagId}",
    safety: "idempotent",
    class: "standard",
    scope: "ZohoCRM.settings.tags.DELETE",
    credits: 1,
    success: [200],
    items: "tags",
  },
  mergeTags: {
    method: "POST",
    path: "/crm/{version}/settings/tags/{tagId}/actions/merge",
    safety: "unsafe",
    class: "standard",
    scope: "ZohoCRM.settings.tags.ALL",
    credits: 1,
    success: [200],
    items: "tags",
  },
  countTaggedRecords: {
    method: "GET",
    path: "/crm/{version}/settings/tags/{tagId}/actions/records_count",
    safety: "safe",
    class: "standard",
    scope: "ZohoCRM.settings.tags.READ",
    credits: 1,
    success: [200],
    tells: "count",
  },
  addTags: {
    method: "POST",
    path: "/crm/{version}/{module}/actions/add_tags",
    safety: "idempotent",
    class: "standard",
    scope: "ZohoCRM.settings.tags.ALL",
    credits: "perFiftyRecords",
    success: [200, 202, 207],
    items: "data",
  },
  removeTags: {
    method: "POST",
    path: "/crm/{version}/{module}/actions/remove_tags",
    safety: "idempotent",
    class: "standard",
    scope: "ZohoCRM.settings.tags.ALL",
    credits: "perFiftyRecords",
    success: [200, 202, 207],
    items: "data",
  },
} as const;

/**
 * The tags of a module, all at once.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-tag-list.html
 */
export async function getTags(
  crm: Crm,
  { recordType }: { recordType: string },
): Promise<{ tags: JsonObject[]; info: JsonObject }> {
  const { body } = await crm.send(tagOperations.getTags, { query: { module: recordType } });
  return {
    tags: objectsAt(body, "tags"),
    info: isObject(body) && isObject(body.info) ? body.info : { count: 0 },
  };
}

/** Zoho's answer to the write of one tag. */
export interface WrittenTag {
  readonly tags: readonly [JsonObject];
}

/**
 * A new tag of a module.
 * @param input.colorCode `#` and six hexadecimal digits; Zoho chooses none when left out.
 * @throws ZohoError `DUPLICATE_DATA` with the id of the tag that has this name.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/create-tag.html
 */
export async function createTag(
  crm: Crm,
  { recordType, tagName, colorCode }: { recordType: string; tagName: string; colorCode?: string },
): Promise<WrittenTag> {
  const tag = { name: tagName, ...(colorCode ? { color_code: colorCode } : {}) };
  const call = { query: { module: recordType }, body: { tags: [tag] } };
  return { tags: [await sendItem(crm, tagOperations.createTag, call)] };
}

/**
 * Changes the name or the color of a tag, named by its name or id.
 * @throws ZohoError `TAG_NOT_FOUND` when the module has no such tag, `DUPLICATE_DATA` when it has another of
 * the new name.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/update-tag.html
 */
export async function updateTag(
  crm: Crm,
  input: { recordType: string; tag: string; tagName?: string; colorCode?: string },
): Promise<WrittenTag> {
  const { recordType, colorCode } = input;
  const { tags } = await getTags(crm, { recordType });
  const tagId = idOf(crm, tags, recordType, input.tag);
  const name =
    input.tagName ??
    textAt(
      tags.find(({ id }) => id === tagId),
      "name",
    );
  const body = { tags: [{ name, ...(colorCode ? { color_code: colorCode } : {}) }] };
  const call = { path: { tagId }, query: { module: recordType }, body };
  return { tags: [await sendItem(crm, tagOperations.updateTag, call)] };
}

/**
 * Deletes a tag of a module, named by its name or id, which all its records lose.
 * @throws ZohoError `TAG_NOT_FOUND` when the module has no such tag.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/delete-tag.html
 */
export async function removeTag(
  crm: Crm,
  { recordType, tag }: { recordType: string; tag: string },
): Promise<WrittenTag> {
  const { tags } = await getTags(crm, { recordType });
  const tagId = idOf(crm, tags, recordType, tag);
  const remaining = async () => (await getTags(crm, { recordType })).tags;
  const call = { path: { tagId } };
  return { tags: [await removeItem(crm, tagOperations.deleteTag, call, tagId, { remaining })] };
}

/** The id of the tag of that id or name. */
function idOf(crm: Crm, tags: readonly JsonObject[], recordType: string, tag: string): string {
  const found = tags.find((known) => known.id === tag) ?? tags.find((known) => known.name === tag);
  const tagId = textAt(found, "id");
  if (tagId) return tagId;
  throw crm.error({ kind: "notFound", code: "TAG_NOT_FOUND", message: `${recordType} has no tag ${tag}` });
}

/**
 * Merges a tag of a module into another: its records get the other, and it is gone.
 * @param input.tag the name or id of the one that stays.
 * @param input.mergedTag the name or id of the one that goes.
 * @throws ZohoError `TAG_NOT_FOUND` when the module has no such tag.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/merge-tags.html
 */
export async function mergeTags(
  crm: Crm,
  { recordType, tag, mergedTag }: { recordType: string; tag: string; mergedTag: string },
): Promise<WrittenTag> {
  const { tags } = await getTags(crm, { recordType });
  const [tagId, conflict_id] = [tag, mergedTag].map((named) => idOf(crm, tags, recordType, named));
  const call = { path: { tagId: tagId ?? "" }, body: { tags: [{ conflict_id }] } };
  return { tags: [await sendItem(crm, tagOperations.mergeTags, call)] };
}

/**
 * How many records of a module have a tag, named by its name or id.
 * @throws ZohoError `TAG_NOT_FOUND` when the module has no such tag.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-tag-record-count.html
 */
export async function countTaggedRecords(
  crm: Crm,
  { recordType, tag }: { recordType: string; tag: string },
): Promise<{ count: number }> {
  const { tags } = await getTags(crm, { recordType });
  const call = { path: { tagId: idOf(crm, tags, recordType, tag) }, query: { module: recordType } };
  const { body } = await crm.send(tagOperations.countTaggedRecords, call);
  return { count: Number(isObject(body) ? body.count : 0) };
}

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
  tagAll(crm, tagOperations.addTags, input, { over_write: overwrite });

/**
 * Takes tags off records.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/remove-tags.html
 */
export const removeTags = (crm: Crm, input: TaggingInput) => tagAll(crm, tagOperations.removeTags, input, {});

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
  const sent = await sendRecords(crm, batch, entries, recordIds);
  const outcomes = sent.outcomes.map((outcome) => outcome && complete(outcome));
  return reportOf(crm, { ...sent, outcomes }, failOnError);
}

/** An outcome that says so when not all tags found room on its record. */
function complete(outcome: CausedOutcome): CausedOutcome {
  const left = objectsAt(outcome.details, "not_added_tags").map((tag) => textAt(tag, "name"));
  if (left.length === 0) return outcome;
  const message = `the record has as many tags as Zoho allows; not added: ${left.join(", ")}`;
  return { ...outcome, status: "error", code: "LIMIT_EXCEEDED", message };
}
