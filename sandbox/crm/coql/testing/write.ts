import type { Condition, CoqlQuery, Operand } from "../ast";
import { isReserved } from "../reserved";

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const column = (name: string): string =>
  /^[A-Za-z_]\w*(\.\w+)*$/.test(name) && !isReserved(name.split(".")[0] ?? "") ? name : quoted(name);

function operand(right: Operand, operator: string): string {
  if (right.kind === "query") return ` (${writeCoql(right.query)})`;
  const values = right.values.map(quoted);
  if (operator.endsWith("in")) return ` (${values.join(", ")})`;
  return values.length === 0 ? "" : ` ${values.join(" and ")}`;
}

function writeCondition(condition: Condition): string {
  if (condition.kind !== "comparison") {
    return `(${writeCondition(condition.left)} ${condition.kind} ${writeCondition(condition.right)})`;
  }
  return `${column(condition.column)} ${condition.operator}${operand(condition.operand, condition.operator)}`;
}

/** The text of a query, for tests that read it back. */
export function writeCoql(query: CoqlQuery): string {
  const columns = query.columns.map(({ name, function: call, alias }) => {
    const source = call === undefined ? column(name) : `${call}(${column(name)})`;
    return alias === undefined ? source : `${source} as ${quoted(alias)}`;
  });
  const view = query.customView === undefined ? "" : `#${query.customView}`;
  const order = query.orderBy.map((term) => `${column(term.column)} ${term.descending ? "desc" : "asc"}`);
  return [
    `select ${columns.join(", ")} from ${query.module}${view} where ${writeCondition(query.where)}`,
    query.groupBy.length > 0 && `group by ${query.groupBy.map(column).join(", ")}`,
    order.length > 0 && `order by ${order.join(", ")}`,
    query.limit !== undefined && `limit ${query.limit}`,
    query.offset !== undefined && `offset ${query.offset}`,
  ]
    .filter(Boolean)
    .join(" ");
}
