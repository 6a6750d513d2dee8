import { openBooks } from "../../../../test/support/books";
import { Maker, sampleOf } from "../../../../test/support/booksSamples";
import { startSandbox, type TestSandbox } from "../../../../test/support/sandbox";
import { type JsonObject, objectsAt } from "../../core/json";
import { findRecordType, pathOf, type RecordType, recordTypes, verbsOf } from "../recordTypes";
import { type BooksRecordKey, idIn, itemOf } from "./address";
import { getRecords } from "./listing";
import { createRecord, getRecord, removeRecord, updateRecord } from "./records";

let sandbox: TestSandbox;
let make: Maker;

beforeAll(async () => {
  sandbox = await startSandbox();
  make = new Maker(await openBooks(sandbox));
});
afterAll(() => sandbox.close());

/** What is no record of its own: credits that are applied, shown with the money, and lines of a statement. */
const otherwise = ["creditnotes/invoices", "vendorcredits/bills", "bankaccounts/statement"];

const created = [...recordTypes().values()].filter(
  (type) => verbsOf(type).includes("create") && !otherwise.includes(type.key),
);

/**
 * The record as it is now: read by its id, or from the list where Zoho reads none by id; undefined when it is
 * gone.
 */
async function now(
  type: RecordType,
  key: BooksRecordKey & { recordId: string },
): Promise<JsonObject | undefined> {
  const { books } = make;
  if (verbsOf(type).includes("list")) {
    const body = await getRecords(books, { ...key, fetchAll: true });
    const listed = objectsAt(body, type.keys.list).find((row) => String(row[type.keys.id]) === key.recordId);
    if (!listed || !verbsOf(type).includes("get")) return listed;
  }
  if (!verbsOf(type).includes("get")) return undefined;
  return itemOf(await getRecord(books, key), type);
}

it.each(created.map((type) => [type.key, type] as const))(
  "%s: created, read, changed, listed, removed",
  async (recordType, type) => {
    const { books } = make;
    const can = verbsOf(type);
    const { record, parentRecordId, change } = await sampleOf(recordType, make);
    const body = await createRecord(books, { recordType, record, parentRecordId });
    const recordId = idIn(body, type);
    expect(recordId).toEqual(expect.any(String));
    const key = { recordType, recordId: String(recordId), parentRecordId };
    const isRead = can.includes("list") || can.includes("get");
    if (isRead) expect(await now(type, key)).toBeDefined();

    if (can.includes("update")) {
      await updateRecord(books, { ...key, record: change });
      expect(await now(type, key)).toMatchObject(change ?? {});
    }
    if (can.includes("remove")) {
      await removeRecord(books, key);
      const isSingle = !pathOf(type, "remove").includes("{id}");
      if (can.includes("list") && !isSingle) expect(await now(type, key)).toBeUndefined();
      if (can.includes("get"))
        await expect(getRecord(books, key)).rejects.toMatchObject({ kind: "notFound" });
    }
  },
);

it("an organisation's own module, with its fields beside the name", async () => {
  const { books } = make;
  const type = findRecordType("cm_debtor");
  const fieldValues = { record_name: "Alice", cf_debt_amount: 10_000 };
  const recordId = String(idIn(await createRecord(books, { recordType: "cm_debtor", fieldValues }), type));
  const key = { recordType: "cm_debtor", recordId };
  await updateRecord(books, { ...key, fieldValues: { record_name: "Alice", cf_debt_amount: 9_000 } });
  const body = await getRecords(books, { recordType: "cm_debtor", fetchAll: true });
  const listed = objectsAt(body, "module_record").find((row) => row.module_record_id === recordId);
  expect(listed).toMatchObject({ record_name: "Alice", cf_debt_amount: 9_000 });
  await getRecord(books, key);
  await removeRecord(books, key);
  await expect(getRecord(books, key)).rejects.toMatchObject({ kind: "notFound" });
});

it("a bank statement: imported, read, removed", async () => {
  const { books } = make;
  const parentRecordId = await make.first("bankaccounts");
  const statement = { recordType: "bankaccounts/statement", parentRecordId };
  const transactions = [{ date: "2026-03-01", debit_or_credit: "debit", amount: "7500.25", payee: "Rent" }];
  const record = { start_date: "2026-03-01", end_date: "2026-03-31", transactions };
  await createRecord(books, { ...statement, record });
  const [read] = objectsAt(await getRecords(books, statement), "statement");
  expect(read).toMatchObject({ transactions: [{ amount: 7500.25, payee: "Rent" }] });
  await removeRecord(books, { ...statement, recordId: String(read?.statement_id) });
  expect(objectsAt(await getRecords(books, statement), "statement")).toEqual([]);
});
