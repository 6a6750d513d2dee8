import { openBooks } from "../../../../test/support/books";
import { Maker } from "../../../../test/support/booksSamples";
import { type ConnectionValue, startSandbox, type TestSandbox } from "../../../../test/support/sandbox";
import component from "../../..";
import { findRecordType } from "../../../zoho/books/recordTypes";
import { isObject, type JsonObject } from "../../../zoho/core/json";

/*
 * What the designer shows of a write before it has run has the shape that the write then brings.
 */

let sandbox: TestSandbox;
let connection: ConnectionValue;
let make: Maker;
beforeAll(async () => {
  sandbox = await startSandbox();
  connection = await sandbox.connection();
  make = new Maker(await openBooks(sandbox));
});
afterAll(() => sandbox.close());

const log = () => {};
const context = { logger: { debug: log, info: log, warn: log } };

async function run(key: string, how: "perform" | "examplePerform", inputs: object): Promise<JsonObject> {
  const action = Object.values(component.actions).find((each) => each.key === key);
  const perform: unknown = action && Reflect.get(action, how);
  if (typeof perform !== "function") throw new Error(`${key} has no ${how}.`);
  const defaults = (action?.inputs ?? []).map((input) => [input.key, input.default ?? undefined]);
  return (await perform(context, { ...Object.fromEntries(defaults), connection, ...inputs })).data;
}

/** The key of the record in an answer, and the keys of the record. */
const shapeOf = (answer: JsonObject) =>
  Object.entries(answer).flatMap(([key, value]) =>
    isObject(value) ? [{ key, names: Object.keys(value) }] : [],
  );

const rowsOf = ({ data }: JsonObject): JsonObject[] => (Array.isArray(data) ? data.filter(isObject) : []);

it.each(["contacts", "items", "projects", "expenses", "settings/taxes", "invoices"])(
  "a write of %s is shown under the keys that it brings, with the values that are given",
  async (recordType) => {
    const { keys } = findRecordType(recordType);
    const recordId = await make.id(recordType);
    const { [keys.item]: record } = await run("booksGetRecord", "perform", { recordType, recordId });
    const name = isObject(record) ? record[keys.name] : undefined;
    const inputs = { recordType, recordId, fieldValues: [{ key: keys.name, value: name }] };
    const written = shapeOf(await run("booksUpdateRecord", "perform", inputs));
    for (const key of ["booksUpdateRecord", "booksCreateRecord"]) {
      const example = await run(key, "examplePerform", inputs);
      expect(example[keys.item]).toMatchObject({ [keys.name]: name });
      const [shown] = shapeOf(example);
      const [answered] = written.filter((shape) => shape.key === shown?.key);
      const named = recordType === "invoices" ? [keys.id, keys.name] : (shown?.names ?? []);
      expect(answered?.names).toEqual(expect.arrayContaining([keys.id, ...named]));
    }
  },
);

it("writes of many are shown with one entry a record, each with the answer of its type", async () => {
  const records = [{ contact_name: "First" }, { contact_name: "Second" }];
  const inputs = { recordType: "contacts", records };
  const [example, written] = [
    await run("booksCreateRecords", "examplePerform", inputs),
    await run("booksCreateRecords", "perform", inputs),
  ];
  expect(Object.keys(example)).toEqual(Object.keys(written));
  const [first, second] = rowsOf(example);
  expect(Object.keys(first ?? {})).toEqual(Object.keys(rowsOf(written)[0] ?? {}));
  expect(second).toMatchObject({ index: 1, details: { contact: { contact_name: "Second" } } });
});

it("a mapping is gone through before a write is shown", async () => {
  const fieldMapping = [{ source: "company", field: "contact_name" }];
  const inputs = { recordType: "contacts", record: { company: "Mapped & Co" }, fieldMapping };
  expect(await run("booksCreateRecord", "examplePerform", inputs)).toMatchObject({
    contact: { contact_name: "Mapped & Co" },
  });
});

it("a payment of a bill is shown as one to a vendor", async () => {
  const inputs = { recordId: "982000000567114", amount: "12.5" };
  expect(await run("booksRecordPayment", "examplePerform", { ...inputs, recordType: "bills" })).toMatchObject(
    { vendorpayment: { amount: 12.5 } },
  );
  expect(
    await run("booksRecordPayment", "examplePerform", { ...inputs, recordType: "invoices" }),
  ).toMatchObject({ payment: {} });
});

it("a record that is found or created is shown with the fields of its module", async () => {
  const fieldValues = [{ key: "Deal_Name", value: "First order" }];
  const inputs = { recordType: "Deals", fieldValues, matchField: "ERP_Id", matchValue: "7" };
  const { data } = await run("crmFindOrCreateRecord", "examplePerform", inputs);
  expect(data).toEqual([{ id: expect.any(String), Deal_Name: "First order", ERP_Id: "7" }]);
});
