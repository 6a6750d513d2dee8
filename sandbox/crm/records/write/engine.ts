import { type Failure, failure, invalidId } from "../../answers";
import type { Module, RecordData } from "../../metadata/types";
import { isObject } from "../../objects";
import type { CrmOrganization } from "../../organization";
import { processOf } from "../../recordActions/processes";
import type { RecordChange } from "../../store/recordChange";
import { validate } from "../values/validate";
import { type RecordDraft, withFormulas, withNumbers } from "./computed";
import { failed, type ItemResult, together } from "./results";
import { plainWriting, stampsOf, type Writing } from "./writing";

/** Adds a record. @param path Its JSON path, such as `$.data[0]`. */
export function insertRecord(writing: Writing, input: unknown, path: string): ItemResult {
  const checked = validate(writing, input, path);
  if ("failures" in checked) return failed(together(checked.failures));
  const { organization, module, by } = writing;
  const { $approved, ...values } = { ...checked.values, ...accountOf(writing, checked.values) };
  const now = organization.now();
  const owner = module.fields.has("Owner")
    ? { Owner: writing.assignmentRule?.owner.asOwner ?? by.asOwner }
    : {};
  const draft: RecordDraft = {
    id: organization.ids.next(),
    ...owner,
    ...values,
    Created_By: by.asOwner,
    Created_Time: now,
    Modified_By: by.asOwner,
    Modified_Time: now,
    Record_Status__s: "Available",
    ...($approved === false ? { $approval_state: "approval_pending" } : {}),
  };
  const record = withFormulas(module, withNumbers(organization, module, draft));
  store(writing, undefined, record);
  const details = { ...stampsOf(record), $approval_state: record.$approval_state ?? "approved" };
  return { code: "SUCCESS", details, message: "record added", status: "success" };
}

/** The account that a deal names: the one of that name, or a new one. */
function accountOf(
  writing: Writing,
  { Account_Name: account }: Record<string, unknown>,
): Record<string, unknown> {
  const { organization, module, by } = writing;
  const accounts = organization.schema.get("Accounts");
  if (module.apiName !== "Deals" || !accounts || !isObject(account) || account.id !== undefined) return {};
  const named = { Account_Name: String(account.name) };
  const store = organization.store(accounts);
  const known = store.byId().find((record) => record.Account_Name === named.Account_Name);
  const id =
    known?.id ?? insertRecord(plainWriting(organization, accounts, by), named, "$.data[0]").details.id;
  return { Account_Name: store.reference(String(id)) ?? null };
}

/** Changes the fields of a record that are sent; the others stay. */
export function updateRecord(writing: Writing, id: unknown, input: unknown, path: string): ItemResult {
  const { organization, module, by } = writing;
  const before = typeof id === "string" ? organization.store(module).get(id) : undefined;
  if (!before) return failed(invalidId({ api_name: "id", json_path: `${path}.id` }));
  const refusal = unchangeable(writing, before, path) ?? steered(writing, before, input, path);
  if (refusal) return failed(refusal);
  const checked = validate(writing, input, path, before);
  if ("failures" in checked) return failed(together(checked.failures));
  const { $approved: _, ...values } = { ...checked.values, ...accountOf(writing, checked.values) };
  const stamps = { Modified_By: by.asOwner, Modified_Time: organization.now() };
  const record = withFormulas(module, { ...before, ...values, ...stamps });
  store(writing, before, record);
  return { code: "SUCCESS", details: stampsOf(record), message: "record updated", status: "success" };
}

/** Moves a record to the recycle bin. */
export function deleteRecord(
  writing: Writing,
  id: string,
): { record: RecordData } | { problem: Failure } | undefined {
  const { organization, module, by } = writing;
  const records = organization.store(module);
  const record = records.get(id);
  if (!record) return undefined;
  if (record.Locked__s === true) return { problem: locked(`$.data[0]`) };
  const at = organization.clock.now();
  records.remove(id, organization.writeMoment(records));
  const deletedBy = { name: by.name, id: by.id };
  records.deleted.set(id, { record, deletedBy, deletedTime: organization.timeText(at), at, type: "recycle" });
  finish(writing, "delete", record, [], record);
  rollUp(organization, module, [record]);
  return { record };
}

/** Puts a record from the recycle bin back where it was. */
export function restoreRecord({ organization, module, by }: Writing, id: string): ItemResult {
  const records = organization.store(module);
  const binned = records.deleted.get(id);
  if (binned?.type !== "recycle") return failed(invalidId({ id }));
  records.deleted.delete(id);
  const renewed = { Modified_By: by.asOwner, Modified_Time: organization.now() };
  const record =
    organization.behaviours.restoredTime === "kept" ? binned.record : { ...binned.record, ...renewed };
  records.put(record, organization.writeMoment(records));
  organization.announce({
    module: module.apiName,
    operation: "update",
    ids: [id],
    affectedFields: { [id]: [] },
    by,
  });
  rollUp(organization, module, [record]);
  return { code: "SUCCESS", details: { id }, message: "record restored", status: "success" };
}

/** Why a record cannot be changed at all, or not since the moment the caller names. */
function unchangeable(
  { module, unmodifiedSince }: Writing,
  record: RecordData,
  path: string,
): Failure | undefined {
  if (unmodifiedSince !== undefined && Date.parse(String(record.Modified_Time)) > unmodifiedSince) {
    const message = "record updated time has already passed if-unmodified-since time";
    return failure("ALREADY_MODIFIED", message, stampsOf(record));
  }
  if (record.Locked__s === true) return locked(path);
  if (record.$approval_state === "approval_pending") {
    return failure("NOT_APPROVED", "Cannot update record that is not approved yet", { id: record.id });
  }
  if (module.apiName === "Leads" && record.Converted__s === true) {
    return failure("CONVERTED_RECORD", "can't update the converted record", { id: record.id });
  }
  return undefined;
}

/**
 * A field that a blueprint steers is set by its transitions alone, as long as one leads on from where the
 * record is.
 */
function steered(
  { module, inTransition }: Writing,
  record: RecordData,
  input: unknown,
  path: string,
): Failure | undefined {
  const process = inTransition ? undefined : processOf(module.apiName, record);
  const wanted = process && isObject(input) ? input[process.field] : undefined;
  if (!process || wanted === undefined || wanted === record[process.field]) return undefined;
  return failure("RECORD_IN_BLUEPRINT", "record in blueprint", {
    api_name: process.field,
    json_path: `${path}.${process.field}`,
    id: record.id,
  });
}

const locked = (path: string): Failure =>
  failure("RECORD_LOCKED", "You cannot perform this operation as the record is locked.", {
    api_name: "id",
    json_path: `${path}.id`,
    action: "record_locking",
  });

function store(writing: Writing, before: RecordData | undefined, record: RecordData): void {
  const { organization, module } = writing;
  const records = organization.store(module);
  records.put(record, organization.writeMoment(records));
  const kept = new Set(["Modified_Time", "Modified_By"]);
  const changed = Object.keys(record).filter(
    (key) => module.fields.has(key) && !kept.has(key) && before?.[key] !== record[key],
  );
  finish(writing, before ? "update" : "insert", record, before ? changed : [], before);
  rollUp(organization, module, before ? [before, record] : [record]);
}

/** Tells who listens, and notes what automation the write asks for. */
function finish(
  { organization, module, by, triggers, applied, skipped }: Writing,
  operation: RecordChange["operation"],
  record: RecordData,
  changed: string[],
  before: RecordData | undefined,
): void {
  const skips = skipped.filter(({ action }) => action === undefined || action === operation);
  organization.noteRun({
    module: module.apiName,
    operation,
    id: record.id,
    triggers,
    applied,
    skipped: skips.map(({ name }) => name),
  });
  organization.announce({
    module: module.apiName,
    operation,
    ids: [record.id],
    affectedFields: { [record.id]: changed },
    by,
    before,
  });
}

/** Counts again what roll-up fields of other modules count of this one. */
export function rollUp(organization: CrmOrganization, module: Module, records: readonly RecordData[]): void {
  for (const { module: parentModule, field } of organization.rollups) {
    const { apiName, rollup } = field;
    if (rollup?.module !== module.apiName) continue;
    const parents = organization.store(parentModule);
    const lookups = records.map((record) => record[rollup.lookup]).filter(isObject);
    for (const parentId of new Set(lookups.map(({ id }) => String(id)))) {
      const parent = parents.get(parentId);
      const count = organization.store(module).find(rollup.lookup, { id: parentId }).size;
      if (parent) parents.put({ ...parent, [apiName]: count }, organization.writeMoment(parents));
    }
  }
}
