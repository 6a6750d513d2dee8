import type { Crm } from "../crm";
import { allColumns, type Columns, readingColumns } from "../query/columns";
import { acceptingConverted } from "./converted";
import type { RecordState } from "./records";
import { type Rows, rowsOf } from "./rows";
import type { CrmChangeQuery } from "./types";

/** Records with the fields that a feed reads, and what was learned of the columns. */
export interface RowsById extends Rows {
  readonly names: readonly string[];
  readonly records: RecordState;
}

/**
 * The records of these ids that are there and meet the conditions, with the fields that a feed reads.
 * @throws ZohoError when a request fails.
 */
export async function rowsById(
  crm: Crm,
  query: CrmChangeQuery,
  records: RecordState,
  ids: readonly string[],
  conditions: readonly string[] = [],
): Promise<RowsById> {
  const { recordType: module, fields, moreFields } = query;
  const columns: Columns =
    fields.length > 0
      ? { names: fields, refused: [] }
      : (records.columns ?? (await allColumns(crm, module, moreFields)));
  const { result: read, leavesConverted } = await acceptingConverted(
    crm,
    module,
    records.leavesConverted === true,
    (converted) =>
      readingColumns(crm, module, columns, (names) =>
        rowsOf(crm, module, names, ids, [...converted, ...conditions]),
      ),
  );
  return {
    ...read.result,
    names: read.columns.names,
    records: {
      ...records,
      ...(fields.length === 0 && { columns: read.columns }),
      ...(leavesConverted && { leavesConverted }),
    },
  };
}
