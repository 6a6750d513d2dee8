import type { Answer } from "../../core/answer";
import type { Route } from "../../http/route";
import { type Address, type BooksCall, booksRoute, done } from "../call";
import { invalidValue } from "../core/refusal";
import { itemsOf, type Row, textOf } from "../core/values";
import type { RecordType } from "../table/recordType";
import { parentOf, recordOf } from "./find";
import { listRecords } from "./listing/list";
import { pdfAnswer } from "./pdf";
import { full } from "./show";
import { upsertRecord } from "./upsert";
import { isOf, variantOf } from "./variants";
import { createRecord, removeRecord, updateRecord } from "./write";

/**
 * A call that a record type may have: its name, its address, what it does, and its scope where that is not
 * the type's area.
 */
interface Verb {
  name: string;
  address: Address;
  handle: (call: BooksCall) => Answer;
  scope?: string;
}

/** The calls that every record type has the same way: list, get, create, update, delete, and their kind. */
export function recordRoutes(type: RecordType): Route[] {
  const verbs = [list, get, create, update, remove, upsert, customFields, bulkRemove].flatMap(
    (verb) => verb(type) ?? [],
  );
  const name = type.path.replaceAll("/", ".");
  return verbs.map((verb) =>
    booksRoute(`${name}.${verb.name}`, verb.address, verb.scope ?? type.area, verb.handle),
  );
}

/** The path of a type's records, with the parent's id in it where they stand under one. */
const base = ({ path, parent }: RecordType): string =>
  parent ? `${parent.path}/:${parent.id}/${path.slice(parent.path.length + 1)}` : path;

const one = (type: RecordType): string => `${base(type)}/:${type.keys[2]}`;

const shown = (call: BooksCall, type: RecordType, row: Row) => ({
  [type.keys[1]]: full(call.organization, type, row),
});

function list(type: RecordType): Verb | undefined {
  const { at, readMessages, whole } = type;
  if (at?.list === null) return undefined;
  const handle = (call: BooksCall) => {
    const kind = variantOf(type, call.query.get("filter_by"));
    const among = Object.entries(parentOf(call, type)).map(
      ([field, id]) =>
        (row: Row) =>
          textOf(row[field]) === id,
    );
    const ofKind = type.variant ? [(row: Row) => isOf(kind, row)] : [];
    const { rows, context } = listRecords(call.organization, kind, call.query, [...among, ...ofKind]);
    return done(readMessages?.[0] ?? "success", {
      [kind.keys[0]]: rows,
      ...(!whole && { page_context: context }),
    });
  };
  return { name: "list", address: `GET ${at?.list ?? base(type)}`, handle };
}

function get(type: RecordType): Verb | undefined {
  const { at, readMessages, pdf } = type;
  if (at?.get === null) return undefined;
  const handle = (call: BooksCall) => {
    const row = recordOf(call, type);
    if (pdf && call.query.get("accept") === "pdf") return pdfAnswer(call.organization, type, [row]);
    return done(readMessages?.[1] ?? "success", shown(call, type, row));
  };
  return { name: "get", address: `GET ${at?.get ?? one(type)}`, handle };
}

function create(type: RecordType): Verb | undefined {
  const message = type.messages[0];
  if (message === null) return undefined;
  const handle = (call: BooksCall) => {
    const kind = variantOf(type, call.body);
    const { organization, body, query } = call;
    const row = createRecord(organization, kind, body, { query, parent: parentOf(call, type) });
    return done(kind.messages[0] ?? message, shown(call, kind, row), 201);
  };
  return { name: "create", address: `POST ${type.at?.create ?? base(type)}`, handle };
}

function update(type: RecordType): Verb | undefined {
  const message = type.messages[1];
  if (message === null) return undefined;
  const handle = (call: BooksCall) => {
    const before = recordOf(call, type);
    const kind = variantOf(type, before);
    const row = updateRecord(call.organization, kind, before, call.body, call.query);
    return done(kind.messages[1] ?? message, shown(call, kind, row));
  };
  return { name: "update", address: `PUT ${type.at?.update ?? one(type)}`, handle };
}

function remove(type: RecordType): Verb | undefined {
  const message = type.messages[2];
  if (message === null) return undefined;
  const handle = (call: BooksCall) => {
    removeRecord(call.organization, type, recordOf(call, type));
    return done(message);
  };
  return { name: "delete", address: `DELETE ${type.at?.remove ?? one(type)}`, handle };
}

function upsert(type: RecordType): Verb | undefined {
  const [created, updated] = type.messages;
  if (!type.upsert || created === null || updated === null) return undefined;
  const handle = (call: BooksCall) => {
    const { row, isNew } = upsertRecord(call, type);
    const answer = shown(call, type, row);
    return isNew ? done(created, answer, 201) : done(updated, answer);
  };
  return {
    name: "upsert",
    address: `PUT ${type.path}`,
    handle,
    ...(type.upsert !== true && { scope: type.upsert }),
  };
}

function customFields(type: RecordType): Verb | undefined {
  if (!type.customFieldsAt) return undefined;
  const handle = (call: BooksCall) => {
    const given = Array.isArray(call.body) ? { custom_fields: call.body } : call.body;
    updateRecord(call.organization, type, recordOf(call, type), given);
    return done("Custom Fields Updated Successfully");
  };
  return {
    name: "customFields",
    address: `PUT ${type.customFieldsAt}/:${type.keys[2]}/customfields`,
    handle,
  };
}

function bulkRemove(type: RecordType): Verb | undefined {
  if (!type.bulkRemove) return undefined;
  const { parameter, message } = type.bulkRemove;
  const handle = (call: BooksCall) => {
    const ids = itemsOf(call.query.get(parameter));
    if (ids.length === 0) throw invalidValue(parameter);
    const rows = ids.map((id) => recordOf({ ...call, params: { [type.keys[2]]: id } }, type));
    for (const row of rows) removeRecord(call.organization, type, row);
    return done(message);
  };
  return { name: "bulkDelete", address: `DELETE ${type.path}`, handle };
}
