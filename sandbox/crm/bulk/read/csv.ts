import { stringify } from "csv-stringify/sync";
import type { Module, RecordData } from "../../metadata/types";
import { isObject } from "../../objects";
import type { CrmOrganization } from "../../organization";
import { answeredValue } from "../../records/present";

/** The value of one column: lookups are bare ids, and lists are joined by semicolons. */
function cell(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value))
    return value.map((item) => (isObject(item) ? String(item.name ?? "") : String(item))).join(";");
  return isObject(value) ? String(value.id ?? "") : String(value);
}

function valueAt(organization: CrmOrganization, module: Module, record: RecordData, path: string): unknown {
  const [name = "", ...rest] = path.split(".");
  const field = module.fields.get(name);
  if (!field) return undefined;
  const value = answeredValue(field, record);
  if (rest.length === 0) return value;
  if (!isObject(value)) return undefined;
  const user = field.dataType === "ownerlookup" || field.dataType === "userlookup";
  if (user)
    return Reflect.get(
      { ...organization.user(String(value.id)) },
      rest.join("_").toLowerCase().replace("_name", "Name"),
    );
  const target = organization.schema.get(field.module ?? "");
  const found = target && organization.store(target).get(String(value.id));
  return target && found ? valueAt(organization, target, found, rest.join(".")) : undefined;
}

/** The CSV of a bulk read. The id has a column of its own, whatever was asked for. */
export function csvOf(
  organization: CrmOrganization,
  module: Module,
  names: readonly string[],
  records: readonly RecordData[],
): string {
  const columns = names.filter((name) => name.toLowerCase() !== "id");
  const header = [organization.behaviours.bulkIdColumn, ...columns];
  const rows = records.map((record) => [
    record.id,
    ...columns.map((name) => cell(valueAt(organization, module, record, name))),
  ]);
  return stringify([header, ...rows]);
}
