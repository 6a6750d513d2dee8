import type { CoqlQuery, SelectColumn } from "../ast";
import { Fault } from "../fault";
import type { Column } from "./columns";
import { isCountable, isNumeric, isOrdered } from "./valueTypes";

/** A selected column with the key it has in the answer. */
export interface Selected {
  key: string;
  column: Column;
  /** COUNT, SUM, AVG, MIN or MAX. */
  aggregate?: AggregateName;
}

const aggregates = {
  COUNT: isCountable,
  SUM: isNumeric,
  AVG: isNumeric,
  MIN: isOrdered,
  MAX: isOrdered,
} satisfies Record<string, (field: Column["field"]) => boolean>;

export type AggregateName = keyof typeof aggregates;

const isAggregate = (name: string): name is AggregateName => Object.hasOwn(aggregates, name);

/** A selected column without its alias: `COUNT(id)`. */
const written = ({ name, function: call }: SelectColumn) => (call === undefined ? name : `${call}(${name})`);

function firstRepeated<T>(items: readonly T[], key: (item: T) => string): T | undefined {
  const seen = new Set<string>();
  return items.find((item) => seen.size === seen.add(key(item)).size);
}

/** @throws Fault DUPLICATE_DATA where a clause names a column twice. */
export function checkRepeats({ columns, groupBy, orderBy }: CoqlQuery): void {
  const repeated = firstRepeated(columns, written);
  if (repeated?.function !== undefined) {
    const details = { column_name: repeated.name, aggregate: repeated.function };
    throw new Fault("DUPLICATE_DATA", "duplicate aggregate function", details);
  }
  if (repeated) throw new Fault("DUPLICATE_DATA", "duplicate select column", { column_name: repeated.name });
  const group = firstRepeated(groupBy, String);
  if (group) throw new Fault("DUPLICATE_DATA", "duplicate group by column", { column_name: group });
  const order = firstRepeated(orderBy, (term) => term.column);
  if (order) throw new Fault("DUPLICATE_DATA", "duplicate order by column", { column_name: order.column });
}

/**
 * @throws Fault INVALID_ALIAS, DUPLICATE_ALIAS or INVALID_QUERY for aliases that are empty or mean two
 * things.
 */
export function checkAliases({ columns }: CoqlQuery): void {
  const aliased = columns.filter((column) => column.alias !== undefined);
  const empty = aliased.find((column) => column.alias?.trim() === "");
  if (empty) {
    const details = { column_name: written(empty), alias: empty.alias };
    throw new Fault("INVALID_ALIAS", "alias name cannot be an empty string", details);
  }
  const shared = firstRepeated(aliased, (column) => column.alias ?? "");
  if (shared) {
    const referred = aliased.filter((column) => column.alias === shared.alias).map(written);
    const details = { referred_columns: referred, alias: shared.alias };
    throw new Fault("DUPLICATE_ALIAS", "same alias cannot refer more than one column", details);
  }
  const plain = new Set(columns.filter((column) => column.alias === undefined).map(written));
  const clashing = aliased.find((column) => plain.has(column.alias ?? ""));
  if (clashing) {
    const message =
      "column name or property name given in select columns without alias name cannot be an alias name for other select columns";
    throw new Fault("INVALID_QUERY", message, { column_name: written(clashing), alias: clashing.alias });
  }
}

/**
 * @throws Fault for a column that cannot be selected, or a function that is none or does not fit the column.
 */
export function selectColumn(select: SelectColumn, column: Column): Selected {
  const key = select.alias ?? written(select);
  if (!column.type.selectable)
    throw new Fault("INVALID_QUERY", "unsupported column", { column_name: select.name });
  if (select.function === undefined) return { key, column };
  if (isAggregate(select.function) && aggregates[select.function](column.field)) {
    return { key, column, aggregate: select.function };
  }
  throw new Fault("INVALID_DATA", "invalid data", {
    reason: "unsupported aggregate function",
    column: written(select),
  });
}
