import { isObject, type JsonObject, objectsAt, textAt } from "../../../json";
import { type PassMemory, readPass } from "../../changes/pass";
import { beginAt, settled, type Version } from "../../changes/seen";
import type { Transport } from "../../http/transport";
import { crmOperations } from "../operations";
import { dateOf, secondsOf, timeText } from "./rows";
import type { Change } from "./types";

/** A row of the list of deleted records. Nothing in it changes, so that its time alone is its print. */
type Deleted = Version & { readonly record: JsonObject };

export interface DeletePage {
  readonly changes: Change[];
  readonly memory: PassMemory;
  readonly more: boolean;
}

/** Begins now: what is in the list already counts as emitted. `asOf` is a time that Zoho's clock has reached. */
export async function beginDeletesNow(crm: Transport, module: string, asOf: number): Promise<PassMemory> {
  let memory: PassMemory = { seen: beginAt(Math.max(0, settled(beginAt(0, asOf))), asOf) };
  for (let more = true; more; ) ({ memory, more } = await readDeletes(crm, module, memory));
  return memory;
}

/**
 * The next page of deleted records, those in the recycle bin and those gone for good.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-deleted-records.html
 */
export async function readDeletes(crm: Transport, module: string, memory: PassMemory): Promise<DeletePage> {
  const { fresh, ...page } = await readPass(memory, (number) => list(crm, module, memory.seen.since, number));
  return { ...page, changes: fresh.map((row) => changeOf(module, row)) };
}

async function list(crm: Transport, module: string, since: number, page: number) {
  // One second less, for Zoho lists what is younger than the time and not what is as old.
  const after = since > 0 ? timeText(since - 1) : undefined;
  const { body, headers } = await crm.send(crmOperations.getDeletedRecords, {
    path: { module },
    query: { type: "all", page, per_page: 200 },
    headers: { "If-Modified-Since": after },
  });
  const info = isObject(body) && isObject(body.info) ? body.info : {};
  const rows = objectsAt(body, "data").map(
    (record): Deleted => ({
      id: String(record.id),
      time: secondsOf(textAt(record, "deleted_time")),
      print: "",
      record,
    }),
  );
  return { rows, more: info.more_records === true, date: dateOf(headers) };
}

const changeOf = (module: string, { id, record }: Deleted): Change => ({
  change: "deleted",
  id,
  module,
  modifiedTime: String(record.deleted_time),
  record,
});
