import { type CoqlCatalog, type CoqlField, type CoqlModule, compareIds, type Row } from "../catalog";

type FieldRow = readonly [apiName: string, dataType: string, more?: Partial<CoqlField>];

interface MemoryModule {
  fields: readonly FieldRow[];
  rows: readonly Row[];
  queryable?: boolean;
  /** Whether the module offers its seeks; without them every query reads every row. */
  seeks?: boolean;
  customViews?: Record<string, (row: Row) => boolean>;
}

const field = ([apiName, dataType, more]: FieldRow): CoqlField => ({
  apiName,
  dataType,
  metadata: { api_name: apiName, data_type: dataType },
  ...more,
});

function memoryModule(apiName: string, spec: MemoryModule): CoqlModule {
  const rows = [...spec.rows].sort((left, right) => compareIds(left.id, right.id));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const time = (row: Row) => Date.parse(String(row.Modified_Time));
  const seeks = {
    rowsAfterId: (id: string) => rows.filter((row) => compareIds(row.id, id) > 0),
    rowsByModifiedTime: (fromMs = 0) =>
      rows.filter((row) => time(row) >= fromMs).sort((left, right) => time(left) - time(right)),
  };
  return {
    apiName,
    queryable: spec.queryable ?? true,
    fields: new Map(spec.fields.map((row) => [row[0], field(row)])),
    byId: (id) => byId.get(id),
    rows: () => rows,
    customView: (id) => spec.customViews?.[id],
    ...(spec.seeks && seeks),
  };
}

/** A catalog of a few rows, for tests that need no organisation. */
export function memoryCatalog(modules: Record<string, MemoryModule>): CoqlCatalog {
  const known = new Map(Object.entries(modules).map(([name, spec]) => [name, memoryModule(name, spec)]));
  return { module: (apiName) => known.get(apiName) };
}
