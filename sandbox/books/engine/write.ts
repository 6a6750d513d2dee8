import { customFieldParts, withCustomValues } from "../core/customFields";
import type { BooksOrganization } from "../core/organization";
import { invalidValue, notAllowed, Refusal } from "../core/refusal";
import { type Draft, isEmpty, isTrue, type Row, textOf } from "../core/values";
import { drop, keep } from "../money/keep";
import { recordTypes } from "../table";
import { idOf, type RecordType, type Write } from "../table/recordType";
import { requireFields, takeFields } from "./fields";
import { fillReferences } from "./references";
import { meetRules } from "./workflows";

const noQuery = new URLSearchParams();

/**
 * Makes a record; `parent` holds the fields its path gives it. Throws a Refusal, and then nothing has
 * changed.
 */
export function createRecord(
  organization: BooksOrganization,
  type: RecordType,
  body: unknown,
  { query = noQuery, parent = {} }: { query?: URLSearchParams; parent?: Draft } = {},
): Row {
  const given = { ...takeFields(type, body), ...parent };
  requireFields(type, given, true);
  const now = organization.now();
  const draft = {
    [type.keys[2]]: organization.nextId(),
    ...given,
    ...(type.kind && { [type.kind.field]: type.kind.value }),
    created_time: now,
    last_modified_time: now,
  };
  return store(draft, { organization, type, query, before: undefined, given });
}

/**
 * Changes the fields that a body has and leaves the others. Throws a Refusal, and then nothing has changed.
 */
export function updateRecord(
  organization: BooksOrganization,
  type: RecordType,
  before: Row,
  body: unknown,
  query: URLSearchParams = noQuery,
): Row {
  const given = takeFields(type, body);
  requireFields(type, given, false);
  const draft = { ...before, ...given, last_modified_time: organization.now() };
  return store(draft, { organization, type, query, before, given });
}

/** Ends a record; throws a Refusal where it must stay. */
export function removeRecord(organization: BooksOrganization, type: RecordType, row: Row): void {
  type.rules?.mayRemove?.(row, organization);
  removeUnder(organization, type, idOf(type, row));
  drop(organization, type.path, row, idOf(type, row));
  type.rules?.removed?.(row, organization);
  meetRules(organization, type, row, "delete");
}

/** Ends what stands under a record: comments, refunds, persons, tasks. */
function removeUnder(organization: BooksOrganization, { path }: RecordType, id: string): void {
  for (const type of recordTypes.values()) {
    if (type.parent?.path !== path) continue;
    const records = organization.records(type.path);
    for (const row of records.find(type.parent.id, id)) records.remove(idOf(type, row));
  }
}

/**
 * Changes a record as an operation of Books does, past the fields a body may have; its time of change moves.
 */
export function setFields(organization: BooksOrganization, type: RecordType, row: Row, changes: Draft): Row {
  const changed = { ...row, ...changes, last_modified_time: organization.now() };
  keep(organization, type.path, changed, idOf(type, row));
  return changed;
}

function store(draft: Draft, write: Write): Row {
  const { organization, type, before, given } = write;
  fillReferences(draft, organization, type);
  if (type.customFields) {
    const fields = organization.customFields.get(type.path) ?? [];
    const values = withCustomValues(before?.custom_fields, given.custom_fields, fields);
    Object.assign(draft, customFieldParts(values, fields));
  }
  type.rules?.complete?.(draft, write);
  if (type.number) draft[type.number.field] = numberFor(draft, write, type.number);
  refuseDuplicate(draft, write);
  const id = idOf(type, draft);
  keep(organization, type.path, draft, id);
  type.rules?.stored?.(draft, write);
  const stored = organization.records(type.path).get(id) ?? draft;
  meetRules(organization, type, stored, "add_edit");
  return stored;
}

/** The number given, where giving one is allowed, or the next of the series. */
function numberFor(draft: Draft, write: Write, number: NonNullable<RecordType["number"]>): string {
  const { organization, type, query, before, given } = write;
  const { field, prefix, digits } = number;
  const wanted = textOf(given[field]);
  const isOwn = isTrue(query.get("ignore_auto_number_generation") ?? given.ignore_auto_number_generation);
  if (wanted === "" && isOwn && !before) throw invalidValue(field);
  if (wanted !== "" && wanted !== before?.[field] && !isOwn && number.given === "flag") {
    throw notAllowed(
      `The ${field} counts up by itself. To give one, set ignore_auto_number_generation to true.`,
    );
  }
  if (wanted !== "") {
    const others = organization.records(type.path).find(field, wanted);
    if (others.some((row) => idOf(type, row) !== idOf(type, draft))) throw duplicate(type, wanted);
    return wanted;
  }
  if (before) return textOf(before[field]);
  let next: string;
  do next = `${prefix}${String(organization.nextNumber(`${type.path} ${prefix}`)).padStart(digits, "0")}`;
  while (organization.records(type.path).find(field, next).length > 0);
  return next;
}

function refuseDuplicate(draft: Draft, { organization, type, before }: Write): void {
  const field = type.unique?.field ?? "";
  const value = textOf(draft[field]);
  if (field === "" || isEmpty(value) || value === before?.[field]) return;
  const others = organization.records(type.path).find(field, value);
  if (others.some((row) => idOf(type, row) !== idOf(type, draft))) throw duplicate(type, value);
}

const duplicate = ({ unique, noun }: RecordType, value: string): Refusal =>
  unique
    ? new Refusal(400, unique.code, unique.message(value))
    : notAllowed(`${noun} "${value}" already exists.`);
