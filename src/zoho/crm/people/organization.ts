import { isObject, type JsonObject } from "../../core/json";
import type { Crm } from "../crm";
import { crmOperations } from "../operations";

/**
 * The organisation that the connection belongs to, with its licence and its `zgid`.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-org-data.html
 */
export async function getOrganization(crm: Crm): Promise<JsonObject> {
  const { body } = await crm.send(crmOperations.getOrganization);
  return isObject(body) ? body : { org: [] };
}
