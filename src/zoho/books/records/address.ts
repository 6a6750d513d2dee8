import { isObject, type JsonObject } from "../../core/json";
import { inputError } from "../../http/errors";
import { fillPath } from "../../http/request";
import { pathOf, type RecordType, type Verb, verbsOf } from "../recordTypes";

/** Which record is meant, under the keys of the actions. */
export interface BooksRecordKey {
  readonly recordType: string;
  readonly recordId?: string;
  /** For nested records, the type and id of the record that they stand under. */
  readonly parentRecordType?: string;
  readonly parentRecordId?: string;
}

const doing: Readonly<Record<Verb, string>> = {
  list: "be listed",
  get: "be read one by one",
  create: "be created",
  update: "be updated",
  remove: "be removed",
};

/** Refuses before any request what Zoho offers no call for. */
export function expectVerb(type: RecordType, verb: Verb): void {
  if (verbsOf(type).includes(verb)) return;
  throw inputError("books", `Record Type: ${type.key} cannot ${doing[verb]} through Zoho's API`);
}

/**
 * The path of a verb for a record; refused before any request where Zoho offers none, or where an id is
 * missing.
 */
export function addressOf(type: RecordType, verb: Verb, key: BooksRecordKey) {
  expectVerb(type, verb);
  const overAll = verb === "list" && !key.parentRecordId ? type.all : undefined;
  return pathFor(type, overAll ?? pathOf(type, verb), key);
}

/** A path under `/books/v3/` with its ids filled in, and the module that its scope names. */
export function pathFor(type: RecordType, template: string, { recordId, parentRecordId }: BooksRecordKey) {
  if (template.includes("{parentId}") && !parentRecordId) {
    throw inputError(
      "books",
      `Parent Record ID: ${type.key} stands under ${type.parent}, whose id is needed`,
    );
  }
  if (template.includes("{id}") && !recordId) {
    throw inputError("books", "Record ID: expected the id of a record, got nothing");
  }
  try {
    const anyPath = fillPath(template, { id: recordId ?? "", parentId: parentRecordId ?? "" });
    return { path: { anyPath, module: type.scope } };
  } catch (error) {
    throw inputError("books", `Record ID: ${error instanceof Error ? error.message : "it makes no path"}`);
  }
}

/**
 * The record inside an answer, under its own key or its list's; Zoho wraps some in a list, and shows some
 * without a key.
 */
export function itemOf(body: JsonObject, { keys }: RecordType): JsonObject {
  const item = body[keys.item] ?? body[keys.list];
  if (isObject(item)) return item;
  const [first] = Array.isArray(item) ? item : [];
  return isObject(first) ? first : body;
}

/** The id of the record inside an answer. */
export function idIn(body: JsonObject, type: RecordType): string | undefined {
  const id = itemOf(body, type)[type.keys.id];
  return typeof id === "string" || typeof id === "number" ? String(id) : undefined;
}
