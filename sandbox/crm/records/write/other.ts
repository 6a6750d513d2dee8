import { invalidId, invalidModule } from "../../answers";
import { isObject } from "../../objects";
import type { CrmOrganization } from "../../organization";
import { deleteRecord, insertRecord, restoreRecord, updateRecord } from "./engine";
import { failed, type ItemResult } from "./results";
import { plainWriting } from "./writing";

/**
 * Writes as another user of the organisation: with `id` an update, with `id` and `$delete: true` a delete,
 * with `id` and `$restore: true` a restore from the recycle bin, otherwise an insert. One result a record, in
 * order, as the records API gives them.
 */
export function writeAsOther(
  organization: CrmOrganization,
  apiName: string,
  data: readonly unknown[],
): ItemResult[] {
  const module = organization.schema.get(apiName);
  if (!module) return data.map(() => failed(invalidModule({})));
  const writing = plainWriting(organization, module, organization.staff.users[1]);
  return data.map((input, index): ItemResult => {
    const path = `$.data[${index}]`;
    if (!isObject(input) || input.id === undefined) return insertRecord(writing, input, path);
    const id = String(input.id);
    if (input.$restore === true) return restoreRecord(writing, id);
    if (input.$delete !== true) return updateRecord(writing, id, input, path);
    const outcome = deleteRecord(writing, id);
    if (outcome && "record" in outcome) {
      return { code: "SUCCESS", details: { id }, message: "record deleted", status: "success" };
    }
    return failed(outcome?.problem ?? invalidId({ id }));
  });
}
