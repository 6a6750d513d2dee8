import type { BooksCall } from "../call";
import { uniqueField } from "../core/customFields";
import { doesNotExist, invalidValue } from "../core/refusal";
import { type Draft, isObject, isTrue, objectsOf, type Row } from "../core/values";
import type { RecordType } from "../table/recordType";
import { createRecord, updateRecord } from "./write";

/**
 * Updates the record whose unique custom field has the value of the headers, or makes one where `X-Upsert` is
 * true. A new record has the value, whether or not its body names it.
 */
export function upsertRecord(call: BooksCall, type: RecordType): { row: Row; isNew: boolean } {
  const { organization, query, body, request } = call;
  const key = request.headers["x-unique-identifier-key"] ?? "";
  const value = request.headers["x-unique-identifier-value"] ?? "";
  const field = uniqueField(organization.customFields.get(type.path) ?? [], key);
  if (!field) throw invalidValue("X-Unique-Identifier-Key");
  if (value === "") throw invalidValue("X-Unique-Identifier-Value");
  const [known] = organization.records(type.path).find(field.api_name, value);
  if (known) return { row: updateRecord(organization, type, known, body, query), isNew: false };
  if (!isTrue(request.headers["x-upsert"])) throw doesNotExist(type.noun);
  const given: Draft = isObject(body) ? body : {};
  const custom_fields = [{ api_name: field.api_name, value }, ...objectsOf(given.custom_fields)];
  return { row: createRecord(organization, type, { ...given, custom_fields }, { query }), isNew: true };
}
