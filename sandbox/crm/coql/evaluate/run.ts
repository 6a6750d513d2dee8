import type { CoqlQuery, Operator } from "../ast";
import type { CoqlCatalog, Row } from "../catalog";
import { Fault } from "../fault";
import { type Group, groupRows, groupValue } from "./aggregate";
import type { Column } from "./columns";
import type { Test } from "./conditions";
import { type Limits, limitExceeded, type Ways } from "./limits";
import { type Rank, sortBy } from "./order";
import { type Prepared, prepare } from "./prepare";
import { presentValue } from "./present";
import type { Selected } from "./selection";
import type { Key } from "./valueTypes";

export interface Result {
  data: Record<string, unknown>[];
  /** Whether more rows match than LIMIT and OFFSET reach. */
  moreRecords: boolean;
  selected: Selected[];
}

/**
 * Runs a query against a catalog, as `POST /crm/{version}/coql` does.
 * @throws Fault for everything Zoho refuses.
 */
export function runQuery(catalog: CoqlCatalog, query: CoqlQuery, limits: Limits & Ways): Result {
  let subqueries = 0;

  const run = (part: CoqlQuery, allowed: Limits & Ways): Result => {
    const prepared = prepare(catalog, part, allowed, subquery);
    const { selected, grouped, page } = prepared;
    const lines = linesOf(prepared, allowed.tieOrder);
    const end = page.offset + page.limit;
    const data = lines.slice(page.offset, end).map((line) => ({
      ...(grouped ? {} : { id: line.row?.id }),
      ...present(catalog, selected, line, allowed),
    }));
    return { data, moreRecords: lines.length > end, selected };
  };

  const subquery = (inner: CoqlQuery, outer: Column, operator: Operator): Key[] => {
    const sequence = subqueries++;
    if (subqueries > limits.subqueries) throw limitExceeded("subquery", limits.subqueries);
    if (inner.columns.length > 1) {
      const columns = inner.columns.map((column) => column.name);
      const details = { sub_query_sequence: sequence, column_name: columns };
      throw new Fault("INVALID_QUERY", "subquery should contains only one column", details);
    }
    const few = { rows: limits.subqueryRows, defaultRows: limits.subqueryRows };
    const { data, selected } = run(inner, { ...limits, ...few });
    const keys = data.flatMap((row) => outer.type.key(row[selected[0]?.key ?? ""]) ?? []);
    if (keys.length > 1 && operator !== "in" && operator !== "not in") {
      const message = "subquery return more than one values which is incompatible for the operator";
      throw new Fault("INVALID_QUERY", message, { sub_query_sequence: sequence, operator });
    }
    return keys;
  };

  return run(query, limits);
}

/** The records or groups that the query finds, in its order, as far as its page needs them. */
function linesOf(
  { source, test, selected, groupBy, grouped, orderBy, page }: Prepared,
  tieOrder: number | undefined,
): Group[] {
  const isById = orderBy.at(-1)?.column.name === "id" || orderBy.length === 0;
  const inOrder = source.ordered && !grouped && (tieOrder === undefined || isById);
  const rows = firstMatching(
    source.rows,
    test,
    inOrder ? page.offset + page.limit + 1 : Number.POSITIVE_INFINITY,
  );
  const lines = grouped
    ? groupRows(rows, groupBy, selected)
    : rows.map((row): Group => ({ row, tallies: [] }));
  if (inOrder) return lines;
  const ranks = orderBy.map(({ column, index, descending }): Rank<Group> => {
    const key = (line: Group) => {
      const value =
        index === undefined ? line.row && column.read(line.row) : groupValue(line, selected, index);
      return typeof value === "number" ? value : column.type.key(value);
    };
    return { key, descending };
  });
  const byId: Rank<Group> = {
    key: ({ row }) => row && placeOf(row, isById ? undefined : tieOrder),
    descending: orderBy.at(-1)?.descending ?? false,
  };
  return sortBy(lines, grouped ? ranks : [...ranks, byId]);
}

/** What decides between rows that are equal in all that they are sorted by. */
const placeOf = ({ id }: Row, tieOrder: number | undefined): bigint =>
  tieOrder === undefined ? BigInt(id) : (BigInt(id) * BigInt(7919 + 104_729 * tieOrder)) % 1_000_003n;

function firstMatching(rows: Iterable<Row>, test: Test, most: number): Row[] {
  const matching: Row[] = [];
  for (const row of rows) {
    if (!test(row)) continue;
    matching.push(row);
    if (matching.length === most) break;
  }
  return matching;
}

function present(
  catalog: CoqlCatalog,
  selected: readonly Selected[],
  line: Group,
  { lookupNames, listsAsText = false }: Limits & Ways,
): Record<string, unknown> {
  const entries = selected.map(({ key, column, aggregate }, index) => {
    const value = groupValue(line, selected, index);
    if (listsAsText && column.field.dataType === "multiselectpicklist" && Array.isArray(value))
      return [key, value.join(";")];
    return [key, aggregate ? value : presentValue(catalog, column, value, lookupNames)];
  });
  return Object.fromEntries(entries);
}
