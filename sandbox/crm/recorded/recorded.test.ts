import { isObject, objectsOf } from "../objects";
import { startTestCrm, type TestCrm } from "../testing";
import { recordedAnswers, recordedRecords } from "./answers";

/*
 * The sandbox's answers beside those that were recorded of live organizations: at least 95 of 100 recorded
 * keys are there, each of its kind.
 */

interface Key {
  name: string;
  kind: string;
  keys: Key[];
}

const kinds: Readonly<Record<string, string>> = {
  "": "text",
  "#": "number",
  "?": "boolean",
  "[": "list",
  "[]": "list",
  "{": "object",
  "{}": "object",
  "~": "null",
};

function keysOf(tokens: Iterator<string>): Key[] {
  const keys: Key[] = [];
  for (let next = tokens.next(); !next.done; next = tokens.next()) {
    if (next.value === "]" || next.value === "}") return keys;
    const [, name = "", mark = ""] = /^([$\w]+)(.*)$/.exec(next.value) ?? [];
    const isOpen = mark === "[" || mark === "{";
    keys.push({ name, kind: kinds[mark] ?? "text", keys: isOpen ? keysOf(tokens) : [] });
  }
  return keys;
}

const kindOf = (value: unknown): string => {
  if (value === null || value === undefined) return "null";
  if (Array.isArray(value)) return "list";
  if (isObject(value)) return "object";
  return typeof value === "string" ? "text" : typeof value;
};

interface Comparison {
  seen: number;
  /** The keys that the answer lacks. */
  missing: string[];
  /** The keys that hold a value of another kind. */
  other: string[];
}

function compare(answer: unknown, keys: readonly Key[], path = ""): Comparison {
  const result: Comparison = { seen: 0, missing: [], other: [] };
  const given: Record<string, unknown> = isObject(answer) ? answer : {};
  for (const key of keys) {
    const name = `${path}${key.name}`;
    const value = given[key.name];
    result.seen += 1;
    if (!(key.name in given)) result.missing.push(name);
    else if (key.kind !== "null" && ![key.kind, "null"].includes(kindOf(value)))
      result.other.push(`${name} is ${kindOf(value)}`);
    const [part] = isObject(value) ? [value] : objectsOf(value);
    if (!part) continue;
    const inner = compare(part, key.keys, `${name}.`);
    result.seen += inner.seen;
    result.missing.push(...inner.missing);
    result.other.push(...inner.other);
  }
  return result;
}

const share = ({ seen, missing }: Comparison): number => (seen - missing.length) / seen;
const read = (notation: string): Key[] => keysOf(notation.split(/\s+/).values());

describe("answers beside those that were recorded", () => {
  let crm: TestCrm;
  beforeAll(async () => {
    crm = await startTestCrm();
  });
  afterAll(() => crm.close());

  const expectLike = (answer: unknown, notation: string): void => {
    const compared = compare(answer, read(notation));
    expect(compared.seen).toBeGreaterThan(0);
    const missing = share(compared) >= 0.95 ? [] : compared.missing;
    expect({ missing, other: compared.other }).toEqual({ missing: [], other: [] });
  };

  it.each(Object.entries(recordedRecords))(
    "a record of %s, in a list and alone",
    async (module, notation) => {
      const { body } = await crm.get(`v2:/${module}`);
      expectLike(body.data[0], notation);
      const single = await crm.get(`v2:/${module}/${body.data[0]?.id}`);
      expectLike(single.body.data[0], notation);
      expectLike(body, recordedAnswers.list);
    },
  );

  it("users", async () => {
    const { body } = await crm.get("v2:/users");
    expectLike(body, recordedAnswers.users);
  });

  it("writes", async () => {
    const lead = { Last_Name: "Burns", Company: "ABC", Email: "burns@example.com" };
    const added = await crm.call("POST", "v2:/Leads", { data: [lead] });
    expectLike(added.body, recordedAnswers.written);
    const id = added.body.data[0]?.details.id;
    expectLike(
      (await crm.call("PUT", `v2:/Leads/${id}`, { data: [{ City: "Austin" }] })).body,
      recordedAnswers.written,
    );
    expectLike((await crm.call("POST", "v2:/Leads/upsert", { data: [lead] })).body, recordedAnswers.upserted);
    const converted = await crm.call("POST", `v2:/Leads/${id}/actions/convert`, { data: [{}] });
    expectLike(converted.body, recordedAnswers.converted);
    const other = await crm.call("POST", "/Leads", { data: [{ ...lead, Email: "other@example.com" }] });
    const path = `/Leads/${other.body.data[0]?.details.id}/actions/convert`;
    expectLike((await crm.call("POST", path, { data: [{}] })).body, recordedAnswers.convertedOfV8);
    const contact = converted.body.data[0]?.Contacts;
    expectLike((await crm.call("DELETE", `v2:/Contacts/${contact}`)).body, recordedAnswers.removed);
  });

  it("metadata, lists and refusals of v6", async () => {
    const fields = await crm.get("v6:/settings/fields?module=Deals");
    const stage = objectsOf(fields.body.fields).filter(({ api_name }) => api_name === "Stage");
    expectLike({ fields: stage }, recordedAnswers.fields);
    const fieldNames = "Full_Name,Assistant,Created_Time,Created_By";
    expectLike((await crm.get(`v6:/Contacts?fields=${fieldNames}`)).body, recordedAnswers.listOfV6);
    expectLike((await crm.get("v6:/Nothing?fields=id")).body, recordedAnswers.wrongModule);
  });
});
