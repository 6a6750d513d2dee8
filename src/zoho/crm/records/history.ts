import { type JsonObject, objectsAt, textAt } from "../../core/json";
import { secondsOf } from "../../core/time";
import type { Crm } from "../crm";
import { getFields } from "../metadata/modules";
import { type PagingInput, readList } from "../paging";
import { getRelatedRecords } from "../related";
import { compareIds } from "./allRecords";
import { addressOf } from "./records";

/** What became of records, and what is told of them besides their fields. */
export const historyOperations = {
  getDeletedRecords: {
    method: "GET",
    path: "/crm/{version}/{module}/deleted",
    safety: "safe",
    class: "standard",
    scope: "ZohoCRM.modules.{module}.READ",
    credits: 2,
    success: [200, 204, 304],
    answers: "data",
  },
  getTimeline: {
    method: "GET",
    path: "/crm/{version}/{module}/{id}/__timeline",
    safety: "safe",
    class: "standard",
    scope: "ZohoCRM.modules.{module}.READ",
    credits: 1,
    success: [200, 204],
    answers: "__timeline",
  },
  getFullData: {
    method: "GET",
    path: "/crm/{version}/{module}/actions/fetch_full_data",
    safety: "safe",
    class: "standard",
    scope: "ZohoCRM.modules.{module}.READ",
    credits: 1,
    success: [200, 204],
    answers: "data",
  },
  getEntityScores: {
    method: "GET",
    path: "/crm/{version}/Entity_Scores__s",
    safety: "safe",
    class: "standard",
    scope: "ZohoCRM.modules.entity_scores.READ",
    credits: 1,
    success: [200, 204],
    answers: "data",
  },
} as const;

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
  const { rows, info } = await readList(crm, historyOperations.getDeletedRecords, call, "data", paging);
  return { data: rows, info };
}

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
  const { rows, info } = await readList(crm, historyOperations.getTimeline, call, "__timeline", paging);
  return { __timeline: rows, info };
}

const stageFields = [
  ...["Stage", "Moved_To__s", "Stage_Duration_Calendar_Days", "Modified_Time", "Modified_By"],
  ...["Amount", "Probability", "Expected_Revenue", "Closing_Date"],
];

/**
 * The stages that a deal has been in, the first one first: `Modified_Time` is when it entered a stage, and
 * `Moved_To__s` where it went from there, null in the last row, which is where the deal is.
 * @param input.fields API names of the module DealHistory; those of the stages and sums when empty.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-related-records.html
 */
export async function getStageHistory(
  crm: Crm,
  { recordId, fields = [] }: { recordId: string; fields?: readonly string[] },
): Promise<{ data: JsonObject[]; info: JsonObject }> {
  const asked = fields.length > 0 ? ["Modified_Time", ...fields] : stageFields;
  const list = { recordType: "Deals", recordId, relatedList: "Stage_History" };
  const { data, info } = await getRelatedRecords(crm, {
    ...list,
    fields: [...new Set(asked)],
    fetchAll: true,
  });
  // Zoho promises no order. Two stages of one second stand in the order in which they were noted.
  const entered = (row: JsonObject) => secondsOf(textAt(row, "Modified_Time"));
  const inTurn = (one: JsonObject, other: JsonObject) =>
    entered(one) - entered(other) || compareIds(String(one.id), String(other.id));
  return { data: data.sort(inTurn), info };
}

/** Rich text fields that Zoho gives of several records in one request. */
const RICH_TEXTS = 8;

/**
 * The rich texts of records in full, where other reads cut them short, in as many requests as their fields
 * take.
 * @param input.recordIds at most 200.
 * @param input.fields all rich text fields of the module when there are none, for Zoho wants them by name.
 * @returns nothing of a module that has no such field.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-rich-text-fields.html
 */
export async function getFullData(
  crm: Crm,
  {
    recordType,
    recordIds,
    fields = [],
  }: { recordType: string; recordIds: readonly string[]; fields?: readonly string[] },
): Promise<{ data: JsonObject[] }> {
  const wanted = fields.length > 0 ? fields : await richTextsOf(crm, recordType);
  const path = { module: recordType };
  const records = new Map<string, JsonObject>();
  for (let start = 0; start < wanted.length; start += RICH_TEXTS) {
    const query = { ids: recordIds, fields: wanted.slice(start, start + RICH_TEXTS) };
    const { body } = await crm.send(historyOperations.getFullData, { path, query });
    for (const row of objectsAt(body, "data")) {
      const id = textAt(row, "id") ?? "";
      records.set(id, { ...records.get(id), ...row });
    }
  }
  return { data: [...records.values()] };
}

const richTextsOf = async (crm: Crm, recordType: string): Promise<string[]> =>
  (await getFields(crm, recordType))
    .filter(({ textarea }) => textAt(textarea, "type") === "rich_text")
    .map((field) => textAt(field, "api_name") ?? "");

const scoreFields = [
  ...["Score", "Positive_Score", "Negative_Score", "Touch_Point_Score", "Touch_Point_Positive_Score"],
  ...["Touch_Point_Negative_Score", "Entity", "Scoring_Rule"],
];

/**
 * The scores that scoring rules give to records, by page or all of them.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-entity-scores.html
 */
export async function getEntityScores(
  crm: Crm,
  paging: PagingInput,
): Promise<{ data: JsonObject[]; info: JsonObject }> {
  const call = { query: { fields: scoreFields } };
  const { rows, info } = await readList(crm, historyOperations.getEntityScores, call, "data", paging);
  return { data: rows, info };
}
