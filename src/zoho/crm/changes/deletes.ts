import { type PassMemory, readPass } from "../../changes/pass";
import { beginAt, recall, remember, settled, type Version } from "../../changes/seen";
import { isObject, type JsonObject, objectsAt, textAt } from "../../core/json";
import { secondsOf, timeText } from "../../core/time";
import type { Crm } from "../crm";
import { crmOperations } from "../operations";
import { dateOf } from "./rows";
import type { Change } from "./types";

/** A row of the list of deleted records. Nothing in it changes, so that its time alone is its print. */
type Deleted = Version & { readonly record: JsonObject };

export interface DeletePage {
  readonly changes: Change[];
  readonly memory: PassMemory;
  readonly more: boolean;
}

/** Begins now: what is in the list already counts as emitted. `asOf` is a time that Zoho's clock has reached. */
export async function beginDeletesNow(crm: Crm, module: string, asOf: number): Promise<PassMemory> {
  let memory: PassMemory = { seen: beginAt(Math.max(0, settled(beginAt(0, asOf))), asOf) };
  for (let more = true; more; ) ({ memory, more } = await readDeletes(crm, module, memory));
  return memory;
}

/**
 * The next page of deleted records, those in the recycle bin and those gone for good.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-deleted-records.html
 */
export async function readDeletes(crm: Crm, module: string, memory: PassMemory): Promise<DeletePage> {
  const { fresh, ...page } = await readPass(memory, (number) => list(crm, module, memory.seen.since, number));
  return { ...page, changes: fresh.map((row) => changeOf(module, row)) };
}

/** The deletes of these records since a time, where they were not emitted before. */
export async function deletesOf(
  crm: Crm,
  module: string,
  { seen, ...memory }: PassMemory,
  {
    ids,
    since,
    forgetBefore,
  }: { readonly ids: readonly string[]; readonly since: number; readonly forgetBefore?: number },
): Promise<{ changes: Change[]; memory: PassMemory }> {
  const emitted = recall(seen, new Set(ids));
  const found: Deleted[] = [];
  for (let page = 1, more = true; more && found.length < ids.length; page += 1) {
    const listed = await list(crm, module, Math.max(since, seen.since), page);
    found.push(...listed.rows.filter(({ id }) => ids.includes(id)));
    more = listed.more;
  }
  const fresh = found.filter(({ id, time }) => time >= seen.since && !emitted.get(id)?.has(time));
  return {
    changes: fresh.map((row) => changeOf(module, row)),
    memory: { ...memory, seen: remember(seen, fresh, forgetBefore) },
  };
}

async function list(crm: Crm, module: string, since: number, page: number) {
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
