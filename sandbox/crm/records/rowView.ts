import { compareIds } from "../coql/catalog";
import type { Module, RecordData } from "../metadata/types";
import type { CrmOrganization } from "../organization";
import type { View } from "../store/moduleStore";
import { compareByModifiedTime } from "../store/sorted";
import { rowsOf } from "./present";

/** The rows of a subform or linking module, which are kept in the records of its parent. */
export function rowView(organization: CrmOrganization, module: Module): View {
  const parent = organization.schema.get(module.parent ?? "");
  const field = parent && [...parent.fields.values()].find(({ rows }) => rows === module.apiName);
  const byId = (): RecordData[] => {
    if (!parent || !field) return [];
    const records = organization.view(parent).byId();
    const rows = records.flatMap((record) => rowsOf(organization, parent, field, record));
    return rows
      .map((row) => ({ ...row, id: String(row.id) }))
      .sort((left, right) => compareIds(left.id, right.id));
  };
  return {
    get: (id) => byId().find((row) => row.id === id),
    byId,
    byModifiedTime: () => byId().sort(compareByModifiedTime),
  };
}
