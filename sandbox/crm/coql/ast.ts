/** What compares a column to one value. */
export type ValueOperator = "=" | "!=" | ">" | ">=" | "<" | "<=" | "like" | "not like";

/** Every operator of a condition, in the words Zoho uses in its errors. */
export type Operator =
  | ValueOperator
  | "in"
  | "not in"
  | "between"
  | "not between"
  | "is null"
  | "is not null";

/** What stands right of an operator. A value is kept as its text: the column's type says what it means. */
export type Operand = { kind: "values"; values: string[] } | { kind: "query"; query: CoqlQuery };

export interface Comparison {
  kind: "comparison";
  column: string;
  operator: Operator;
  operand: Operand;
}

/** A condition joins two others at most: three in a row without brackets are a syntax error. */
export type Condition = Comparison | { kind: "and" | "or"; left: Condition; right: Condition };

/** A selected column; `function` is set for an aggregate such as `COUNT(id)`. */
export interface SelectColumn {
  name: string;
  function?: string;
  alias?: string;
}

export interface OrderTerm {
  /** A column or an alias. */
  column: string;
  descending: boolean;
}

/**
 * A parsed query. Columns are dotted paths such as `Account_Name.Parent_Account.Account_Name` or
 * `What_Id->Leads.Last_Name`.
 */
export interface CoqlQuery {
  columns: SelectColumn[];
  module: string;
  /** The id of `from Leads#554023000000091501`. */
  customView?: string;
  where: Condition;
  groupBy: string[];
  orderBy: OrderTerm[];
  /** As written: a limit that is no number is answered differently from a syntax error. */
  limit?: string;
  offset?: string;
}
