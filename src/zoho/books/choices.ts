import {
  byLabel,
  type Choice,
  type Listed,
  MAX_CHOICES,
  MAX_READING_MS,
  tellApart,
  withCut,
} from "../core/choice";
import type { JsonObject } from "../core/json";
import type { Books } from "./books";
import { idOfOrganization, knownOrganizations } from "./organizations";
import { addressOf, type BooksRecordKey } from "./records/address";
import { readPage } from "./records/paging";
import { findRecordType, type RecordType, wordsOf } from "./recordTypes";
import { knownCustomFields } from "./values/customFields";
import { fieldNames } from "./values/fieldNames";

const text = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";

/** The organisations of the login. */
export async function organizationChoices({ transport }: Books): Promise<Choice[]> {
  const organizations = await knownOrganizations(transport);
  const choices = organizations.map((organization) => {
    const key = idOfOrganization(organization);
    return { key, label: text(organization.name) || key };
  });
  return byLabel(tellApart(choices));
}

/** Records of a type to list for people: a part of their name, and how many at most. */
export type BooksListing = BooksRecordKey & { readonly searchText?: string; readonly max?: number };

/**
 * Records of a type by name, with whose they are, and their day where several are named alike: up to 5,000,
 * as far as 15 seconds reach. `searchText` narrows them where Zoho searches the type. One request for each
 * 200.
 */
export async function listRecords(
  books: Books,
  { searchText, max = MAX_CHOICES, ...key }: BooksListing,
): Promise<Listed> {
  const type = findRecordType(key.recordType, key.parentRecordType);
  const until = books.now() + MAX_READING_MS;
  const rows = new Map<string, JsonObject>();
  for (let number = 1; ; number += 1) {
    const page = await readRows(books, type, key, number, searchText);
    const before = rows.size;
    for (const row of page.rows) rows.set(text(row[type.keys.id]), row);
    const isOver = rows.size >= max || rows.size === before || books.now() >= until;
    if (!page.more || isOver) {
      const known = [...rows.values()].filter(named(type, searchText));
      return { choices: labelled(known.slice(0, max), type), isCut: page.more || known.length > max };
    }
  }
}

function labelled(rows: readonly JsonObject[], type: RecordType): Choice[] {
  const choices = rows.map((row) => {
    const id = text(row[type.keys.id]);
    const whose = text(row.customer_name) || text(row.vendor_name);
    const names = [text(row[type.keys.name]), whose].filter(Boolean);
    return { key: id, label: [...new Set(names)].join(", ") || id };
  });
  const told = rows.map(
    (row) => text(row.email) || text(row.sku) || text(row.date) || text(row.created_time),
  );
  const dated = tellApart(choices, (index) => told[index]);
  return byLabel(tellApart(dated));
}

/**
 * The records that a picker offers. Where there are more, the last entry says so, and stands for none of
 * them.
 */
export const recordChoices = async (books: Books, listing: BooksListing): Promise<Choice[]> =>
  withCut(await listRecords(books, listing));

/** The filter under which a list hides nothing, for what Zoho shows by itself depends on the organization. */
const allOf = ({ key, fixed }: RecordType): Readonly<Record<string, string>> => ({
  ...(key === "items" ? { filter_by: "Status.All" } : {}),
  ...(key === "chartofaccounts" ? { filter_by: "AccountType.All" } : {}),
  ...fixed?.query,
});

const isSearched = (type: RecordType): boolean => wordsOf(type.search).includes("search_text");

async function readRows(
  books: Books,
  type: RecordType,
  key: BooksRecordKey,
  number: number,
  searchText?: string,
): Promise<{ rows: readonly JsonObject[]; more: boolean }> {
  const searched = isSearched(type) ? { search_text: searchText } : {};
  const parent = type.parentParam ? { [type.parentParam]: key.parentRecordId } : {};
  const query = { ...allOf(type), ...parent, ...searched };
  return readPage(books, type, { ...addressOf(type, "list", key), query }, number, 200);
}

/** Whether a row's name has a text in it, where Zoho does not search the type by itself. */
const named =
  (type: RecordType, searchText = "") =>
  (row: JsonObject): boolean =>
    isSearched(type) || text(row[type.keys.name]).toLowerCase().includes(searchText.toLowerCase());

/**
 * The fields that a record of the type can be given: Zoho's own, and the custom fields that its newest
 * records have values in, for Zoho's API does not list them. Up to six requests, kept for ten minutes.
 */
export async function fieldChoices(books: Books, key: BooksRecordKey): Promise<Choice[]> {
  const type = findRecordType(key.recordType, key.parentRecordType);
  const custom = (await knownCustomFields(books, type)).map(({ name, label }) => ({ key: name, label }));
  const choices = [...ownFieldChoices(type), ...custom];
  return byLabel(tellApart(choices));
}

/**
 * Some values that the first records of a type have in a field, each once, where lists of the type tell it:
 * what a deployer sees of a field while mapping it. One request.
 */
export async function exampleValues(
  books: Books,
  { recordType, field, count }: { recordType: string; field: string; count: number },
): Promise<Choice[]> {
  const { rows } = await readRows(books, findRecordType(recordType), { recordType }, 1);
  // Lists write custom fields as the organization shows them, and the value beside it.
  const values = rows.map((row) => text(row[`${field}_unformatted`]) || text(row[field])).filter(Boolean);
  return [...new Set(values)].slice(0, count).map((value) => ({ key: value, label: value }));
}

/** The fields of Zoho's own that a record of the type can be given; no request. */
export const ownFieldChoices = (type: RecordType): Choice[] =>
  byLabel(wordsOf(fieldNames[type.key]).map((name) => ({ key: name, label: labelOf(name) })));

/** `is_inclusive_tax` as people read it: Is Inclusive Tax. */
export const labelOf = (name: string): string =>
  name
    .split(/_|(?=[A-Z])/)
    .map((word) => (word === "id" ? "ID" : word.charAt(0).toUpperCase() + word.slice(1)))
    .join(" ");

/** What can be done to a record of the type. */
export function actionChoices({ recordType, parentRecordType }: BooksRecordKey): Choice[] {
  const { actions = {} } = findRecordType(recordType, parentRecordType);
  return byLabel(Object.keys(actions).map((name) => ({ key: name, label: labelOf(name) })));
}
