import fc from "fast-check";
import type { Comparison, Condition, CoqlQuery } from "./ast";
import type { CoqlCatalog, Row } from "./catalog";
import { comparisonsOf } from "./evaluate/counts";
import { parseCoql } from "./parse";
import { askCoql, rowsOf } from "./testing/ask";
import { memoryCatalog } from "./testing/memoryCatalog";
import { writeCoql } from "./testing/write";

/** Few values, so that rows collide and conditions hit. */
const names = ["a", "ab", "B", "it's", "100%", "\\"];
const numbers = [-1, 0, 0.5, 7];
const times = [
  "2024-01-01T00:00:00Z",
  "2024-01-01T05:30:00+05:30",
  "2024-01-01T00:00:01Z",
  "2024-03-31T23:00:00-07:00",
];

const row = fc.record({
  name: fc.option(fc.constantFrom(...names)),
  amount: fc.option(fc.constantFrom(...numbers)),
  time: fc.constantFrom(...times),
});

const rowsArbitrary = fc.array(row, { maxLength: 12 }).map((rows) =>
  rows.map(
    ({ name, amount, time }, index): Row => ({
      id: String(index + 8),
      Name: name,
      Amount: amount,
      Modified_Time: time,
    }),
  ),
);

const catalogOf = (rows: readonly Row[], seeks: boolean): CoqlCatalog =>
  memoryCatalog({
    Things: {
      rows,
      seeks,
      fields: [
        ["Name", "text"],
        ["Amount", "double"],
        ["Modified_Time", "datetime"],
      ],
    },
  });

const comparison = (
  column: string,
  operators: readonly Comparison["operator"][],
  value: fc.Arbitrary<string>,
): fc.Arbitrary<Comparison> =>
  fc.constantFrom(...operators).chain((operator) => {
    const size = operator.startsWith("is")
      ? 0
      : operator.endsWith("between")
        ? 2
        : operator.endsWith("in")
          ? 3
          : 1;
    return fc.array(value, { minLength: size, maxLength: size }).map(
      (values): Comparison => ({
        kind: "comparison",
        column,
        operator,
        operand: { kind: "values", values },
      }),
    );
  });

const ordered = [
  "=",
  "!=",
  ">",
  ">=",
  "<",
  "<=",
  "in",
  "not in",
  "between",
  "not between",
  "is null",
  "is not null",
] as const;
const leaf = fc.oneof(
  comparison("id", ordered, fc.integer({ min: 0, max: 24 }).map(String)),
  comparison("Amount", ordered, fc.constantFrom(...numbers.map(String))),
  comparison("Modified_Time", ordered, fc.constantFrom(...times)),
  comparison("Name", ["=", "!=", "in", "not in", "is null", "is not null"], fc.constantFrom(...names)),
);
/** Conditions that bound what can be found by id and time, where a store seeks. */
const bound = fc.oneof(
  comparison("id", ["=", ">", ">=", "<", "in", "between"], fc.integer({ min: 6, max: 22 }).map(String)),
  comparison("Modified_Time", ["=", ">", ">=", "<", "in", "between"], fc.constantFrom(...times)),
);

const treeOf = (leaves: fc.Arbitrary<Comparison>): fc.Arbitrary<Condition> =>
  fc.letrec<{ node: Condition }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      leaves,
      fc.record({
        kind: fc.constantFrom("and" as const, "or" as const),
        left: tie("node"),
        right: tie("node"),
      }),
    ),
  })).node;
const condition = treeOf(leaf);

const order = fc.uniqueArray(
  fc.record({ column: fc.constantFrom("id", "Name", "Amount", "Modified_Time"), descending: fc.boolean() }),
  { maxLength: 3, selector: (term) => term.column },
);

/** What a cell is to the model: nothing of how the sandbox makes values comparable. */
function cell(of: Row, column: string): string | number | undefined {
  const value = of[column];
  if (value === null) return undefined;
  if (column === "Name") return String(value).toLowerCase();
  return column === "Modified_Time" ? new Date(String(value)).getTime() : Number(value);
}

function holds(of: Row, where: Condition): boolean {
  if (where.kind !== "comparison") {
    const [left, right] = [holds(of, where.left), holds(of, where.right)];
    return where.kind === "and" ? left && right : left || right;
  }
  const { operator, column, operand } = where;
  const left = cell(of, column);
  if (operator === "is null") return left === undefined;
  if (left === undefined) return false;
  if (operator === "is not null") return true;
  const right = (operand.kind === "values" ? operand.values : []).map(
    (text) => cell({ id: text, [column]: text }, column) ?? "",
  );
  const [low = "", high = ""] = right;
  switch (operator) {
    case "=":
      return left === low;
    case "!=":
      return left !== low;
    case ">":
      return left > low;
    case ">=":
      return left >= low;
    case "<":
      return left < low;
    case "<=":
      return left <= low;
    case "in":
      return right.includes(left);
    case "not in":
      return !right.includes(left);
    case "between":
      return left >= low && left <= high;
    case "not between":
      return left < low || left > high;
    default:
      throw new Error(`The model knows no ${operator}.`);
  }
}

/** Whether `left` may come before `right`. */
function inOrder(left: Row, right: Row, terms: CoqlQuery["orderBy"]): boolean {
  for (const { column, descending } of terms) {
    const [a, b] = [cell(left, column), cell(right, column)];
    if (a === b) continue;
    const ascends = a === undefined || (b !== undefined && a < b);
    return ascends !== descending;
  }
  return true;
}

test.each([
  ["any conditions", condition],
  ["bounds by id and time", treeOf(bound)],
])(
  "a query answers the rows that meet %s, in its order, with and without the store's seeks",
  (_, conditions) => {
    fc.assert(
      fc.property(rowsArbitrary, conditions, order, fc.boolean(), (rows, where, orderBy, seeks) => {
        // A third `!=` on one column is refused.
        const unequal = comparisonsOf(where).filter(({ operator }) => operator === "!=");
        fc.pre(unequal.every(({ column }) => unequal.filter((other) => other.column === column).length <= 2));
        const columns = ["id", "Name", "Amount", "Modified_Time"].map((name) => ({ name }));
        const query = writeCoql({ columns, module: "Things", where, groupBy: [], orderBy });
        const answered = rowsOf(askCoql(catalogOf(rows, seeks), { select_query: query }));
        const byId = new Map(rows.map((each) => [each.id, each]));
        const found = answered.flatMap(({ id }) => byId.get(String(id)) ?? []);
        const expected = rows.filter((each) => holds(each, where));
        expect([...found].sort((a, b) => Number(a.id) - Number(b.id))).toEqual(expected);
        const terms = orderBy.length > 0 ? orderBy : [{ column: "id", descending: false }];
        for (const [index, after] of found.slice(1).entries()) {
          expect(inOrder(found[index] ?? after, after, terms)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  },
);

test("LIMIT and OFFSET cut the answer into pages that join to the whole", () => {
  fc.assert(
    fc.property(
      rowsArbitrary,
      condition,
      order,
      fc.integer({ min: 1, max: 5 }),
      fc.boolean(),
      (rows, where, orderBy, limit, seeks) => {
        const catalog = catalogOf(rows, seeks);
        const query = { columns: [{ name: "id" }], module: "Things", where, groupBy: [], orderBy };
        const ask = (page: object) => askCoql(catalog, { select_query: writeCoql({ ...query, ...page }) });
        const whole = rowsOf(ask({}));
        const pages = Array.from({ length: Math.ceil(whole.length / limit) }, (_, page) =>
          ask({ limit: String(limit), offset: String(page * limit) }),
        );
        expect(pages.flatMap(rowsOf)).toEqual(whole);
        pages.forEach((page, index) => {
          expect(page.body).toMatchObject({ info: { more_records: index < pages.length - 1 } });
        });
      },
    ),
    { numRuns: 300 },
  );
});

test.each([
  ["id", (last: Row) => `id > '${last.id}'`, "id asc"],
  [
    "(Modified_Time, id)",
    (last: Row) =>
      `(Modified_Time > '${last.Modified_Time}' or (Modified_Time = '${last.Modified_Time}' and id > '${last.id}'))`,
    "Modified_Time asc, id asc",
  ],
])("a walk by %s reads every row once", (_, after, orderBy) => {
  fc.assert(
    fc.property(rowsArbitrary, fc.integer({ min: 1, max: 5 }), fc.boolean(), (rows, limit, seeks) => {
      const catalog = catalogOf(rows, seeks);
      const seen: string[] = [];
      let where = "id is not null";
      for (let page = 0; page <= rows.length; page++) {
        const query = `select id, Modified_Time from Things where ${where} order by ${orderBy} limit ${limit}`;
        const answered = rowsOf(askCoql(catalog, { select_query: query }));
        const last = answered.at(-1);
        if (!last) break;
        seen.push(...answered.map(({ id }) => String(id)));
        where = after({ ...last, id: String(last.id) });
      }
      expect(seen.sort((a, b) => Number(a) - Number(b))).toEqual(rows.map(({ id }) => id));
    }),
  );
});

test("a query that is written and read back is the same query", () => {
  const text = fc.oneof(
    fc.constantFrom(...names, "''", "\\'", "%", "select", "(", "a\nb"),
    fc.string({ unit: "binary" }),
  );
  const written = fc.record({
    columns: fc.array(
      fc.record({ name: fc.constantFrom("id", "Account_Name.Owner", "What_Id->Leads.Last_Name") }),
      { minLength: 1, maxLength: 3 },
    ),
    module: fc.constantFrom("Leads", "Appointments__s"),
    where: fc.oneof(
      condition,
      comparison("Name", ["=", "!=", "like", "not like", "in", "not in", "between"], text),
    ),
    groupBy: fc.subarray(["Name", "Owner"]),
    orderBy: order,
  });
  fc.assert(
    fc.property(written, (query) => {
      expect(parseCoql(writeCoql(query))).toEqual(query);
    }),
    { numRuns: 300 },
  );
});

test("whatever is sent, the answer is 200, 204 or an error of Zoho's", () => {
  const words = fc.constantFrom(
    "select",
    "id",
    "from",
    "Things",
    "where",
    "and",
    "or",
    "(",
    ")",
    "=",
    "in",
    "'",
    "'x'",
    "1",
    ",",
    "is",
    "not",
    "null",
    "like",
    "order",
    "by",
    "limit",
    "Name",
    "COUNT",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(words).map((all) => all.join(" ")),
        fc.string({ unit: "binary" }),
      ),
      (query) => {
        const { status, body } = askCoql(catalogOf([], false), { select_query: query });
        if (status === 400)
          expect(body).toMatchObject({ code: expect.stringMatching(/^[A-Z_]+$/), status: "error" });
        else expect([200, 204]).toContain(status);
      },
    ),
    { numRuns: 300 },
  );
});
