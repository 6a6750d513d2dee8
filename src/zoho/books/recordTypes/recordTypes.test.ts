import {
  type Described,
  describedCalls,
  normalised,
  propertiesOf,
} from "../../../../test/support/booksOpenApi";
import { findRecordType, pathOf, type RecordType, recordTypes, type Verb, verbsOf, wordsOf } from "./index";

const types = [...recordTypes().values()];
const calls = describedCalls();
const methodOf: Record<Verb, string> = {
  list: "GET",
  get: "GET",
  create: "POST",
  update: "PUT",
  remove: "DELETE",
};

/** The calls of a path; debit notes share theirs with invoices and have a file of their own. */
const at = ({ key }: RecordType, method: string, path: string): Described[] =>
  calls.filter(
    (call) =>
      call.method === method &&
      call.path === normalised(path) &&
      (call.file === "customer-debit-notes.yml") === (key === "debitnotes"),
  );

const only = (type: RecordType, method: string, path: string): Described => {
  const [call] = at(type, method, path);
  if (!call) throw new Error(`Zoho describes no ${method} /${path}`);
  return call;
};

const parameters = ({ query }: Described): string[] => query.map(({ name }) => String(name));

/** The columns that the files name for sorting. */
const columns = ({ query }: Described): unknown =>
  query.find(({ name }) => name === "sort_column")?.columns ?? [];

/**
 * Where the files show no row of the list, no record in an answer, or no time in a row; the first examples of
 * Zoho's pages do.
 */
const undescribed = {
  rows: ["salesorders/comments", "recurringinvoices/comments", "recurringbills/comments"],
  /** Recorded answers have another key for the list than the files. */
  lists: ["customerpayments", "vendorcredits"],
  items: ["bankaccounts/statement", "creditnotes/comments", "creditnotes/invoices", "vendorcredits/bills"],
  /** Recorded answers have the time all the same. */
  times: ["items", "journals"],
  /** Zoho's pages name the call, and two products make it. */
  actions: ["/invoices/fromestimates"],
};

/** Prints, files, drafts of emails, forms, previews, and single things: no lists of records. */
const notLists =
  /(pdf|print|email|attachment|receipt|paymentreminder|runningtimer\/me|users\/me|share\/paymentlink|editpage\/.*|adjustment\/accounts|itemdetails)$|^\{\}$/;

const everyVerb: readonly Verb[] = ["list", "get", "create", "update", "remove"];
/** Types that were seen sorted by the time of change, though no file of Zoho's names the column. */
const sortedByChange = ["items", "estimates", "invoices", "debitnotes", "creditnotes", "bills", "journals"];
const each = (some: readonly RecordType[]) => some.map((type) => [type.key, type] as const);
const can = (verb: Verb) => types.filter((type) => verbsOf(type).includes(verb));

describe("the table of record types and Zoho's OpenAPI files", () => {
  it.each(each(types))("%s: can do what Zoho offers, and nothing else, under the row's scope", (_, type) => {
    const paths = everyVerb.map((verb) => [verb, pathOf({ ...type, can: undefined }, verb)] as const);
    const offered = paths.filter(([verb, path]) => at(type, methodOf[verb], path).length > 0);
    expect(offered.map(([verb]) => verb)).toEqual(verbsOf(type));
    const scopes = offered.flatMap(([verb, path]) => only(type, methodOf[verb], path).scopes);
    expect(scopes.filter((scope) => !scope.startsWith(`ZohoBooks.${type.scope}.`))).toEqual([]);
  });

  it.each(each(can("list")))("%s: its list, parameters and columns are Zoho's", (key, type) => {
    const call = only(type, "GET", pathOf(type, "list"));
    const rows = Object.keys(propertiesOf(propertiesOf(call.answer)[type.keys.list]));
    const time = type.timeField && !undescribed.times.includes(key) ? [type.timeField] : [];
    if (![...undescribed.rows, ...undescribed.lists].includes(key))
      expect(rows).toEqual(expect.arrayContaining([type.keys.id, type.keys.name, ...time]));
    expect(parameters(call)).toEqual(expect.arrayContaining(wordsOf(type.search)));
    expect(columns(call)).toEqual(
      expect.arrayContaining(
        wordsOf(type.sort).filter(
          (column) => !(sortedByChange.includes(key) && column === "last_modified_time"),
        ),
      ),
    );
    expect(parameters(call).includes("last_modified_time")).toBe(type.filtersByTime === true);
    if (type.all) only(type, "GET", type.all);
  });

  const single = types.filter((type) => verbsOf(type).some((verb) => verb === "get" || verb === "create"));

  it.each(each(single))("%s: one record stands under its key", (key, type) => {
    const verbs = verbsOf(type).filter((verb) => verb !== "list" && verb !== "remove");
    const answers = verbs.map((verb) => propertiesOf(only(type, methodOf[verb], pathOf(type, verb)).answer));
    const found = answers.some((answer) => type.keys.item in answer);
    expect(found).toBe(!undescribed.items.includes(key));
  });

  const actions = types.flatMap((type) =>
    Object.entries(type.actions ?? {}).map(([name, action]) => [type.key, name, action, type] as const),
  );

  it.each(actions)("%s: its action %s is a call of Zoho's", (_key, _name, action, type) => {
    const path = typeof action === "string" ? action : action.path;
    if (undescribed.actions.includes(path)) return expect(at(type, "POST", path.slice(1))).toEqual([]);
    const base = pathOf({ ...type, can: undefined, paths: undefined }, "get");
    const call = only(type, "POST", path.startsWith("/") ? path.slice(1) : `${base}/${path}`);
    if (typeof action !== "string") expect(parameters(call)).toContain(action.idAs);
  });

  it.each(each(types))("%s: its upsert, email, print and file are Zoho's", (key, type) => {
    const upsert = at(type, "PUT", key).find(({ headers }) => headers.includes("X-Upsert"));
    const scope = type.upserts === true ? type.scope : type.upserts;
    expect(upsert?.scopes).toEqual(scope && [`ZohoBooks.${scope}.UPDATE`]);
    expect(type.emails === true).toBe(at(type, "POST", `${key}/{}/email`).length > 0);
    const prints = at(type, "GET", `${key}/{}`).some((call) => parameters(call).includes("accept"));
    expect(type.prints === true).toBe(prints);
    for (const verb of wordsOf(type.file?.can)) {
      only(type, verb === "get" ? "GET" : "POST", `${key}/{}/${type.file?.path}`);
    }
  });

  it("leaves no list of Zoho's without a row", () => {
    const rows = types
      .flatMap((type) => [pathOf(type, "list"), pathOf(type, "get"), type.all ?? ""])
      .map(normalised);
    const lists = calls.filter(({ method, path }) => method === "GET" && !path.endsWith("}"));
    const missing = lists
      .map(({ path }) => path)
      .filter((path) => !rows.includes(path) && !notLists.test(path));
    expect([...new Set(missing)]).toEqual([]);
  });
});

describe("finding a record type", () => {
  it("knows the 31 that integrations use", () => {
    for (const key of established) expect(findRecordType(key).key).toBe(key);
    expect(established).toHaveLength(31);
  });

  it("finds nested ones by their last part and what they stand under", () => {
    expect(findRecordType("refunds", "creditnotes").key).toBe("creditnotes/refunds");
    expect(findRecordType("tasks", "projects").key).toBe("tasks");
    expect(findRecordType("comments", "/invoices/").key).toBe("invoices/comments");
    expect(findRecordType("projects/timeentries", "projects").key).toBe("projects/timeentries");
  });

  it("takes an organisation's own modules", () => {
    expect(pathOf(findRecordType("cm_debtor"), "get")).toBe("cm_debtor/{id}");
  });

  it.each([["leads"], ["comments"], ["toString"]])("refuses %s", (key) => {
    expect(() => findRecordType(key)).toThrow(/Record Type: Zoho Books has no/);
  });

  it("refuses what does not stand under the parent", () => {
    expect(() => findRecordType("tasks", "invoices")).toThrow(/no tasks under invoices/);
  });
});

const established = [
  ...["bankaccounts", "banktransactions", "bankaccounts/rules", "basecurrencyadjustment", "bills"],
  ...["chartofaccounts", "contacts", "contactpersons", "creditnotes", "settings/currencies"],
  ...["customerpayments", "employees", "estimates", "expenses", "invoices", "items", "journals"],
  ...["settings/openingbalances", "projects", "purchaseorders", "recurringbills", "recurringexpenses"],
  ...["recurringinvoices", "retainerinvoices", "salesorders", "tasks", "settings/taxes"],
  ...["projects/timeentries", "users", "vendorcredits", "vendorpayments"],
];
