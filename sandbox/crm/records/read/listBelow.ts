import type { Answer } from "../../../core/answer";
import { ok } from "../../answers";
import type { ModuleCall } from "../../call";
import type { RecordData } from "../../metadata/types";
import { isObject } from "../../objects";
import { viewOf } from "../../store/viewOf";
import type { listed } from "../present";
import { listFrom } from "./list";

/** What the paging block of a list below a record says; that of a module's list says more. */
const told = [
  "per_page",
  "next_page_token",
  "count",
  "page",
  "previous_page_token",
  "page_token_expiry",
  "more_records",
];

/** A page of records that belong to a record, by the parameters of "Get Related Records". */
export function listBelow(call: ModuleCall, rows: readonly RecordData[], present: typeof listed): Answer {
  const answer = listFrom(call, viewOf(rows), present);
  if (!isObject(answer.body) || !isObject(answer.body.info)) return answer;
  const { data, info } = answer.body;
  return ok({
    data,
    info: Object.fromEntries(told.flatMap((key) => (key in info ? [[key, info[key]]] : []))),
  });
}
