import { openBooks } from "../../../../test/support/books";
import { Maker, sampleOf } from "../../../../test/support/booksSamples";
import { startSandbox, type TestSandbox } from "../../../../test/support/sandbox";
import { objectsAt } from "../../core/json";
import { type RecordType, recordTypes, verbsOf } from "../recordTypes";
import { getRecords } from "./listing";

const MANY = 450;

let sandbox: TestSandbox;
let make: Maker;

const listed = [...recordTypes().values()].filter(
  (type) => verbsOf(type).includes("list") && verbsOf(type).includes("create"),
);
/** What an organisation has one of, what is no record of one, and what stands for other records. */
const otherwise = [
  ...["settings/openingbalances", "organizations", "bankaccounts/statement"],
  ...["creditnotes/invoices", "vendorcredits/bills", "contacts/address", "projects/users"],
];
const counted = listed.filter(({ key }) => !otherwise.includes(key));
const alone = counted.filter(({ parent, parentParam }) => !parent || parentParam);
const nested = counted.filter(({ parent, parentParam }) => parent && !parentParam);

beforeAll(async () => {
  sandbox = await startSandbox();
  await sandbox.reset({ seed: 1, books: Object.fromEntries(alone.map(({ key }) => [key, MANY])) });
  make = new Maker(await openBooks(sandbox));
}, 60_000);
afterAll(() => sandbox.close());

const each = (types: readonly RecordType[]) => types.map((type) => [type.key, type] as const);
const idsOf = (type: RecordType, body: Readonly<Record<string, unknown>>) =>
  objectsAt(body, type.keys.list).map((row) => row[type.keys.id]);

it.each(each(alone))("%s: fetchAll brings all 450", async (recordType, type) => {
  const books = await openBooks(sandbox);
  const body = await getRecords(books, { recordType, fetchAll: true });
  expect(new Set(idsOf(type, body)).size).toBe(MANY);
  expect(body).toMatchObject({ code: 0, page_context: { has_more_page: false } });
});

/** Writes records as another user of the organisation would, past the limits. */
async function writeAsOther(recordType: string, data: readonly object[]): Promise<void> {
  const response = await fetch(`${sandbox.url}/__sandbox/books/${recordType}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ data }),
  });
  const refused = objectsAt(await response.json(), "data").find(({ code }) => code !== 0);
  if (refused) throw new Error(JSON.stringify(refused));
}

it.each(each(nested))("%s: fetchAll brings all 450 of one parent", async (recordType, type) => {
  const parentIdField = recordTypes().get(type.parent ?? "")?.keys.id ?? "";
  const { parentRecordId } = await sampleOf(recordType, make);
  const read = async () =>
    idsOf(type, await getRecords(make.books, { recordType, parentRecordId, fetchAll: true }));
  const before = await read();
  const data = [];
  for (let index = 0; index < MANY; index += 1) {
    const { record } = await sampleOf(recordType, make);
    const amount = "amount" in record ? { amount: 0.01 } : {};
    data.push({ ...record, ...amount, [parentIdField]: parentRecordId });
  }
  await writeAsOther(recordType, data);
  const after = await read();
  expect(after.length).toBe(before.length + MANY);
  expect(new Set(after).size).toBe(after.length);
});

describe("a search that Zoho would not keep to is refused", () => {
  it.each([
    ["invoices", { date_start: "2026-01-01" }, "Status.Sent", /ignores date_start/],
    ["contacts", { contact_name_contains: "Z" }, "Status.Active", /ignores contact_name_contains/],
    ["banktransactions", { status: "uncategorized" }, undefined, /need account_id/],
    ["banktransactions", { date_end: "2026-01-31" }, undefined, /ignores date_end/],
    ["bills", { last_modified_time: "yesterday" }, undefined, /expected a time/],
  ])("%s by %j with %s", async (recordType, searchFields, filterBy, message) => {
    const books = await openBooks(sandbox);
    await sandbox.clearLedger();
    await expect(async () => getRecords(books, { recordType, searchFields, filterBy })).rejects.toThrow(
      message,
    );
    expect((await sandbox.ledger()).requests).toBe(0);
  });

  it("a time of any form goes out in Zoho's", async () => {
    const books = await openBooks(sandbox);
    for (const last_modified_time of [
      "2999-01-01T00:00:00Z",
      "2999-01-01T00:00:00.000+05:30",
      "2999-01-01",
    ]) {
      const answer = await getRecords(books, { recordType: "bills", searchFields: { last_modified_time } });
      expect(answer.bills).toEqual([]);
    }
  });
});
