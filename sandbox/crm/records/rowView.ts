import { compareIds } from "../coql/catalog";
import type { Schema } from "../metadata/schema";
import type { Module, RecordData } from "../metadata/types";
import type { ModuleStore, View } from "../store/moduleStore";
import { compareByModifiedTime } from "../store/sorted";
import { rowsOf } from "./present";

/** What has modules and their records. */
interface Viewed {
  readonly schema: Schema;
  view(module: Module): View;
  store(module: Module): ModuleStore;
}

/** The rows of a subform or linking module, which are kept in the records of its parent. */
export function rowView(organization: Viewed, module: Module): View {
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
