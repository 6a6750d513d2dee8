import { startSandbox, type TestSandbox } from "../../../test/support/sandbox";
import { createClients } from "../../client";
import { getRecords as listInBooks } from "../books/records/listing";
import { createRecords as createInBooks } from "../books/records/many";
import { runQuery } from "../crm/query/query";
import { getAllRecords } from "../crm/records/allRecords";
import { getRecords } from "../crm/records/records";
import { createRecords } from "../crm/records/write/create";

const recordType = "Leads";
const fields = ["Last_Name"];
const query = "select Last_Name from Leads where id is not null";
const records = Array.from({ length: 1000 }, (_, index) => ({ Last_Name: `L${index}`, Company: "A" }));

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await sandbox.reset({ seed: 1, records: { Leads: 2500 } });
});

const warnings: string[] = [];
async function keeping(minimumCredits: string, key = "zohoTemplatedConnection") {
  warnings.length = 0;
  const connection = await sandbox.connection(key);
  const log = { debug: () => {}, info: () => {}, warn: (text: unknown) => warnings.push(String(text)) };
  const fielded = { ...connection, fields: { ...connection.fields, minimumCredits } };
  return createClients(fielded as never, { logger: log }).crm;
}

test("below the floor a batch ends with what it has, and says of the others why", async () => {
  await sandbox.limits({ creditsPerDay: 100 });
  const crm = await keeping("40");
  const { data, summary } = await createRecords(crm, {
    recordType,
    records,
    concurrency: 1,
    validate: false,
  });
  expect(summary.succeeded).toBeGreaterThan(0);
  expect(summary.succeeded).toBeLessThan(1000);
  const others = data.slice(summary.succeeded);
  expect(new Set(others.map(({ code }) => code))).toEqual(new Set(["NOT_ATTEMPTED"]));
  expect(others[0]?.message).toMatch(
    /\d+ credits of the day are left, and the connection leaves 40 to others/,
  );
  const held = (await sandbox.records("Leads")).filter(({ Company }) => Company === "A");
  expect(held).toHaveLength(summary.succeeded);
});

test("below the floor every read to the end stops with what it has, and says so", async () => {
  const reads = [
    async () => runQuery(await keeping("18"), { query, fetchAll: true }),
    async () => runQuery(await keeping("18"), { query: `${query} order by Last_Name asc`, fetchAll: true }),
    async () => getAllRecords(await keeping("18"), { recordType, fields }),
    async () => getRecords(await keeping("18"), { recordType, fields, fetchAll: true }),
  ];
  for (const read of reads) {
    await sandbox.reset({ seed: 1, records: { Leads: 2500 } });
    await sandbox.limits({ creditsPerDay: 20 });
    // Zoho is silent until half of the credits are used.
    for (let spent = 0; spent < 12; spent += 3)
      await runQuery(await keeping(""), { query: `${query} limit 2000` });
    const { data, info } = await read();
    expect(data.length).toBeGreaterThan(0);
    expect(data.length).toBeLessThan(2500);
    expect(info).toMatchObject({
      more_records: true,
      stopped: expect.stringContaining("leaves 18 to others"),
    });
    expect(warnings.join()).toContain("What was read up to there is returned");
  }
});

describe("of Books, requests are left to others", () => {
  const recordType = "contacts";
  async function leaving(minimumRequests: string) {
    warnings.length = 0;
    const connection = await sandbox.connection();
    const log = { debug: () => {}, info: () => {}, warn: (text: unknown) => warnings.push(String(text)) };
    const fielded = { ...connection, fields: { ...connection.fields, minimumRequests } };
    return createClients(fielded as never, { logger: log }).books();
  }
  beforeEach(async () => {
    await sandbox.reset({ seed: 1, books: { contacts: 900 } });
    await sandbox.limits({ books: { perDay: 100 } });
  });

  test("a read to the end stops with what it has, and says so", async () => {
    const { contacts, page_context } = await listInBooks(await leaving("100"), {
      recordType,
      fetchAll: true,
    });
    expect(contacts).toHaveLength(200);
    expect(page_context).toMatchObject({
      has_more_page: true,
      stopped: expect.stringContaining("99 requests of the day are left, and the connection leaves 100"),
    });
    expect(warnings.join()).toContain("What was read up to there is returned");
    const whole = await listInBooks(await leaving("20"), { recordType, fetchAll: true });
    expect(whole.contacts).toHaveLength(900);
    expect(Object(whole.page_context).stopped).toBeUndefined();
  });

  test("a batch ends, and says of the others why", async () => {
    const books = await leaving("90");
    const customers = Array.from({ length: 40 }, (_, index) => ({ contact_name: `Customer ${index}` }));
    const { data, summary } = await createInBooks(books, { recordType, records: customers, concurrency: 1 });
    expect(summary.succeeded).toBeGreaterThan(0);
    expect(new Set(data.slice(summary.succeeded).map(({ code }) => code))).toEqual(
      new Set(["NOT_ATTEMPTED"]),
    );
    expect(data.at(-1)?.message).toContain("the connection leaves 90 to others");
  });

  test("the credits of CRM stop nothing in Books", async () => {
    const books = await leaving("");
    books.ledger.creditsLeft = 0;
    const { contacts } = await listInBooks(books, { recordType, fetchAll: true });
    expect(contacts).toHaveLength(900);
  });
});

test("above the floor, and without one, nothing stops", async () => {
  for (const floor of ["", "10"]) {
    const { data, info } = await runQuery(await keeping(floor), { query, fetchAll: true });
    expect([data.length, info.more_records]).toEqual([2500, false]);
  }
});

test("a floor that is no number is refused before any request", async () => {
  await expect(keeping("many")).rejects.toThrow("Minimum Credits of the connection is a whole number");
});
