import { isObject, type JsonObject, objectsAt, textAt } from "../../core/json";
import { ZohoError } from "../../http/errors";
import type { Crm } from "../crm";
import { expectItem } from "../items";
import { crmOperations } from "../operations";

/**
 * The tags of a module, all at once.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-tag-list.html
 */
export async function getTags(
  crm: Crm,
  { recordType }: { recordType: string },
): Promise<{ tags: JsonObject[]; info: JsonObject }> {
  const { body } = await crm.send(crmOperations.getTags, { query: { module: recordType } });
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
  return { tags: [expectItem(crm, await crm.send(crmOperations.createTag, call), "tags")] };
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
  const found = tags.find((known) => known.id === tag) ?? tags.find((known) => known.name === tag);
  const tagId = textAt(found, "id");
  if (!tagId) {
    throw crm.error({ kind: "notFound", code: "TAG_NOT_FOUND", message: `${recordType} has no tag ${tag}` });
  }
  try {
    return { tags: [expectItem(crm, await crm.send(crmOperations.deleteTag, { path: { tagId } }), "tags")] };
  } catch (error) {
    // It was there a moment ago, so a first try whose answer was lost has deleted it.
    if (!(error instanceof ZohoError) || error.code !== "INVALID_DATA") throw error;
    return {
      tags: [
        { code: "SUCCESS", details: { id: tagId }, message: "tags deleted successfully", status: "success" },
      ],
    };
  }
}
