import type { Attempted, Outcome } from "../../batch/outcomes";
import type { Entry } from "../../batch/queue";
import type { Repeatable } from "../../batch/types";
import type { JsonObject } from "../../core/json";
import { textAt } from "../../core/json";
import type { Crm } from "../crm";
import { crmOperations } from "../operations";
import { type FieldIndex, isBlank } from "../values/fields";
import { isId } from "../values/formats";
import { prepare } from "../values/prepare";
import { invalid, missing } from "../values/problem";
import { expectFields, learnFrom, schemaFor } from "../values/schema";
import { type Automation, automationOf, recordAutomationOf } from "./automation";
import { findCreated, findDeleted } from "./recovery";
import { duplicateBy, isForState } from "./results";
import { type RecordBatch, sendRecords } from "./sendRecords";

interface ManyInput {
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
  /** Send picklist values that the module's metadata does not list, and let Zoho decide; true when left out. */
  readonly newPicklistValues?: boolean;
}

interface RecordsInput extends ManyInput, Checks, Automation {
  readonly records: readonly JsonObject[];
}

export interface CreateInput extends RecordsInput {
  /** A field that Zoho keeps unique, by which a record can be found again when Zoho does not say whether it was created. */
  readonly uniqueField?: string;
}

export interface UpdateInput extends RecordsInput {
  /** The external id field that each record names itself by, instead of `id`. */
  readonly externalIdField?: string;
  /** Multi-select picklists to whose values the given ones are added. */
  readonly appendValues?: readonly string[];
  /** Refuse the update of a record that changed after this time. */
  readonly ifUnmodifiedSince?: string;
}

export interface UpsertInput extends RecordsInput {
  readonly duplicateCheckFields?: readonly string[];
}

export interface RemoveInput extends ManyInput {
  readonly recordIds: readonly string[];
  readonly externalIdField?: string;
  readonly triggerWorkflow?: boolean;
}

/** What Zoho takes in one request. */
const CHUNK = 100;

/**
 * Creates records. After a failure that leaves it open whether records were created they are not sent again, unless `uniqueField` lets them be looked up.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/insert-records.html
 */
export function insertAll(crm: Crm, input: CreateInput): Promise<Attempted> {
  const { recordType, uniqueField } = input;
  return write(crm, input, "create", {
    operation: crmOperations.insertRecords,
    action: "insert",
    names: { "Unique Field": [uniqueField] },
    keyFields: uniqueField ? [uniqueField] : [],
    ...(uniqueField && {
      lookUp: (doubts) => findCreated(crm, recordType, uniqueField, doubts),
      // What Zoho calls a duplicate after a first try may be that first try's record.
      afterDoubt: (outcome) => (duplicateBy(uniqueField, outcome) === undefined ? outcome : undefined),
    }),
    call: (data) => ({ path: { module: recordType }, body: { data, ...automationOf(input) } }),
  });
}

/**
 * Updates records by id, or by the value of an external id field.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/update-records.html
 */
export function updateAll(crm: Crm, input: UpdateInput): Promise<Attempted> {
  const { recordType, externalIdField, ifUnmodifiedSince, appendValues = [] } = input;
  const append = Object.fromEntries(appendValues.map((field) => [field, true]));
  return write(crm, input, "update", {
    operation: crmOperations.updateRecords,
    action: "update",
    key: externalIdField ?? "id",
    names: { "External ID Field": [externalIdField], "Append Values": appendValues },
    defaults: appendValues.length > 0 ? { $append_values: append } : {},
    // Its first try may have moved the record's time past the given one, so a second could not tell its own work from another's.
    repeatable: () => (ifUnmodifiedSince === undefined ? "always" : "never"),
    afterDoubt: (outcome) => (isForState(outcome, externalIdField) ? undefined : outcome),
    call: (data) => ({
      path: { module: recordType },
      headers: {
        "If-Unmodified-Since": ifUnmodifiedSince,
        "X-EXTERNAL": externalIdField && `${recordType}.${externalIdField}`,
      },
      body: { data, ...automationOf(input) },
    }),
  });
}

/** The field by which Zoho looks for an existing record of a module when it is told no other. */
const systemCheckFields: Readonly<Record<string, string>> = {
  Leads: "Email",
  Contacts: "Email",
  Accounts: "Account_Name",
  Deals: "Deal_Name",
  Campaigns: "Campaign_Name",
  Cases: "Subject",
  Solutions: "Solution_Title",
  Products: "Product_Name",
  Vendors: "Vendor_Name",
  Price_Books: "Price_Book_Name",
  Quotes: "Subject",
  Sales_Orders: "Subject",
  Purchase_Orders: "Subject",
  Invoices: "Subject",
};

/**
 * Creates records, or updates those that Zoho finds by the duplicate check fields.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/upsert-records.html
 */
export function upsertAll(crm: Crm, input: UpsertInput): Promise<Attempted> {
  const { recordType, duplicateCheckFields = [] } = input;
  const checked =
    duplicateCheckFields.length > 0 ? duplicateCheckFields : [systemCheckFields[recordType] ?? "Name"];
  return write(crm, input, "upsert", {
    operation: crmOperations.upsertRecords,
    action: "update",
    names: { "Duplicate Check Fields": duplicateCheckFields },
    keyFields: ["id", ...checked],
    repeatable: (record, unique) => upsertRepeatable(record, checked, unique),
    afterDoubt: afterDoubtfulUpsert,
    call: (data) => ({
      path: { module: recordType },
      body: {
        data,
        ...automationOf(input),
        ...(duplicateCheckFields.length > 0 ? { duplicate_check_fields: duplicateCheckFields } : {}),
      },
    }),
  });
}

/**
 * How often an upsert may be sent. What Zoho keeps unique is never there twice. By any other field, two that run at the same time make two records, so
 * that the first must have ended. Without a value to find it by, a record is inserted each time it is sent.
 */
function upsertRepeatable(
  record: JsonObject,
  checked: readonly string[],
  unique: readonly string[],
): Repeatable {
  const has = (field: string): boolean => !isBlank(record[field]);
  if (has("id") || unique.some(has)) return "always";
  return checked.some(has) ? "answered" : "never";
}

/** After a first try that may have been carried out, an update by the second does not say what the first did. */
function afterDoubtfulUpsert(outcome: Outcome): Outcome | undefined {
  if (outcome.status === "error") return isForState(outcome) ? undefined : outcome;
  if (outcome.action !== "update") return outcome;
  const { action: _, ...rest } = outcome;
  return { ...rest, message: "record added or updated; an earlier try had no answer" };
}

/**
 * Moves records to the recycle bin, by id or by the value of an external id field.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/delete-records.html
 */
export async function removeAll(crm: Crm, input: RemoveInput): Promise<Attempted> {
  const { recordType, recordIds, externalIdField, triggerWorkflow, concurrency = 5 } = input;
  const entries = recordIds.map((id, index): Entry<JsonObject> | Outcome =>
    externalIdField || isId(id)
      ? { index, record: { id } }
      : { index, status: "error", ...invalid("id", "a number of up to 20 digits") },
  );
  const query = { wf_trigger: triggerWorkflow };
  const many: Removing = {
    operation: crmOperations.deleteRecords,
    chunkSize: CHUNK,
    lookUp: (doubts) => findDeleted(crm, recordType, doubts),
    call: (records: readonly JsonObject[]) => ({
      path: { module: recordType },
      query: { ids: records.map((record) => textAt(record, "id") ?? ""), ...query },
    }),
  };
  const one: Removing = {
    operation: crmOperations.deleteRecord,
    chunkSize: 1,
    call: ([record]: readonly JsonObject[]) => ({
      path: { module: recordType, id: textAt(record, "id") ?? "" },
      headers: { "X-EXTERNAL": `${recordType}.${externalIdField}` },
      query,
    }),
  };
  const batch: RecordBatch = {
    ...(externalIdField ? one : many),
    action: "delete",
    concurrency,
    keys: (record) => [String(record.id)],
    // A first try may have removed it, which is why the second finds nothing.
    afterDoubt: (outcome) => (outcome.code === "INVALID_DATA" || isForState(outcome) ? undefined : outcome),
  };
  return sendRecords(crm, batch, entries, entries.length);
}

type Removing = Pick<RecordBatch, "operation" | "chunkSize" | "call" | "lookUp">;

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

async function write(
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
  const how = { operation, strict, newPicklistValues };
  const hasDefaults = Object.keys(defaults).length > 0;
  const check = (record: JsonObject): Checked => {
    const whole = hasDefaults ? { ...defaults, ...record } : record;
    const checked: Checked = schema ? prepare(whole, schema, how) : { ok: true, record: whole, warnings: [] };
    return checked.ok && key && isBlank(checked.record[key]) ? { ok: false, problem: missing(key) } : checked;
  };
  const unsent = new Set<number>();
  const unique = schema ? uniqueIn(schema.fields) : [];
  const known = key ? [key] : [...new Set([...(keyFields ?? []), ...unique])];
  const batch: RecordBatch = {
    ...sending,
    ...(repeatable && { repeatable: (record) => repeatable(record, unique) }),
    chunkSize: CHUNK,
    concurrency: input.concurrency ?? 5,
    isAlone,
    keys: (record) => known.filter((field) => !isBlank(record[field])).map((field) => keyOf(field, record)),
  };
  const attempted = await sendRecords(crm, batch, drawn(crm, records, check, unsent), records.length);
  const refused = attempted.outcomes.filter(
    (outcome) => outcome?.status === "error" && !unsent.has(outcome.index),
  );
  const codes = refused.map((outcome) => outcome?.code ?? "");
  if (schema) learnFrom(crm, schema, codes);
  return attempted;
}

const uniqueIn = ({ byName }: FieldIndex): string[] =>
  [...byName.values()].filter(({ unique }) => unique).map(({ name }) => name);

/** Zoho compares values without regard to case and outer spaces. */
const keyOf = (field: string, record: JsonObject): string =>
  `${field} ${String(record[field]).trim().toLowerCase()}`;

/** Zoho makes a record of each occurrence of a recurring activity, and its answer does not say which belong together. */
const isAlone = ({ Recurring_Activity: recurring }: JsonObject): boolean => !isBlank(recurring);

type Checked = ReturnType<typeof prepare>;

/** Records as the senders ask for them, checked one by one; those that cannot be sent come with their outcome and are noted in `unsent`. */
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
