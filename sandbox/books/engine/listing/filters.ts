import type { Behaviours } from "../../../behaviours";
import { epochOf } from "../../core/dates";
import { invalidParameter } from "../../core/refusal";
import { type Draft, objectsOf, type Row, textOf, words } from "../../core/values";
import type { RecordType } from "../../table/recordType";

export type Test = (row: Row) => boolean;

/** Suffixes of a filter's name, and how the value found compares with the one asked for. */
const comparisons: Readonly<Record<string, (found: unknown, asked: string) => boolean>> = {
  "": (found, asked) => plain(found).toLowerCase() === asked.toLowerCase() || isSameNumber(found, asked),
  _startswith: (found, asked) => textOf(found).toLowerCase().startsWith(asked.toLowerCase()),
  _contains: (found, asked) => textOf(found).toLowerCase().includes(asked.toLowerCase()),
  _start: (found, asked) => order(found, asked) >= 0,
  _end: (found, asked) => order(found, asked) <= 0,
  _before: (found, asked) => order(found, asked) < 0,
  _after: (found, asked) => order(found, asked) > 0,
  _less_than: (found, asked) => order(found, asked) < 0,
  _less_equals: (found, asked) => order(found, asked) <= 0,
  _greater_than: (found, asked) => order(found, asked) > 0,
  _greater_equals: (found, asked) => order(found, asked) >= 0,
};

const plain = (found: unknown): string => (typeof found === "boolean" ? String(found) : textOf(found));

const isSameNumber = (found: unknown, asked: string): boolean =>
  typeof found === "number" && asked.trim() !== "" && found === Number(asked);

/** How a value stands to the one asked for: as a number or as a text. What is missing stands nowhere. */
function order(found: unknown, asked: string): number {
  if (typeof found === "number") return found - Number(asked);
  const text = textOf(found);
  return text === "" ? Number.NaN : text < asked ? -1 : text > asked ? 1 : 0;
}

/** Values that stand elsewhere than under the parameter's own name. */
const elsewhere: Readonly<Record<string, (row: Row) => readonly unknown[]>> = {
  item_name: (row) => objectsOf(row.line_items).map((line) => line.name),
  item_id: (row) => objectsOf(row.line_items).map((line) => line.item_id),
  item_description: (row) => objectsOf(row.line_items).map((line) => line.description),
  tax_id: (row) => objectsOf(row.line_items).map((line) => line.tax_id),
  // A vendor credit is listed by its vendor, who is called a customer there.
  customer_id: (row) => ("vendor_credit_id" in row ? [row.vendor_id] : []),
  customer_name: (row) => ("vendor_credit_id" in row ? [row.vendor_name] : []),
  line_item_id: (row) => objectsOf(row.line_items).map((line) => line.line_item_id),
  created_date: (row) => [textOf(row.created_time).slice(0, 10)],
  address: (row) => objectsOf([row.billing_address, row.shipping_address]).map((address) => address.address),
  custom_field: (row) => objectsOf(row.custom_fields).map((field) => field.value),
  purchaseorder_id: (row) => (Array.isArray(row.purchaseorder_ids) ? row.purchaseorder_ids : []),
  bill_id: (row) => objectsOf(row.bills).map((bill) => bill.bill_id),
};

/** Parameters that are ends of a stretch of days. */
const ends: Readonly<Record<string, (day: string, asked: string) => boolean>> = {
  from_date: (day, asked) => day >= asked,
  to_date: (day, asked) => day <= asked,
};

/** A filter that a query asked for and a list honours: its test, and how `page_context` tells of it. */
export interface Filter {
  test: Test;
  criterion: Draft;
}

/** The filters that `filter_by` cancels: those by a day, and those by parts of a contact's name. */
const cancelled = /(^|_)date(_|$)|^contact_name_/;

/**
 * Each filter of a list that a query asks for. Books passes over parameters that the list does not know, and
 * over some that it documents; throws a Refusal for a time that is not in Books' form.
 */
export function filtersOf(
  { filters = "", ignoredFilters = "" }: Pick<RecordType, "filters" | "ignoredFilters">,
  query: URLSearchParams,
  behaviours: Behaviours,
): Filter[] {
  const found: Filter[] = [];
  const isPassedOver = (parameter: string): boolean =>
    words(ignoredFilters).includes(parameter) || (query.has("filter_by") && cancelled.test(parameter));
  for (const name of words(filters)) {
    for (const [suffix, compare] of Object.entries(comparisons)) {
      const parameter = `${name}${suffix}`;
      const asked = query.get(parameter);
      if (asked === null || asked === "" || isPassedOver(parameter)) continue;
      const test = testFor(name, suffix, asked, behaviours) ?? testOf(name, compare, asked);
      if (test === "ignored") continue;
      const comparator = suffix === "" ? "equal" : suffix.slice(1);
      found.push({ test, criterion: { column_name: name, search_text: asked, comparator } });
    }
  }
  return found;
}

/** The test of a parameter that compares in a way of its own. */
function testFor(
  name: string,
  suffix: string,
  asked: string,
  behaviours: Behaviours,
): Test | "ignored" | undefined {
  const end = ends[name];
  if (end) return suffix === "" ? (row) => end(textOf(row.log_date ?? row.effective_date), asked) : "ignored";
  if (name !== "last_modified_time") return undefined;
  return suffix === "" ? modifiedSince(asked, behaviours) : "ignored";
}

function testOf(name: string, compare: (found: unknown, asked: string) => boolean, asked: string): Test {
  const find = elsewhere[name];
  return (row) => (find && !(name in row) ? find(row) : [row[name]]).some((found) => compare(found, asked));
}

/**
 * Records that changed at that moment or after it, as far as Books keeps to that. A plus sign that nobody
 * encoded comes as a space: then Books filters nothing.
 */
function modifiedSince(
  asked: string,
  { booksModifiedFilter: keeps, booksTimeForm }: Behaviours,
): Test | "ignored" {
  if (/^[\d-]+T[\d:]+ \d{4}$/.test(asked)) return "ignored";
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d{4}$/.test(asked)) {
    if (booksTimeForm === "ignored") return "ignored";
    throw invalidParameter("last_modified_time");
  }
  if (keeps === "ignored") return "ignored";
  const since = epochOf(asked);
  return (row) => {
    const time = epochOf(textOf(row.last_modified_time));
    return keeps === "exact" ? time === since : time >= since;
  };
}

/** Records in which one of the fields holds the text. */
export function searchTest(fields: string, text: string): Test {
  const wanted = text.toLowerCase();
  return (row) => words(fields).some((field) => textOf(row[field]).toLowerCase().includes(wanted));
}
