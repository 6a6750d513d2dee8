import type { BooksCall } from "../call";
import type { BooksOrganization } from "../core/organization";
import { doesNotExist } from "../core/refusal";
import { type Draft, isObject, type Row, textOf } from "../core/values";
import { typeAt } from "../table";
import type { RecordType } from "../table/recordType";

/**
 * The record that a call's path names, under its parent where it has one; throws a Refusal where there is
 * none.
 */
export function recordOf({ organization, params }: BooksCall, type: RecordType): Row {
  const row = organization.records(type.path).get(params[type.keys[2]] ?? "");
  const parent = type.parent && params[type.parent.id];
  if (!row || (type.parent && parent !== undefined && textOf(row[type.parent.id]) !== parent)) {
    throw doesNotExist(type.noun);
  }
  return row;
}

/** A record by its type's path and its id; throws a Refusal where there is none. */
export function recordAt(organization: BooksOrganization, path: string, id: unknown): Row {
  const row = organization.records(path).get(textOf(id));
  if (!row) throw doesNotExist(typeAt(path).noun);
  return row;
}

/** The fields that a path gives a record; throws a Refusal where the parent does not exist. */
export function parentOf({ organization, params }: BooksCall, type: RecordType): Draft {
  const id = type.parent && params[type.parent.id];
  if (!type.parent || id === undefined) return {};
  recordAt(organization, type.parent.path, id);
  return { [type.parent.id]: id };
}

/** A call's body as an object; an empty one where there is none. */
export const bodyOf = ({ body }: BooksCall): Draft => (isObject(body) ? body : {});
