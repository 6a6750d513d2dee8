import type { JsonObject } from "../core/json";
import type { Books } from "./books";
import { idOfOrganization, knownOrganizations } from "./organizations";
import { addressOf, type RecordKey } from "./records/address";
import { readPage } from "./records/paging";
import { findRecordType, type RecordType, wordsOf } from "./recordTypes";
import { knownCustomFields } from "./values/customFields";
import { fieldNames } from "./values/fieldNames";

/** One entry of a picker: the value that is kept, and what people read. */
export interface Choice {
  readonly key: string;
  readonly label: string;
}

const byLabel = (choices: Choice[]): Choice[] =>
  choices.sort((left, right) => left.label.localeCompare(right.label, "en"));

const text = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";

/** The organisations of the login. */
export async function organizationChoices({ transport }: Books): Promise<Choice[]> {
  const organizations = await knownOrganizations(transport);
  return byLabel(
    organizations.map((organization) => {
      const key = idOfOrganization(organization);
      return { key, label: text(organization.name) || key };
    }),
  );
}

/** Up to 200 records of a type by name, with whose they are; `searchText` narrows them where Zoho searches the type. One request. */
export async function recordChoices(
  books: Books,
  { searchText, ...key }: RecordKey & { searchText?: string },
): Promise<Choice[]> {
  const type = findRecordType(key.recordType, key.parentRecordType);
  const rows = await firstPage(books, type, key, searchText);
  return byLabel(
    rows.map((row) => {
      const id = text(row[type.keys.id]);
      const whose = text(row.customer_name) || text(row.vendor_name);
      const names = [text(row[type.keys.name]), whose].filter(Boolean);
      return { key: id, label: [...new Set(names)].join(", ") || id };
    }),
  );
}

/** The filter under which a list hides nothing, for what Zoho shows by itself depends on the organization. */
const allOf = ({ key, fixed }: RecordType): Readonly<Record<string, string>> => ({
  ...(key === "items" ? { filter_by: "Status.All" } : {}),
  ...(key === "chartofaccounts" ? { filter_by: "AccountType.All" } : {}),
  ...fixed?.query,
});

async function firstPage(
  books: Books,
  type: RecordType,
  key: RecordKey,
  searchText?: string,
): Promise<JsonObject[]> {
  const searched = wordsOf(type.search).includes("search_text") ? { search_text: searchText } : {};
  const parent = type.parentParam ? { [type.parentParam]: key.parentRecordId } : {};
  const query = { ...allOf(type), ...parent, ...searched };
  const { rows } = await readPage(books, type, { ...addressOf(type, "list", key), query }, 1, 200);
  if (!searchText || searched.search_text) return rows;
  const wanted = searchText.toLowerCase();
  return rows.filter((row) => text(row[type.keys.name]).toLowerCase().includes(wanted));
}

/**
 * The fields that a record of the type can be given: Zoho's own, and the custom fields that its newest records have values in, for Zoho's API does not
 * list them. Up to six requests, kept for ten minutes.
 */
export async function fieldChoices(books: Books, key: RecordKey): Promise<Choice[]> {
  const type = findRecordType(key.recordType, key.parentRecordType);
  const own = wordsOf(fieldNames[type.key]).map((name) => ({ key: name, label: labelOf(name) }));
  const custom = (await knownCustomFields(books, type)).map(({ name, label }) => ({ key: name, label }));
  return byLabel([...own, ...custom]);
}

/** `is_inclusive_tax` as people read it: Is Inclusive Tax. */
const labelOf = (name: string): string =>
  name
    .split(/_|(?=[A-Z])/)
    .map((word) => (word === "id" ? "ID" : word.charAt(0).toUpperCase() + word.slice(1)))
    .join(" ");

/** What can be done to a record of the type. */
export function actionChoices({ recordType, parentRecordType }: RecordKey): Choice[] {
  const { actions = {} } = findRecordType(recordType, parentRecordType);
  return byLabel(Object.keys(actions).map((name) => ({ key: name, label: labelOf(name) })));
}
