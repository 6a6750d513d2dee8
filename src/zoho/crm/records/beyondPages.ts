import { type JsonObject, textAt } from "../../core/json";
import type { Crm } from "../crm";
import { column, joined, literal } from "../query/coql";
import { page, pageSize } from "../query/query";
import type { ListInput } from "./records";

/** Lists that a query can go on with: all records of a module in the order of their ids. */
const isPlain = ({ customViewId, ids = [], converted, modifiedSince, sort_by = "id" }: ListInput): boolean =>
  !customViewId && ids.length === 0 && !converted && !modifiedSince && sort_by === "id";

/**
 * Goes on where Zoho's page tokens end, at 100,000 records, with a query by keyset on id. Of lookups it returns name and id alone.
 * @param read the records read so far. @returns the others, or undefined where no query can take the list's place.
 */
export async function readBeyondPages(
  crm: Crm,
  input: ListInput,
  fields: readonly string[],
  read: readonly JsonObject[],
): Promise<{ rows: JsonObject[]; more: boolean } | undefined> {
  const { recordType, sort_order = "desc", maxRecords = Number.POSITIVE_INFINITY } = input;
  if (!isPlain(input)) return undefined;
  crm.log.info(`Zoho's pages end at ${read.length} records. The others are read by query.`);
  const columns = fields.filter((name) => name !== "id").map(column);
  const head = `select ${["id", ...columns].join(", ")} from ${column(recordType)}`;
  const beyond = sort_order === "desc" ? "<" : ">";
  const rows: JsonObject[] = [];
  for (let lastId = textAt(read.at(-1), "id") ?? ""; ; ) {
    const limit = Math.min(pageSize(crm), maxRecords - read.length - rows.length);
    if (limit <= 0) return { rows, more: true };
    const keyset = `id ${beyond} ${literal(lastId)}`;
    // The list leaves converted leads out, a query does not.
    const where = recordType === "Leads" ? joined([keyset, "Converted__s = false"], "and") : keyset;
    const next = await page(crm, `${head} where ${where} order by id ${sort_order} limit ${limit}`, limit);
    rows.push(...next.data);
    if (next.info.more_records !== true) return { rows, more: false };
    lastId = textAt(next.data.at(-1), "id") ?? "";
  }
}
