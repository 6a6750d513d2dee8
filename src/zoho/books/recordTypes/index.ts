import { inputError } from "../../http/errors";
import { accountingTypes, bankingTypes } from "./accounting";
import { contactTypes } from "./contacts";
import { payableTypes, purchaseTypes } from "./purchases";
import type { RecordTypeRow, RecordTypeRows, Verb } from "./row";
import { receiptTypes, salesTypes } from "./sales";
import { projectTypes, settingsTypes } from "./settings";

export type { Verb } from "./row";

/** A row of the table with the key that it stands under. */
export interface RecordType extends RecordTypeRow {
  readonly key: string;
}

/**
 * The table: every record type of Zoho Books v3 by the path that builders know it by. Comments and templates
 * are types of their own.
 */
export function recordTypes(): ReadonlyMap<string, RecordType> {
  table ??= new Map(
    Object.entries({
      ...contactTypes,
      ...salesTypes,
      ...receiptTypes,
      ...purchaseTypes,
      ...payableTypes,
      ...bankingTypes,
      ...accountingTypes,
      ...projectTypes,
      ...settingsTypes,
    } satisfies RecordTypeRows).flatMap(([key, row]: [string, RecordTypeRow]) =>
      [{ key, ...row }, ...commentsOf(key, row), ...templatesOf(key, row)].map(
        (type) => [type.key, type] as const,
      ),
    ),
  );
  return table;
}

let table: Map<string, RecordType> | undefined;

function commentsOf(parent: string, { comments, scope, label }: RecordTypeRow): RecordType[] {
  if (!comments) return [];
  const keys = { list: "comments", item: "comment", id: "comment_id", name: "description" };
  return [{ key: `${parent}/comments`, label: `Comments on ${label}`, keys, scope, parent, can: comments }];
}

function templatesOf(key: string, { templates, scope, label }: RecordTypeRow): RecordType[] {
  if (!templates) return [];
  const keys = { list: "templates", item: "template", id: "template_id", name: "template_name" };
  return [{ key: `${key}/templates`, label: `Templates of ${label}`, keys, scope, can: "list" }];
}

/** An organisation's own module, by its API name. */
const customModule = (key: string): RecordType => ({
  key,
  label: key,
  keys: { list: "module_record", item: "module_record", id: "module_record_id", name: "record_name" },
  scope: "custommodules",
  timeField: "last_modified_time",
});

/**
 * The row of a record type: by its own key, or by its last part and the type that it stands under, as
 * `refunds` and `creditnotes`.
 * @throws ZohoError when the table has none.
 */
export function findRecordType(recordType: string, parentRecordType?: string): RecordType {
  const name = recordType.replace(/^\/+|\/+$/g, "");
  const parent = parentRecordType?.replace(/^\/+|\/+$/g, "");
  if (/^cm_\w+$/.test(name)) return customModule(name);
  const own = recordTypes().get(name);
  if (!parent && own) return own;
  const nested = recordTypes().get(`${parent}/${name}`);
  if (nested) return nested;
  if (own && (own.parent === parent || own.key.startsWith(`${parent}/`))) return own;
  const wanted = parent ? `${name} under ${parent}` : name;
  throw inputError(
    "books",
    `Record Type: Zoho Books has no ${wanted}. Use a path such as contacts, invoices or settings/taxes, and for nested records Parent Record Type`,
  );
}

const everything: readonly Verb[] = ["list", "get", "create", "update", "remove"];

/** What Zoho offers for a record type. */
export const verbsOf = ({ can }: RecordType): readonly Verb[] =>
  can === undefined ? everything : everything.filter((verb) => can.split(" ").includes(verb));

/** The words of a cell of the table, which are separated by spaces. */
export const wordsOf = (words = ""): string[] => words.split(" ").filter(Boolean);

/** The path of a verb under `/books/v3/`, with `{id}` and `{parentId}` to be filled in. */
export function pathOf({ key, parent, parentParam, paths }: RecordType, verb: Verb): string {
  const given = paths?.[verb];
  if (given !== undefined) return given;
  const nested = parent && parentParam === undefined;
  const name = parent && key.startsWith(`${parent}/`) ? key.slice(parent.length + 1) : key;
  const list = nested ? `${parent}/{parentId}/${name}` : key;
  return verb === "list" || verb === "create" ? list : `${list}/{id}`;
}

/** Whether changes of the type can be found: its lists say when a record was changed. */
export const tellsChanges = ({ timeField }: RecordType): boolean => timeField !== undefined;

/** Whether workflow rules tell of changes of the type as they happen. */
export const tellsAtOnce = (type: RecordType): type is RecordType & { readonly entity: string } =>
  tellsChanges(type) && type.entity !== undefined;
