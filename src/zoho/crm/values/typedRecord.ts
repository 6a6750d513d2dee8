import type { JsonObject } from "../../core/json";
import type { Crm } from "../crm";
import { prepare } from "./prepare";
import { schemaFor } from "./schema";

/**
 * The values of one record, each with the type that its field wants. Picklist values are Zoho's to judge.
 * @param operation `create` for a whole record, whose mandatory fields must be there; `update` for some of
 * its fields.
 * @throws ZohoError of kind `input`, before anything is sent, that says all that is wrong.
 */
export async function typedRecord(
  crm: Crm,
  recordType: string,
  values: JsonObject,
  operation: "create" | "update",
): Promise<JsonObject> {
  const schema = await schemaFor(crm, recordType, [values]);
  const prepared = prepare(values, schema, { operation, strict: false, newPicklistValues: true });
  if (!prepared.ok) throw crm.error({ kind: "input", ...prepared.problem });
  for (const warning of prepared.warnings) crm.log.warn(warning);
  return prepared.record;
}
