import type { JsonObject } from "../../core/json";
import type { Crm } from "../crm";
import { crmOperations } from "../operations";
import { type PagingInput, readList } from "../paging";
import { addressOf } from "../records/records";

export interface TimelineInput extends PagingInput {
  readonly recordType: string;
  readonly recordId: string;
  readonly sort_order?: "asc" | "desc";
}

/**
 * What happened to a record: who changed what when, and from what to what.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/timeline-of-a-record.html
 */
export async function getRecordTimeline(
  crm: Crm,
  { recordType, recordId, sort_order, ...paging }: TimelineInput,
): Promise<{ __timeline: JsonObject[]; info: JsonObject }> {
  const call = { path: addressOf({ recordType, recordId }).path, query: { sort_order } };
  const { rows, info } = await readList(crm, crmOperations.getTimeline, call, "__timeline", paging);
  return { __timeline: rows, info };
}
