import { type MappedField, mapRecord, type Preview, type PreviewedValue } from "../../core/fieldMapping";
import { type JsonObject, writeJson } from "../../core/json";
import { ZohoError } from "../../http/errors";
import type { Books } from "../books";
import type { BooksRecordKey } from "../records/address";
import { newBody } from "../records/records";
import { findRecordType, type RecordType } from "../recordTypes";
import { type CustomField, customFieldOf, customFieldsIfReadable } from "../values/customFields";
import { customEntry, ownNames, type RecordValues, recordBody, typed, unknownText } from "../values/values";
import { requiredOf } from "./fields";

type Problem = Preview["problems"][number];

interface Asked extends BooksRecordKey {
  readonly purpose?: "create" | "update";
}

export interface BooksPreviewInput extends Asked, RecordValues {
  readonly fieldMapping?: readonly MappedField[];
}

export interface CheckedBooksMapping extends Asked {
  readonly mapping: readonly MappedField[];
}

/** The fields of a type by all that is known of them. */
interface Known {
  readonly type: RecordType;
  readonly own: ReadonlySet<string>;
  readonly custom: readonly CustomField[];
}

/** The field that a name means; undefined where Zoho ignores the name. */
function fieldNamed(name: string, { type, own, custom }: Known): string | undefined {
  if (own.has(name) || own.size <= 2 || type.scope === "custommodules") return name;
  return customFieldOf(custom, name)?.name ?? (/^(cf_|\d+$)/.test(name) ? name : undefined);
}

/** What is known of the fields that are named; custom ones are read where a name is none of Zoho's own. */
async function knownOf(books: Books, key: BooksRecordKey, names: readonly string[]): Promise<Known> {
  const type = findRecordType(key.recordType, key.parentRecordType);
  const own = ownNames(type);
  const isOpen = own.size > 2 && type.scope !== "custommodules" && names.some((name) => !own.has(name));
  return { type, own, custom: isOpen ? await customFieldsIfReadable(books, type) : [] };
}

const missing = (name: string): Problem => ({
  code: "MANDATORY_NOT_FOUND",
  message: `required field not found: ${name}`,
  details: { api_name: name },
});

const invalid = (name: string, message: string): Problem => ({
  code: "INVALID_DATA",
  message,
  details: { api_name: name },
});

/** The fields that a new record needs and that are not among these. */
const lacking = (
  { type: { key } }: Known,
  purpose: Asked["purpose"],
  has: (name: string) => boolean,
): Problem[] =>
  purpose === "update"
    ? []
    : requiredOf(key)
        .filter((name) => !has(name))
        .map(missing);

/**
 * What is wrong with a mapping to a record type of Books, before any record goes through it: names that Zoho
 * does not know, fields that two sources lead to, and for new records those that are known to be required and
 * nothing leads to. Up to six requests for custom fields.
 */
export async function checkBooksMapping(books: Books, input: CheckedBooksMapping): Promise<Problem[]> {
  const { recordType, purpose = "create" } = input;
  const mapping = input.mapping.filter(({ recordType: owner = recordType }) => owner === recordType);
  const known = await knownOf(
    books,
    input,
    mapping.map(({ field }) => field),
  );
  const problems: Problem[] = [];
  const sources = new Map<string, string>();
  for (const { source, field: name } of mapping) {
    const field = fieldNamed(name, known);
    if (field === undefined) {
      problems.push(invalid(name, unknownText(known.type, name, known.own)));
      continue;
    }
    const other = sources.get(field);
    if (other !== undefined)
      problems.push(invalid(field, `${field}: expected a value from one source, got ${other} and ${source}`));
    sources.set(field, source);
  }
  return [...problems, ...lacking(known, purpose, (name) => sources.has(name))];
}

/** What becomes of a value under a name. */
function previewOf(name: string, given: unknown, known: Known): PreviewedValue {
  const unchanged = { field: name, given, value: given, outcome: "unchanged" as const, message: "" };
  try {
    const field = fieldNamed(name, known);
    if (field === undefined) {
      const message = unknownText(known.type, name, known.own);
      return { ...unchanged, value: null, outcome: "leftOut", message };
    }
    const isOwn = known.own.has(name) || known.type.scope === "custommodules";
    const entry = isOwn ? undefined : customEntry(name, given, known.custom);
    const value = entry ? entry.value : typed(name, given);
    const isSame = writeJson(value) === writeJson(given);
    return { ...unchanged, field, value, outcome: isSame ? "unchanged" : "converted" };
  } catch (error) {
    if (!(error instanceof ZohoError)) throw error;
    return { ...unchanged, value: null, outcome: "refused", message: `${error.reason}.` };
  }
}

/**
 * A record of Books as a write would send it, without sending it: through a mapping, each value with what
 * becomes of it, and all that would be refused. Names that Zoho ignores are among the warnings. Up to six
 * requests for custom fields, kept for ten minutes.
 */
export async function previewBooksRecord(books: Books, input: BooksPreviewInput): Promise<Preview> {
  const { recordType, purpose = "create", fieldMapping: mapping, record, dynamicValues, fieldValues } = input;
  const given: JsonObject = { ...record, ...dynamicValues, ...fieldValues };
  const mapped = mapping ? mapRecord(mapping, given, recordType) : given;
  const values = Object.entries(mapped).filter(([, value]) => value !== undefined);
  const known = await knownOf(
    books,
    input,
    values.map(([name]) => name),
  );
  const previewed = values.map(([name, value]) => previewOf(name, value, known));
  const refused = previewed.filter(({ outcome }) => outcome === "refused");
  const hasValue = (name: string) =>
    values.some(([key, value]) => key === name && value !== "" && value !== null);
  const problems = [
    ...refused.map(({ field, message }) => invalid(field, message.replace(/\.$/, ""))),
    ...lacking(known, purpose, hasValue),
  ];
  const wrong = mapping ? await checkBooksMapping(books, { ...input, mapping }) : [];
  const said = new Set(problems.map(({ message }) => message));
  const warnings = previewed.filter(({ outcome }) => outcome === "leftOut").map(({ message }) => message);
  const write = { ...input, record: Object.fromEntries(values), dynamicValues: {}, fieldValues: {} };
  const valid = problems.length === 0;
  const bodyOf = purpose === "create" ? newBody : recordBody;
  return {
    valid,
    record: valid ? await bodyOf(books, known.type, write) : null,
    values: previewed,
    problems: [
      ...problems,
      ...wrong.filter(({ message }) => !said.has(message) && !warnings.includes(message)),
    ],
    warnings,
  };
}
