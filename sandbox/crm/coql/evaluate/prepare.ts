import type { Condition, CoqlQuery } from "../ast";
import type { CoqlCatalog, CoqlModule } from "../catalog";
import { Fault } from "../fault";
import { type Column, type OrderColumn, resolveColumn } from "./columns";
import { compileCondition, type Scope, type Test } from "./conditions";
import { checkCounts, checkJoins, comparisonsOf } from "./counts";
import type { Limits, Ways } from "./limits";
import { type Page, readPage } from "./page";
import { checkAliases, checkRepeats, type Selected, selectColumn } from "./selection";
import { chooseSource, type Source } from "./source";

/** A query with its names found and its rules checked, ready to run. */
export interface Prepared {
  source: Source;
  test: Test;
  selected: Selected[];
  groupBy: Column[];
  /** Whether a row of the answer stands for several records. */
  grouped: boolean;
  orderBy: OrderColumn[];
  page: Page;
}

/**
 * Checks a query against a catalog.
 * @throws Fault for everything Zoho refuses.
 */
export function prepare(
  catalog: CoqlCatalog,
  query: CoqlQuery,
  limits: Limits & Ways,
  subquery: Scope["subquery"],
): Prepared {
  const module = findModule(catalog, query.module);
  checkCounts(query, limits);
  checkRepeats(query);
  checkAliases(query);
  const page = readPage(query, limits);

  const selected = query.columns.map((select) =>
    selectColumn(select, resolveColumn(catalog, module, select.name)),
  );
  const base = new Map<string, Column>();
  const column = (name: string): Column => {
    const found = base.get(name) ?? resolveColumn(catalog, module, name);
    if (limits.refusesConverted && name === module.leftOutBy)
      throw new Fault("INVALID_QUERY", "unsupported column in criteria", { column_name: name });
    base.set(name, found);
    return found;
  };
  if (limits.refusesTwoBounds) checkBounds(query, column);
  const asked = withoutLeftOut(module, query.where, compileCondition(query.where, { column, subquery }));
  const shown: Test = limits.hidesWaiting
    ? (row) => row.$approval_state !== "approval_pending" && asked(row)
    : asked;
  const test = inView(module, query.customView, shown);
  const groupBy = query.groupBy.map(column);
  const orderBy = query.orderBy.map(({ column: name, descending }): OrderColumn => {
    const index = query.columns.findIndex(({ alias }) => alias === name);
    const aliased = selected[index]?.column;
    return aliased ? { column: aliased, descending, index } : { column: column(name), descending };
  });
  const source = chooseSource(module, query.where, orderBy, column);
  checkJoins(
    [...base.values()],
    selected.map((select) => select.column),
    limits,
  );

  const grouped = groupBy.length > 0 || selected.some((select) => select.aggregate);
  if (grouped) checkGrouped(query, selected);
  return { source, test, selected, groupBy, grouped, orderBy, page };
}

function findModule(catalog: CoqlCatalog, name: string): CoqlModule {
  const module = catalog.module(name);
  if (module?.queryable) return module;
  throw new Fault("INVALID_MODULE", "the given module is not supported in api");
}

/** @throws Fault SYNTAX_ERROR for two bounds on one column of time. */
function checkBounds({ where }: CoqlQuery, column: (name: string) => Column): void {
  const bounds = comparisonsOf(where).filter(({ operator }) => /^[<>]/.test(operator));
  const repeated = bounds.find(
    (bound, index) =>
      column(bound.column).field.dataType === "datetime" &&
      bounds.slice(0, index).some((other) => other.column === bound.column),
  );
  if (repeated) throw new Fault("SYNTAX_ERROR", "unexpected token", { near: "where" });
}

/** Rows that a query shows only when its criteria name the field that sets them apart. */
function withoutLeftOut({ leftOutBy }: CoqlModule, where: Condition, test: Test): Test {
  if (leftOutBy === undefined || comparisonsOf(where).some((condition) => condition.column === leftOutBy))
    return test;
  return (row) => row[leftOutBy] !== true && test(row);
}

function inView(module: CoqlModule, customView: string | undefined, test: Test): Test {
  if (customView === undefined) return test;
  const belongs = module.customView?.(customView);
  if (belongs) return (row) => belongs(row) && test(row);
  throw new Fault("INVALID_QUERY", "cvid given seems to be invalid", { cvid: customView });
}

/** With an aggregate, what is selected or ordered by must be the same in all records of a group. */
function checkGrouped(query: CoqlQuery, selected: readonly Selected[]): void {
  const plain = selected.filter((select) => !select.aggregate).map((select) => select.column.name);
  const ordered = query.orderBy
    .map((term) => term.column)
    .filter((name) => !selected.some(({ key }) => key === name));
  const loose = [...plain, ...ordered].find((name) => !query.groupBy.includes(name));
  if (loose === undefined) return;
  throw new Fault("INVALID_QUERY", "Invalid query formed", { column_name: loose, clause: "group by" });
}
