import type { JsonObject } from "../../core/json";
import { inputError, ZohoError } from "../../http/errors";
import type { QueryValue } from "../../http/request";
import type { Books } from "../books";
import { booksOperations } from "../operations";
import { findRecordType, pathOf, type RecordType, verbsOf } from "../recordTypes";
import { type RecordValues, recordBody } from "../values/record";
import { addressOf, type RecordKey } from "./address";
import { textsOf } from "./listing";

type Query = Readonly<Record<string, QueryValue>>;

/**
 * One record, as Zoho's own body: `{ code, message, invoice: {…} }`.
 * @throws ZohoError `1002` when there is none.
 */
export async function getRecord(books: Books, key: RecordKey): Promise<JsonObject> {
  const type = findRecordType(key.recordType, key.parentRecordType);
  return books.ask(booksOperations.getRecord, addressOf(type, "get", key));
}

export interface WriteInput extends RecordKey, RecordValues {
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
  const parent = type.parentField && input.parentRecordId ? { [type.parentField]: input.parentRecordId } : {};
  return books.ask(booksOperations.createRecord, {
    ...addressOf(type, "create", input),
    query: flagsOf(input),
    body: { ...parent, ...recordBody(type, input) },
  });
}

/** Updates one record; fields that are not given stay as they are, lists such as line items are replaced. */
export async function updateRecord(books: Books, input: WriteInput): Promise<JsonObject> {
  const type = findRecordType(input.recordType, input.parentRecordType);
  const address = addressOf(type, "update", input);
  // What an organisation has one of stands at a path without an id, and has it in its body.
  const id = pathOf(type, "update").includes("{id}") ? {} : { [type.keys.id]: input.recordId };
  return books.ask(booksOperations.updateRecord, {
    ...address,
    query: flagsOf(input),
    body: { ...id, ...recordBody(type, input) },
  });
}

export interface UpsertInput extends WriteInput {
  /** The API name of a custom field that Zoho keeps unique, and the value to look for in it. */
  readonly uniqueField: string;
  readonly uniqueValue: string;
}

/**
 * Updates the record that has the value in its unique custom field, or creates it with that value.
 * @see https://www.zoho.com/books/api/v3/contacts/#update-a-contact-using-a-custom-fields-unique-value
 */
export async function upsertRecord(books: Books, input: UpsertInput): Promise<JsonObject> {
  const type = findRecordType(input.recordType);
  if (!type.upserts) {
    throw inputError(
      "books",
      `Record Type: ${type.key} cannot be upserted by a custom field through Zoho's API`,
    );
  }
  return books.ask(booksOperations.upsertRecord, {
    path: { anyPath: type.key, module: type.upserts === true ? type.scope : type.upserts },
    query: flagsOf(input),
    headers: {
      "X-Unique-Identifier-Key": input.uniqueField,
      "X-Unique-Identifier-Value": input.uniqueValue,
      "X-Upsert": "true",
    },
    body: recordBody(type, input),
  });
}

/** Removes one record. Where an earlier try of the request may have removed it, a record that is gone is a record removed. */
export async function removeRecord(books: Books, key: RecordKey): Promise<JsonObject> {
  const type = findRecordType(key.recordType, key.parentRecordType);
  try {
    return await books.ask(booksOperations.removeRecord, addressOf(type, "remove", key));
  } catch (error) {
    if (!(error instanceof ZohoError && error.resent && error.code === "1002")) throw error;
    if (await isThere(books, type, key)) throw error;
    return { code: 0, message: "The record is gone; an earlier try of this request may have removed it." };
  }
}

/** Whether a record can be read; of a type that is not read one by one, Zoho's word that it is missing has to do. */
async function isThere(books: Books, type: RecordType, key: RecordKey): Promise<boolean> {
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
