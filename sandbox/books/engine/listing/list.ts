import type { Behaviours } from "../../../behaviours";
import type { BooksOrganization } from "../../core/organization";
import { invalidParameter, tooLong } from "../../core/refusal";
import { type Draft, type Row, textOf, words } from "../../core/values";
import type { RecordType } from "../../table/recordType";
import { brief } from "../show";
import { filterByTest, statusTest } from "./filterBy";
import { type Filter, filtersOf, searchTest, type Test } from "./filters";

const PER_PAGE = 200;
const SEARCH_LENGTH = 100;

export interface Page {
  rows: Draft[];
  context: Draft;
}

/**
 * One page of a list, or all of it where the type's lists come whole. `among` keeps to the records it passes.
 */
export function listRecords(
  organization: BooksOrganization,
  type: RecordType,
  query: URLSearchParams,
  among: readonly Test[] = [],
): Page {
  const { column, descending, sortName } = orderOf(type, query, organization.behaviours);
  const filters = askedFor(organization, type, query);
  const own = [
    ...byFilterBy(organization, type, query),
    ...(type.rules?.listed ? [type.rules.listed(query)] : []),
  ];
  const tests = [...among, ...own, ...filters.map(({ test }) => test)];
  const most = type.perPage ?? PER_PAGE;
  const perPage = type.whole
    ? Number.POSITIVE_INFINITY
    : Math.min(wholeNumber(query, "per_page", most), most);
  const page = type.whole ? 1 : wholeNumber(query, "page", 1);
  const { rows, hasMore } = slice(
    moved(organization, organization.records(type.path).ordered(column, descending), column),
    tests,
    page,
    perPage,
  );
  return {
    rows: rows.map((row) => brief(organization, type, row)),
    context: {
      page,
      per_page: perPage,
      has_more_page: hasMore,
      report_name: type.reportName ?? plural(type.noun),
      applied_filter: query.get("filter_by") ?? ownFilter(organization, type),
      custom_fields: [],
      sort_column: sortName,
      sort_order: descending ? "D" : "A",
      ...(filters.length > 0 && { search_criteria: filters.map(({ criterion }) => criterion) }),
    },
  };
}

const plural = (noun: string): string => `${noun.replace(/y$/, "ie").replace(/x$/, "xe")}s`;

/** The rows of one page among those that pass, and whether more follow. */
function slice(rows: readonly Row[], tests: readonly Test[], page: number, perPage: number) {
  const from = perPage === Number.POSITIVE_INFINITY ? 0 : (page - 1) * perPage;
  if (tests.length === 0)
    return { rows: rows.slice(from, from + perPage), hasMore: rows.length > from + perPage };
  const found: Row[] = [];
  let passed = 0;
  for (const row of rows) {
    if (!tests.every((test) => test(row))) continue;
    passed++;
    if (passed > from + perPage) break;
    if (passed > from) found.push(row);
  }
  return { rows: found, hasMore: passed > from + perPage };
}

/** The value of `filter_by` that holds where a query has none. */
function ownFilter({ behaviours }: BooksOrganization, { path, defaultFilter, filterBy }: RecordType): string {
  if (path === "items" && behaviours.booksItemsShown === "active") return "Status.Active";
  return defaultFilter ?? words(filterBy ?? "").find((word) => /(^|\.)All$/.test(word)) ?? "";
}

/** The test of `filter_by`, which a list has a value of even where nobody asks. */
function byFilterBy(organization: BooksOrganization, type: RecordType, query: URLSearchParams): Test[] {
  const filterBy = query.get("filter_by") ?? ownFilter(organization, type);
  if (!type.filterBy || (!query.has("filter_by") && /^$|All$/.test(filterBy))) return [];
  if (!words(type.filterBy).includes(filterBy)) throw invalidParameter("filter_by");
  return [filterByTest(filterBy, organization)];
}

/**
 * What a list is narrowed by beside `filter_by`: its filters, its `status`, and the text that is looked for.
 */
function askedFor(organization: BooksOrganization, type: RecordType, query: URLSearchParams): Filter[] {
  const filters = filtersOf(type, query, organization.behaviours);
  const add = (column_name: string, search_text: string, test: Test) =>
    filters.push({ test, criterion: { column_name, search_text, comparator: "equal" } });
  const status = query.get("status");
  if (status !== null && type.statuses) {
    if (!words(type.statuses).includes(status.toLowerCase())) throw invalidParameter("status");
    add("status", status, statusTest(status));
  }
  const text = query.get("search_text") ?? "";
  if (text.length > SEARCH_LENGTH) throw tooLong("search_text", SEARCH_LENGTH);
  if (text !== "" && type.search) add("search_text", text, searchTest(type.search, text));
  return filters;
}

/** Columns whose name in the query is not the field's. */
const columns: Readonly<Record<string, string>> = { debit_note_number: "invoice_number", bcy_total: "total" };

function orderOf(type: RecordType, query: URLSearchParams, { booksChangeOrder }: Behaviours) {
  const [ownColumn = "created_time", ownOrder = "D"] = words(type.order ?? "created_time D");
  const isByChange = query.get("sort_column") === "last_modified_time";
  if (isByChange && booksChangeOrder === "refused") throw invalidParameter("sort_column");
  const asked = isByChange && booksChangeOrder === "ignored" ? null : query.get("sort_column");
  if (asked !== null && type.sort && !words(type.sort).includes(asked)) throw invalidParameter("sort_column");
  const order = query.get("sort_order") ?? (asked === null ? ownOrder : "A");
  if (order !== "A" && order !== "D") throw invalidParameter("sort_order");
  const sortName = asked !== null && type.sort ? asked : ownColumn;
  return { sortName, column: columns[sortName] ?? sortName, descending: order === "D" };
}

const listings = new WeakMap<BooksOrganization, number>();

/** Rows of equal value in another order at each call, where that is played. */
function moved(organization: BooksOrganization, rows: readonly Row[], column: string): readonly Row[] {
  if (organization.behaviours.booksTies === "kept") return rows;
  const calls = (listings.get(organization) ?? 0) + 1;
  listings.set(organization, calls);
  const ties: Row[][] = [];
  for (const row of rows) {
    const tie = ties.at(-1);
    if (tie?.[0]?.[column] === row[column]) tie?.push(row);
    else ties.push([row]);
  }
  return ties.flatMap((tie) => {
    const from = (calls * 7) % tie.length;
    return [...tie.slice(from), ...tie.slice(0, from)];
  });
}

function wholeNumber(query: URLSearchParams, name: string, otherwise: number): number {
  const text = textOf(query.get(name));
  if (text === "") return otherwise;
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw invalidParameter(name);
  return number;
}
