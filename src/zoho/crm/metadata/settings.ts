import { type JsonObject, objectsAt, textAt } from "../../core/json";
import { inputError } from "../../http/errors";
import type { Crm } from "../crm";
import { type PagingInput, readList } from "../paging";
import { getFields, kept, nameOf, readAnew } from "./modules";

/** What else describes a module. */
export const metadataListOperations = {
  getModule: {
    method: "GET",
    path: "/crm/{version}/settings/modules/{module}",
    safety: "safe",
    class: "standard",
    scope: "ZohoCRM.settings.modules.READ",
    credits: 1,
    success: [200, 204],
    answers: "modules",
  },
  getPicklistValues: {
    method: "GET",
    path: "/crm/{version}/settings/fields/{fieldId}/pick_list_values",
    safety: "safe",
    class: "standard",
    scope: "ZohoCRM.settings.fields.READ",
    credits: 1,
    success: [200, 204],
    answers: "pick_list_values",
  },
  getRelatedLists: {
    method: "GET",
    path: "/crm/{version}/settings/related_lists",
    safety: "safe",
    class: "standard",
    scope: "ZohoCRM.settings.related_lists.READ",
    credits: 1,
    success: [200, 204],
    answers: "related_lists",
  },
  getCustomViews: {
    method: "GET",
    path: "/crm/{version}/settings/custom_views",
    safety: "safe",
    class: "standard",
    scope: "ZohoCRM.settings.custom_views.READ",
    credits: 1,
    success: [200, 204],
    answers: "custom_views",
  },
} as const;

/*
 * What else an administrator sets up for a module. See metadata.ts for modules, fields and layouts.
 */

/**
 * One module with all that Zoho tells of it.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/modules-api.html
 */
export async function getModule(
  crm: Crm,
  { recordType }: { recordType: string },
): Promise<{ modules: JsonObject[] }> {
  const { body } = await crm.send(metadataListOperations.getModule, { path: { module: recordType } });
  return { modules: objectsAt(body, "modules") };
}

const relatedListsKey = (recordType: string): string => `related lists ${recordType}`;

const loadRelatedLists = (crm: Crm, recordType: string) => async () => {
  const query = { module: recordType };
  return objectsAt((await crm.send(metadataListOperations.getRelatedLists, { query })).body, "related_lists");
};

/** The related lists of a module, in their order, as they were described within the last minutes. */
export const getRelatedLists = (crm: Crm, recordType: string): Promise<readonly JsonObject[]> =>
  kept(crm, relatedListsKey(recordType), loadRelatedLists(crm, recordType));

/**
 * The related lists of a module, in their order, as Zoho describes them now.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/related-list-meta.html
 */
export const readRelatedLists = (crm: Crm, recordType: string): Promise<JsonObject[]> =>
  readAnew(crm, relatedListsKey(recordType), loadRelatedLists(crm, recordType));

/**
 * The custom views of a module that the connected user sees, by page or all of them.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/custom-view-meta.html
 */
export async function getCustomViews(
  crm: Crm,
  { recordType, ...paging }: { recordType: string } & Omit<PagingInput, "page_token">,
): Promise<{ custom_views: JsonObject[]; info: JsonObject }> {
  const call = { query: { module: recordType } };
  const { rows, info } = await readList(
    crm,
    metadataListOperations.getCustomViews,
    call,
    "custom_views",
    paging,
  );
  return { custom_views: rows, info };
}

/**
 * The values of a picklist field, with their colours and layouts, those that are no longer used too.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-pick-list-values.html
 */
export async function getPicklistValues(
  crm: Crm,
  { recordType, fieldName }: { recordType: string; fieldName: string },
): Promise<{ pick_list_values: JsonObject[] }> {
  const fieldId = textAt(await picklistOf(crm, recordType, fieldName), "id") ?? "";
  const call = { path: { fieldId }, query: { module: recordType } };
  return {
    pick_list_values: objectsAt(
      (await crm.send(metadataListOperations.getPicklistValues, call)).body,
      "pick_list_values",
    ),
  };
}

/**
 * The description of a picklist field.
 * @throws ZohoError of kind `input` for what is none, with those that there are.
 */
export async function picklistOf(crm: Crm, recordType: string, fieldName: string): Promise<JsonObject> {
  const isWanted = (field: JsonObject): boolean => nameOf(field) === fieldName && isPicklist(field);
  const fields = await getFields(crm, recordType, (known) => known.some(isWanted));
  const picklists = fields.filter(isPicklist);
  const field = picklists.find(isWanted);
  if (field) return field;
  throw inputError(
    "crm",
    `Field: ${recordType} has no picklist ${fieldName}. It has ${picklists.map(nameOf).join(", ")}`,
  );
}

const isPicklist = (field: JsonObject): boolean => objectsAt(field, "pick_list_values").length > 0;
