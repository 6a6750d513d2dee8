import { isObject, type JsonObject } from "../../core/json";
import { inputError, ZohoError } from "../../http/errors";
import { settledBy } from "../../http/outcome";
import type { QueryValue } from "../../http/request";
import type { Books } from "../books";
import { findRecordType, pathOf, type RecordType, verbsOf } from "../recordTypes";
import { byLabel, customFieldsIfReadable } from "../values/customFields";
import { type RecordValues, recordBody } from "../values/values";
import { addressOf, type BooksRecordKey } from "./address";
import { textsOf } from "./listing";
import { recordOperations } from "./operations";

type Query = Readonly<Record<string, QueryValue>>;

/**
 * One record, as Zoho's own body: `{ code, message, invoice: {…} }`.
 * @throws ZohoError `1002` when there is none.
 */
export async function getRecord(books: Books, key: BooksRecordKey): Promise<JsonObject> {
  const type = findRecordType(key.recordType, key.parentRecordType);
  return books.ask(recordOperations.getRecord, addressOf(type, "get", key));
}

export interface WriteInput extends BooksRecordKey, RecordValues {
  /** Email the new record to the customer. */
  readonly send?: boolean;
  /** Take the number that the record names instead of the next one. */
  readonly ignore_auto_number_generation?: boolean;
  /** Further parameters of the call. */
  readonly queryParams?: JsonObject;
}

/** Creates one record. Never sent a second time unless Zoho certainly did nothing. */
export async function createRecord(books: Books, input: WriteInput): Promise<JsonObject> {
  const type = findRecordType(input.recordType, input.parentRecordType);
  return books.ask(recordOperations.createRecord, {
    ...addressOf(type, "create", input),
    query: flagsOf(input),
    body: await newBody(books, type, input),
  });
}

/** The body of a new record, with what is known of its parent. */
export async function newBody(
  books: Books,
  type: RecordType,
  input: BooksRecordKey & RecordValues,
): Promise<Record<string, unknown>> {
  const parent = type.parentField && input.parentRecordId ? { [type.parentField]: input.parentRecordId } : {};
  return { ...parent, ...withPrimaryPerson(type, await recordBody(books, type, input)) };
}

/** What Zoho takes of a new contact only in its contact persons, and drops where it stands in the contact. */
const ofPerson = ["email", "phone", "mobile"];

/** A new contact whose email and telephone stand in its primary contact person. */
function withPrimaryPerson({ key }: RecordType, body: Record<string, unknown>): Record<string, unknown> {
  const moved = Object.fromEntries(
    Object.entries(body).filter(([name, value]) => ofPerson.includes(name) && value !== "" && value !== null),
  );
  if (key !== "contacts" || Object.keys(moved).length === 0) return body;
  const rest = Object.fromEntries(Object.entries(body).filter(([name]) => !ofPerson.includes(name)));
  const persons = Array.isArray(body.contact_persons) ? body.contact_persons.filter(isObject) : [];
  const at = Math.max(
    0,
    persons.findIndex((person) => person.is_primary_contact === true),
  );
  const primary = { ...moved, ...persons[at], is_primary_contact: true };
  return { ...rest, contact_persons: [...persons.slice(0, at), primary, ...persons.slice(at + 1)] };
}

/**
 * Says that the persons of a contact are changed by themselves: given here they would take the place of all
 * others.
 */
function warnOfPerson(
  books: Books,
  { key }: RecordType,
  { record, dynamicValues, fieldValues }: RecordValues,
): void {
  const given = Object.keys({ ...record, ...dynamicValues, ...fieldValues });
  const named = given.filter((name) => ofPerson.includes(name));
  if (key !== "contacts" || named.length === 0) return;
  books.log.warn(`Zoho ignores ${named.join(", ")} of a contact. Update its contact person instead.`);
}

/** Updates one record; fields that are not given stay as they are, lists such as line items are replaced. */
export async function updateRecord(books: Books, input: WriteInput): Promise<JsonObject> {
  const type = findRecordType(input.recordType, input.parentRecordType);
  warnOfPerson(books, type, input);
  const address = addressOf(type, "update", input);
  // What an organisation has one of stands at a path without an id, and has it in its body.
  const id = pathOf(type, "update").includes("{id}") ? {} : { [type.keys.id]: input.recordId };
  return books.ask(recordOperations.updateRecord, {
    ...address,
    query: flagsOf(input),
    body: { ...id, ...(await recordBody(books, type, input)) },
  });
}

export interface BooksUpsertInput extends WriteInput {
  /** The API name of a custom field that Zoho keeps unique, and the value to look for in it. */
  readonly uniqueField: string;
  readonly uniqueValue: string;
}

/**
 * Updates the record that has the value in its unique custom field, or creates it with that value.
 * @see https://www.zoho.com/books/api/v3/contacts/#update-a-contact-using-a-custom-fields-unique-value
 */
export async function upsertRecord(books: Books, input: BooksUpsertInput): Promise<JsonObject> {
  const type = findRecordType(input.recordType);
  if (!type.upserts) {
    throw inputError(
      "books",
      `Record Type: ${type.key} cannot be upserted by a custom field through Zoho's API`,
    );
  }
  expectPlain("Unique Field", input.uniqueField);
  expectPlain("Unique Value", input.uniqueValue);
  warnOfPerson(books, type, input);
  const body = await recordBody(books, type, input);
  const module = type.upserts === true ? type.scope : type.upserts;
  const send = (values: JsonObject) =>
    books.ask(recordOperations.upsertRecord, {
      path: { anyPath: type.key, module },
      query: flagsOf(input),
      headers: {
        "X-Unique-Identifier-Key": input.uniqueField,
        "X-Unique-Identifier-Value": input.uniqueValue,
        "X-Upsert": "true",
      },
      body: values,
    });
  try {
    return await send(body);
  } catch (error) {
    // Zoho was seen to refuse a custom field by its API name here, and to take it by its label.
    if (!(error instanceof ZohoError && error.status === 400 && body.custom_fields)) throw error;
    const again = byLabel(body, await customFieldsIfReadable(books, type));
    if (!again) throw error;
    return send(again);
  }
}

/**
 * Refuses what does not stand in a header byte for byte: Zoho would look for another value, and change
 * another record.
 */
function expectPlain(label: string, value: string): void {
  if (/^[!-~]([ -~]*[!-~])?$/.test(value)) return;
  throw inputError(
    "books",
    `${label}: expected letters, digits and signs of ASCII without a space at an end, for Zoho takes it in a header, got ${JSON.stringify(value)}. Look for such a record with Get Records, then update or create it`,
  );
}

/**
 * Removes one record. Where an earlier try of the request may have removed it, a record that is gone is a
 * record removed.
 */
export async function removeRecord(books: Books, key: BooksRecordKey): Promise<JsonObject> {
  const type = findRecordType(key.recordType, key.parentRecordType);
  try {
    return await books.ask(recordOperations.removeRecord, addressOf(type, "remove", key));
  } catch (error) {
    if (!(error instanceof ZohoError && error.resent && error.code === "1002")) throw error;
    return settledBy(books, error, async () => ((await isThere(books, type, key)) ? undefined : alreadyGone));
  }
}

const alreadyGone = {
  code: 0,
  message: "The record is gone; an earlier try of this request may have removed it.",
};

/**
 * Whether a record can be read; of a type that is not read one by one, Zoho's word that it is missing has to
 * do.
 */
async function isThere(books: Books, type: RecordType, key: BooksRecordKey): Promise<boolean> {
  if (!verbsOf(type).includes("get")) return false;
  try {
    await getRecord(books, key);
    return true;
  } catch (error) {
    if (error instanceof ZohoError && error.code === "1002") return false;
    throw error;
  }
}

function flagsOf({ send, ignore_auto_number_generation, queryParams }: WriteInput): Query {
  const flags = {
    send: send || undefined,
    ignore_auto_number_generation: ignore_auto_number_generation || undefined,
  };
  return { ...flags, ...textsOf(queryParams) };
}
