import { type JsonObject, textAt } from "../../core/json";
import type { Crm } from "../crm";
import type { PagingInput } from "../paging";
import { selectableFields } from "../query/columns";
import { scan } from "../query/select";

export interface RecordListInput extends PagingInput {
  readonly recordType: string;
  /** API names; the module's first 50 fields when empty, as many as Zoho returns at once. */
  readonly fields?: readonly string[];
  readonly sort_by?: string;
  readonly sort_order?: "asc" | "desc";
  readonly customViewId?: string;
  readonly ids?: readonly string[];
  readonly converted?: "true" | "false" | "both";
  /**
   * Whether records that wait for approval are left out (`true`), are all that is listed (`false`), or are
   * listed too.
   */
  readonly approved?: "true" | "false" | "both";
  /** ISO 8601 with an offset; only what changed then or later is listed. */
  readonly modifiedSince?: string;
}

/**
 * Lists that a query can go on with: all records of a module in the order of their ids. A query leaves
 * converted leads out, as a list does.
 */
const isPlain = (input: RecordListInput): boolean => {
  const {
    customViewId,
    ids = [],
    converted = "false",
    approved = "true",
    modifiedSince,
    sort_by = "id",
  } = input;
  const isWhole = !customViewId && ids.length === 0 && !modifiedSince;
  return isWhole && converted === "false" && approved === "true" && sort_by === "id";
};

/**
 * Goes on where Zoho's page tokens end, at 100,000 records, with a query by keyset on id. Of lookups it
 * returns name and id alone.
 * @param read the records read so far. @returns the others, or undefined where no query can take the list's
 * place.
 */
export async function readBeyondPages(
  crm: Crm,
  input: RecordListInput,
  fields: readonly string[],
  read: readonly JsonObject[],
): Promise<{ rows: JsonObject[]; more: boolean } | undefined> {
  const { recordType, sort_order = "desc", maxRecords = Number.POSITIVE_INFINITY } = input;
  const last = textAt(read.at(-1), "id");
  if (!isPlain(input) || last === undefined) return undefined;
  const selectable = await selectableFields(crm, recordType);
  const lacking = fields.filter((name) => name !== "id" && !selectable.includes(name));
  if (lacking.length > 0) {
    crm.log.warn(`No query can select ${lacking.join(", ")}, so the list ends where Zoho's pages end.`);
    return undefined;
  }
  crm.log.info(`Zoho's pages end at ${read.length} records. The others are read by query.`);
  return scan(crm, {
    module: recordType,
    names: fields,
    optional: !input.fields?.length,
    descending: sort_order === "desc",
    after: last,
    maxRecords: maxRecords - read.length,
  });
}
