import { runBatch } from "../../../batch/batch";
import type { Attempted, Outcome } from "../../../batch/outcomes";
import type { Entry } from "../../../batch/queue";
import type { Batch } from "../../../batch/types";
import type { JsonObject } from "../../../core/json";
import type { Operation } from "../../../http/operation";
import type { Call } from "../../../http/request";
import type { Crm } from "../../crm";
import { resultsIn } from "./results";

/** How one kind of write to CRM is sent, many records in a request. */
export interface RecordBatch
  extends Pick<
    Batch<JsonObject>,
    "chunkSize" | "concurrency" | "keys" | "isAlone" | "afterDoubt" | "lookUp"
  > {
  readonly operation: Operation;
  readonly action: "insert" | "update" | "delete";
  readonly call: (records: readonly JsonObject[]) => Call;
  /** The operation's safety decides where this is left out. */
  readonly repeatable?: Batch<JsonObject>["repeatable"];
}

/**
 * Sends records through the batch engine, and reads Zoho's answers: one item a record, whatever the status.
 */
export function sendRecords(
  crm: Crm,
  { operation, action, call, ...batch }: RecordBatch,
  source: Iterable<Entry<JsonObject> | Outcome>,
  total: number,
): Promise<Attempted> {
  return runBatch(
    crm,
    {
      repeatable: () => (operation.safety === "unsafe" ? "never" : "always"),
      bytesOf: (records) => Buffer.byteLength(JSON.stringify(records)),
      ...batch,
      send: async (entries, { mayRepeat, timeoutMs }) => {
        const safety = mayRepeat ? operation.safety : "unsafe";
        const request = { ...call(entries.map(({ record }) => record)), units: entries.length, timeoutMs };
        const answer = await crm.send({ ...operation, safety }, request);
        const list = operation.items ?? "data";
        return { results: resultsIn(crm, { list, action }, entries, answer), resent: answer.resent };
      },
    },
    source,
    total,
  );
}
