import type { JsonObject } from "../../core/json";
import type { Crm } from "../crm";
import { crmOperations } from "../operations";
import { type PagingInput, readList } from "../paging";

export interface DeletedInput extends Omit<PagingInput, "page_token"> {
  readonly recordType: string;
  /** `recycle`: those in the recycle bin; `permanent`: those gone for good. */
  readonly type?: "all" | "recycle" | "permanent";
  /** ISO 8601 with an offset; only what was deleted after it is listed. */
  readonly since?: string;
}

/**
 * The records of a module that were deleted, the newest first.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-deleted-records.html
 */
export async function getDeletedRecords(
  crm: Crm,
  { recordType, type = "all", since, ...paging }: DeletedInput,
): Promise<{ data: JsonObject[]; info: JsonObject }> {
  const call = { path: { module: recordType }, query: { type }, headers: { "If-Modified-Since": since } };
  const { rows, info } = await readList(crm, crmOperations.getDeletedRecords, call, "data", paging);
  return { data: rows, info };
}
