import { type JsonObject, objectsAt, textAt } from "../../core/json";
import { inputError, ZohoError } from "../../http/errors";
import { settledBy } from "../../http/outcome";
import { type Crm, doneBefore } from "../crm";
import {
  changing,
  creating,
  reading,
  readSettings,
  removeSetting,
  removing,
  type SettingList,
  writeSetting,
} from "./calls";

/** Picklists that fields of several modules share. */
export const globalPicklistOperations = {
  getGlobalPicklists: {
    ...reading,
    path: "/crm/{version}/settings/global_picklists",
    scope: "ZohoCRM.settings.global_picklist.READ",
    answers: "global_picklists",
  },
  createGlobalPicklist: {
    ...creating,
    path: "/crm/{version}/settings/global_picklists",
    scope: "ZohoCRM.settings.global_picklist.CREATE",
    items: "global_picklists",
  },
  updateGlobalPicklist: {
    ...changing,
    method: "PATCH",
    path: "/crm/{version}/settings/global_picklists/{id}",
    scope: "ZohoCRM.settings.global_picklist.UPDATE",
    items: "global_picklists",
  },
  deleteGlobalPicklist: {
    ...removing,
    path: "/crm/{version}/settings/global_picklists/{id}",
    scope: "ZohoCRM.settings.global_picklist.DELETE",
    items: "global_picklists",
  },
  replacePicklistValue: {
    ...creating,
    path: "/crm/{version}/settings/global_picklists/{id}/actions/replace_picklist_values",
    scope: "ZohoCRM.settings.global_picklist.ALL",
    items: "replace_picklist_values",
  },
} as const;

/**
 * The picklists that fields of several modules share, with their values.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-global-picklists.html
 */
export const getGlobalPicklists = (crm: Crm): Promise<SettingList> =>
  readSettings(crm, globalPicklistOperations.getGlobalPicklists, { query: { include: "pick_list_values" } });

/** The picklist of a name, a label or an id, and all that there are. */
async function picklistOf(crm: Crm, wanted: string) {
  const all = objectsAt(await getGlobalPicklists(crm), "global_picklists");
  const picklist = all.find((each) => [each.id, each.api_name, each.display_label].includes(wanted));
  return {
    picklist,
    id: textAt(picklist, "id"),
    names: all.map((each) => each.api_name).join(", ") || "none",
  };
}

async function knownPicklist(crm: Crm, wanted: string): Promise<{ id: string; picklist: JsonObject }> {
  const { picklist, id, names } = await picklistOf(crm, wanted);
  if (picklist && id) return { picklist, id };
  throw inputError("crm", `Global Picklist: the organization has no ${wanted}. It has ${names}`);
}

/**
 * Gives a global picklist values, and makes one of this label if there is none. Values that it has stay,
 * unless `removeOthers` takes away those that are not named, by a request each, for Zoho deletes one value at
 * a time.
 * @throws ZohoError `NOT_ALLOWED` for a value that Zoho does not let go, and for a picklist that is being
 * deleted.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/create-global-picklist.html and
 * https://www.zoho.com/crm/developer/docs/api/v8/update-global-picklist.html
 */
export async function setGlobalPicklist(
  crm: Crm,
  input: { globalPicklist: string; values: readonly string[]; removeOthers?: boolean },
): Promise<SettingList> {
  const { picklist, id } = await picklistOf(crm, input.globalPicklist);
  const known = objectsAt(picklist, "pick_list_values");
  const added = input.values
    .filter((value) => !known.some(({ display_value }) => display_value === value))
    .map((value) => ({ display_value: value, type: "used" }));
  if (!id) {
    const made = { display_label: input.globalPicklist, pick_list_values: added };
    const body = { global_picklists: [made] };
    return writeSetting(crm, globalPicklistOperations.createGlobalPicklist, { body });
  }
  const isNamed = ({ display_value }: JsonObject) => input.values.includes(String(display_value));
  const removed = input.removeOthers ? known.filter((value) => !isNamed(value)) : [];
  const change = (value: readonly JsonObject[]) => ({
    path: { id },
    body: { global_picklists: [{ pick_list_values: value }] },
  });
  const operation = globalPicklistOperations.updateGlobalPicklist;
  let answer: SettingList = {};
  const remaining = async () => objectsAt((await picklistOf(crm, id)).picklist, "pick_list_values");
  if (added.length > 0 || removed.length === 0)
    answer = await writeSetting(crm, operation, change(added)).catch((error: unknown) => {
      if (!(error instanceof ZohoError && error.resent && error.code === "DUPLICATE_DATA")) throw error;
      return settledBy(crm, error, async () => {
        const names = (await remaining()).map(({ display_value }) => display_value);
        return added.every(({ display_value }) => names.includes(display_value))
          ? { [operation.items]: [doneBefore(id)] }
          : undefined;
      });
    });
  for (const [index, value] of removed.entries()) {
    const valueId = textAt(value, "id") ?? "";
    const call = change([{ id: valueId, _delete: true }]);
    answer = await removeSetting(crm, operation, call, valueId, { remaining }).catch((error: unknown) => {
      throw error instanceof ZohoError ? partly(crm, error, removed.slice(index)) : error;
    });
  }
  return answer;
}

/** The failure of one of several changes, with what it left undone. */
function partly(crm: Crm, { kind, code, status, details, reason }: ZohoError, left: readonly JsonObject[]) {
  const names = left.map(({ display_value }) => display_value).join(", ");
  const message = `${reason}. What was to be changed before is done; left is the removal of ${names}`;
  return crm.error({ kind, code, status, details, message });
}

/**
 * Deletes a global picklist, which Zoho does a little later.
 * @throws ZohoError `NOT_ALLOWED` for one of Zoho's own, one that more than 15 fields use, and one that is
 * being deleted already.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/delete-global-picklist.html
 */
export async function removeGlobalPicklist(
  crm: Crm,
  { globalPicklist }: { globalPicklist: string },
): Promise<SettingList> {
  const { id } = await knownPicklist(crm, globalPicklist);
  return removeSetting(crm, globalPicklistOperations.deleteGlobalPicklist, { path: { id } }, id, {
    isGone: ({ code, message }) =>
      code === "INVALID_DATA" || (code === "NOT_ALLOWED" && message.includes("deletion in progress")),
  });
}

/**
 * Replaces a value of a global picklist by another of its values, in all records that have it, by a job.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/replace-picklist-values.html
 */
export async function replacePicklistValue(
  crm: Crm,
  { globalPicklist, oldValue, newValue }: { globalPicklist: string; oldValue: string; newValue: string },
): Promise<SettingList> {
  const { id } = await knownPicklist(crm, globalPicklist);
  const [old_value, new_value] = [{ display_value: oldValue }, { display_value: newValue }];
  const body = { replace_picklist_values: [{ old_value, new_value }] };
  return writeSetting(crm, globalPicklistOperations.replacePicklistValue, { path: { id }, body });
}
