import { customFieldsInList, customFieldsOf } from "../core/customFields";
import { withDisplayed } from "../core/display";
import type { BooksOrganization } from "../core/organization";
import { type Draft, isObject, type Row, textOf } from "../core/values";
import { recordedMoney } from "../recorded/money";
import { recordedPeople } from "../recorded/people";
import { recordedPurchases } from "../recorded/purchases";
import { recordedSales } from "../recorded/sales";
import { filled, type Key, keysOf, type Recorded } from "../recorded/shape";
import type { RecordType } from "../table/recordType";

/** What the real Books is recorded to answer, of the types that were asked for. */
export const recorded: Recorded = {
  ...recordedPeople,
  ...recordedSales,
  ...recordedPurchases,
  ...recordedMoney,
};

/** Lists that a list's own records still have, where no answer is recorded. */
const shownInLists = new Set(["tags", "criterion", "user_ids"]);

/** A row without what the sandbox keeps for itself, whose names begin with `_`. */
const withoutOwn = (row: Row): Draft =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !name.startsWith("_")));

/** The same without the flat custom fields, which have a form of their own in answers. */
const plain = (row: Row, { customFields }: RecordType): Draft =>
  customFields
    ? Object.fromEntries(
        Object.entries(row).filter(([name]) => !name.startsWith("_") && !name.startsWith("cf_")),
      )
    : withoutOwn(row);

/** What a record tells under a second name. */
const again = (row: Row): Draft => ({
  updated_time: row.last_modified_time,
  created_date: textOf(row.created_time).slice(0, 10),
});

const complete = (
  row: Draft,
  keys: readonly Key[],
  only: "recorded" | "all",
  organization: BooksOrganization,
) => withDisplayed(filled({ ...again(row), ...row }, keys, only), organization);

/**
 * A record as it stands in a list: of a type whose lists are recorded, with the recorded keys; of another
 * without line items, addresses and whatever else has parts of its own.
 */
export function brief(organization: BooksOrganization, type: RecordType, row: Row): Draft {
  const inList = type.rules?.inList?.(row, organization);
  const told = plain(row, type);
  const { list } = recorded[type.path] ?? {};
  const keys = list === undefined ? [] : keysOf(list);
  const shown =
    list === undefined
      ? { ...withoutParts(told), ...inList }
      : complete({ ...told, ...inList }, keys, "recorded", organization);
  if (!type.customFields) return shown;
  const hasList = keys.some(({ name }) => name === "custom_fields");
  return { ...shown, ...customFieldsInList(row, organization, hasList) };
}

const withoutParts = (row: Draft): Draft =>
  Object.fromEntries(
    Object.entries(row).filter(
      ([name, value]) => (!Array.isArray(value) && !isObject(value)) || shownInLists.has(name),
    ),
  );

/** A record as the sandbox keeps it, with what is looked up each time. */
export const kept = (organization: BooksOrganization, type: RecordType, row: Row): Draft =>
  withoutOwn(type.rules?.show?.(row, organization) ?? row);

/** A record as it stands alone, with all that is recorded of its type. */
export function full(organization: BooksOrganization, type: RecordType, row: Row): Draft {
  const shown = plain(type.rules?.show?.(row, organization) ?? row, type);
  const told = type.customFields ? { ...shown, ...customFieldsOf(row, organization) } : shown;
  const { record } = recorded[type.path] ?? {};
  return record === undefined ? told : complete(told, keysOf(record), "all", organization);
}
