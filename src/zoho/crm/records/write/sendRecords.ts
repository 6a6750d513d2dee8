import { runBatch } from "../../../batch/batch";
import type { Attempted, Outcome } from "../../../batch/outcomes";
import type { Batch, Entry, Repeatable } from "../../../batch/queue";
import { idOf } from "../../../core/decimal";
import { type JsonObject, textAt } from "../../../core/json";
import type { ZohoError } from "../../../http/errors";
import type { Operation } from "../../../http/operation";
import type { Call } from "../../../http/request";
import type { Crm } from "../../crm";
import { type FieldIndex, isBlank } from "../../values/fields";
import { prepare } from "../../values/prepare";
import { invalid, missing, type Problem } from "../../values/problem";
import { expectFields, learnFrom, schemaFor } from "../../values/schema";
import { type Automation, recordAutomationOf } from "../operations";
import { externalLookups, lookupsChecked } from "./externalLookups";
import { namedBy, resultsIn } from "./results";

export interface ManyInput {
  readonly recordType: string;
  /** Requests in flight at once, 5 when left out. */
  readonly concurrency?: number;
  /** Throw when any record failed, after all were attempted. */
  readonly failOnError?: boolean;
}

interface Checks {
  /** Check and type the values by the module's metadata; true when left out. */
  readonly validate?: boolean;
  /** Refuse values for read-only fields instead of leaving them out. */
  readonly strict?: boolean;
  /**
   * Send picklist values that the module's metadata does not list, and let Zoho decide; true when left out.
   */
  readonly newPicklistValues?: boolean;
}

export interface RecordsInput extends ManyInput, Checks, Automation {
  readonly records: readonly JsonObject[];
}

/** What Zoho takes in one request. */
export const CHUNK = 100;

interface Sending extends Pick<RecordBatch, "operation" | "action" | "call" | "afterDoubt" | "lookUp"> {
  /** The field that says which record is meant. */
  readonly key?: string;
  /** The fields by which Zoho tells records apart, beside those that it keeps unique. */
  readonly keyFields?: readonly string[];
  /** @param unique the fields that Zoho keeps unique, as far as they are known. */
  readonly repeatable?: (record: JsonObject, unique: readonly string[]) => Repeatable;
  /** Keys that each record has unless it names its own. */
  readonly defaults?: JsonObject;
  /** The fields that inputs name, by the label of the input. */
  readonly names: Readonly<Record<string, readonly (string | undefined)[]>>;
}

/**
 * Checks and types records by the metadata of their module, and sends those that can be sent.
 * @throws ZohoError of kind `input` for a field that an input names and the module does not have.
 */
export async function write(
  crm: Crm,
  input: RecordsInput,
  operation: "create" | "update" | "upsert",
  { key, keyFields, names, defaults: more, repeatable, ...sending }: Sending,
): Promise<Attempted> {
  const { recordType, records, validate = true, strict = false, newPicklistValues = true } = input;
  const defaults = { ...recordAutomationOf(input), ...more };
  const schema = validate
    ? await schemaFor(crm, recordType, [defaults, ...records], newPicklistValues)
    : undefined;
  if (schema) expectFields(recordType, schema.fields, names);
  const wrongLookup = schema && (await lookupsChecked(crm, schema, records));
  const how = { operation, strict, newPicklistValues };
  const hasDefaults = Object.keys(defaults).length > 0;
  const check = (record: JsonObject): Checked => {
    const whole = hasDefaults ? { ...defaults, ...record } : record;
    const checked: Checked = schema ? prepare(whole, schema, how) : { ok: true, record: whole, warnings: [] };
    if (!checked.ok) return checked;
    if (key && isBlank(checked.record[key])) return { ok: false, problem: missing(key) };
    const wrong = lostId(checked.record) ?? wrongLookup?.(record);
    return wrong ? { ok: false, problem: wrong } : checked;
  };
  const unsent = new Set<number>();
  const unique = schema ? uniqueIn(schema.fields) : [];
  const known = key ? [key] : [...new Set([...(keyFields ?? []), ...unique])];
  const batch: RecordBatch = {
    ...sending,
    call: (data) => namingLookups(sending.call(data), externalLookups(recordType, data)),
    ...(repeatable && { repeatable: (record) => repeatable(record, unique) }),
    chunkSize: CHUNK,
    concurrency: input.concurrency ?? 5,
    isAlone,
    keys: (record) => known.filter((field) => !isBlank(record[field])).map((field) => keyOf(field, record)),
  };
  const attempted = await sendRecords(crm, batch, drawn(crm, records, check, unsent), records.map(idIn));
  const refused = attempted.outcomes.filter(
    (outcome) => outcome?.status === "error" && !unsent.has(outcome.index),
  );
  const codes = refused.map((outcome) => outcome?.code ?? "");
  if (schema) learnFrom(crm, schema, codes);
  return attempted;
}

/** A call whose records name others by external fields, besides themselves. */
function namingLookups(call: Call, fields: readonly string[]): Call {
  if (fields.length === 0) return call;
  const named = [call.headers?.["X-EXTERNAL"], ...fields].filter((each) => each !== undefined);
  return { ...call, headers: { ...call.headers, "X-EXTERNAL": named.join(",") } };
}

const uniqueIn = ({ byName }: FieldIndex): string[] =>
  [...byName.values()].filter(({ unique }) => unique).map(({ name }) => name);

/** The id that a record was given, if it is one. */
export const idIn = ({ id }: JsonObject): string | undefined => {
  const read = idOf(id);
  return read.ok ? read.value : undefined;
};

/**
 * What is wrong with an id that came as a number: it may have lost its last digits, and name another record.
 */
function lostId({ id }: JsonObject): Problem | undefined {
  const read = typeof id === "number" ? idOf(id) : undefined;
  return read && !read.ok ? invalid("id", read.expected) : undefined;
}

/** Zoho compares values without regard to case and outer spaces. */
const keyOf = (field: string, record: JsonObject): string =>
  `${field} ${String(record[field]).trim().toLowerCase()}`;

/**
 * Zoho makes a record of each occurrence of a recurring activity, and its answer does not say which belong
 * together.
 */
const isAlone = ({ Recurring_Activity: recurring }: JsonObject): boolean => !isBlank(recurring);

type Checked = ReturnType<typeof prepare>;

/**
 * Records as the senders ask for them, checked one by one; those that cannot be sent come with their outcome
 * and are noted in `unsent`.
 */
function* drawn(
  crm: Crm,
  records: readonly JsonObject[],
  check: (record: JsonObject) => Checked,
  unsent: Set<number>,
): Generator<Entry<JsonObject> | Outcome> {
  const warned = new Set<string>();
  for (const [index, record] of records.entries()) {
    const checked = check(record);
    if (!checked.ok) {
      unsent.add(index);
      yield { index, status: "error", ...checked.problem };
      continue;
    }
    for (const warning of checked.warnings.filter((each) => !warned.has(each))) {
      warned.add(warning);
      crm.log.warn(warning);
    }
    yield { index, record: checked.record };
  }
}

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

/** The place of the record that a refusal names, by its place among the ids or by its own id. */
function placeOf({ code, details }: ZohoError, records: readonly JsonObject[]): number | undefined {
  const [, place] = /^\$\.ids\[(\d+)\]$/.exec(textAt(details, "json_path") ?? "") ?? [];
  if (place !== undefined) return Number(place);
  const id = namedBy({ code, details });
  const named = records.findIndex((record) => id !== undefined && textAt(record, "id") === id);
  return named < 0 ? undefined : named;
}

/**
 * Sends records through the batch engine, and reads Zoho's answers: one item a record, whatever the status.
 * @param ids of the records by their places, as far as they have any: failures are told with them.
 */
export async function sendRecords(
  crm: Crm,
  { operation, action, call, ...batch }: RecordBatch,
  source: Iterable<Entry<JsonObject> | Outcome>,
  ids: readonly (string | undefined)[],
): Promise<Attempted> {
  const attempted = await runBatch(
    crm,
    {
      repeatable: () => (operation.safety === "unsafe" ? "never" : "always"),
      culprit: placeOf,
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
    ids.length,
  );
  return { ...attempted, ids };
}
