import { openBooks, recordIn } from "../../../../test/support/books";
import { startSandbox, type TestSandbox } from "../../../../test/support/sandbox";
import { recordChoices } from "../choices";
import { createRecord, getRecord, updateRecord, upsertRecord } from "../records/records";
import { findRecordType, type RecordType } from "../recordTypes";
import { type RecordValues, recordBody, typed } from "./values";

describe("typing a value by its field", () => {
  it.each([
    ["adjustment", "-12.50", -12.5],
    ["quantity", "3", 3],
    ["discount", "10%", "10%"],
    ["discount", "10.50 %", "10.5%"],
    ["rate", 1.1 * 3, 3.3],
    ["discount", 1.1 * 3, 3.3],
    ["discount", " 10% ", "10%"],
    ["distance", "12.50", 12.5],
    ["distance", "far", "far"],
    ["discount", "10.5", 10.5],
    ["is_inclusive_tax", "True", true],
    ["is_taxable", "false", false],
    ["date", "2026-02-28", "2026-02-28"],
    ["due_date", "2026-03-31T22:15:00Z", "2026-03-31"],
    ["customer_id", "982000000567001", "982000000567001"],
    ["customer_id", 982000000567001, "982000000567001"],
    ["contact_persons", "982000000870911, 982000000870915", ["982000000870911", "982000000870915"]],
    [
      "line_items",
      '[{"rate": "19.99", "quantity": "2", "item_id": 982000000030049}]',
      [{ rate: 19.99, quantity: 2, item_id: "982000000030049" }],
    ],
    ["line_items", '{"rate": "1"}', [{ rate: 1 }]],
    ["billing_address", '{"city": "Paris", "zip": "01234"}', { city: "Paris", zip: "01234" }],
    ["taxes", "982000000566009,982000000566010", "982000000566009,982000000566010"],
    ["taxes", '[{"tax_id": 1}]', [{ tax_id: "1" }]],
    ["address", "4900 Hopyard Rd", "4900 Hopyard Rd"],
    ["reference_number", "0042", "0042"],
    ["notes", "", ""],
    ["amount", null, null],
    ["amount", "", ""],
    ["date", new Date(Date.UTC(2026, 1, 28, 23)), "2026-02-28"],
    ["due_date", " 2026-02-28 ", "2026-02-28"],
    ["is_taxable", " true ", true],
    ["is_taxable", "Yes", true],
    ["is_inclusive_tax", "no", false],
    ["email", "yes", "yes"],
    ["email", "True", true],
    ["email", "untrue", "untrue"],
    ["email", "true@example.com", "true@example.com"],
    ["payment_terms", "Net 15", 15],
    ["payment_terms", "Due on Receipt", 0],
    ["payment_terms", "-2", -2],
    ["payment_terms", "30.0", 30],
    ["payment_terms", "", ""],
    ["payment_terms", 15, 15],
    ["customer_id", null, null],
    ["invoice_ids", 5, "5"],
    ["anything", { rate: "1" }, { rate: 1 }],
    ["customer_ids_text", 5, 5],
    ["contact_persons", "1,, 2", ["1", "2"]],
    ["taxes", "a [1]", "a [1]"],
    ["numbers_of", 5, 5],
  ])("%s %j becomes %j", (field, value, expected) => {
    expect(typed(field, value)).toEqual(expected);
  });

  it.each([
    ["adjustment", "1,234.50", "a number such as 1234.5"],
    ["payment_terms", "thirty", "days such as 15, or Net 15"],
    ["is_taxable", "maybe", "true or false, yes or no"],
    ["due_date", "2026-02-30", "a date such as 2026-03-31"],
    ["date", "31.03.2026", "a date such as 2026-03-31"],
    ["line_items", "two drives", "JSON"],
    ["billing_address", "[1]", "a JSON object"],
    ["customer_id", 9820000005670010000, "an id as text"],
    ["amount", "12,50", "a number"],
    ["quantity", "two", "a number"],
    ["rate", 2 ** 53 + 2, "a number past 9007199254740991 as text"],
    ["line_items", "5", "a JSON list"],
    ["discount", "1%0", "a number such as 12.5, or a percentage"],
    ["discount", "ten%", "a number such as 12.5, or a percentage"],
  ])("%s refuses %j", (field, value, expected) => {
    const message = expect.stringContaining(`${field}: expected ${expected}`);
    expect(() => typed(field, value)).toThrow(
      expect.objectContaining({ message, details: { api_name: field } }),
    );
  });
});

describe("the body of a write", () => {
  const invoices = findRecordType("invoices");
  let sandbox: TestSandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.close());

  const bodyOf = async (type: RecordType, values: RecordValues) =>
    recordBody(await openBooks(sandbox), type, values);

  it("lets values win over dynamic fields, and those over the record", async () => {
    const body = await bodyOf(invoices, {
      record: { notes: "record", terms: "record", discount: "1" },
      dynamicValues: { notes: "dynamic", terms: "dynamic" },
      fieldValues: { notes: "values" },
    });
    expect(body).toEqual({ notes: "values", terms: "dynamic", discount: 1 });
  });

  it("lets a value that is absent take nothing from the others, and clear nothing", async () => {
    const body = await bodyOf(invoices, {
      record: { notes: "record", cf_region: undefined, "Sales Region": undefined, terms: undefined },
      dynamicValues: { notes: undefined },
      fieldValues: { notes: undefined, reference_number: "" },
    });
    expect(Object.entries(body)).toEqual([
      ["notes", "record"],
      ["reference_number", ""],
    ]);
  });

  it("puts custom fields where Zoho looks for them: by API name, by id, by label", async () => {
    const body = await bodyOf(invoices, {
      record: { custom_fields: [{ api_name: "cf_given", value: "kept" }] },
      fieldValues: { cf_region: "West", "460000000012845": "7", "Sales Region": "North", customer_id: "1" },
    });
    expect(body).toEqual({
      customer_id: "1",
      custom_fields: [
        { api_name: "cf_given", value: "kept" },
        { api_name: "cf_region", value: "West" },
        { customfield_id: "460000000012845", value: "7" },
        { label: "Sales Region", value: "North" },
      ],
    });
  });

  it("leaves the fields of an organisation's own modules where they are, and warns of none", async () => {
    const dynamicValues = { record_name: "Alice", cf_debt_amount: 10_000 };
    const books = await openBooks(sandbox);
    expect(await recordBody(books, findRecordType("cm_debtor"), { dynamicValues })).toEqual(dynamicValues);
    expect(books.warnings).toEqual([]);
  });

  it("says of a debit note that it is one", async () => {
    expect(await bodyOf(findRecordType("debitnotes"), { record: { customer_id: "1" } })).toEqual({
      type: "debit_note",
      customer_id: "1",
    });
  });
});

describe("custom fields by what records tell of them", () => {
  let sandbox: TestSandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.close());

  const open = async () => {
    const books = await openBooks(sandbox);
    const [bill] = await recordChoices(books, { recordType: "bills" });
    const key = { recordType: "bills", recordId: bill?.key ?? "" };
    const fieldValues = { cf_signed_on: "2026-01-31", cf_region: "West" };
    await updateRecord(books, { ...key, fieldValues });
    return { books, key };
  };
  const valuesOf = async (
    books: Awaited<ReturnType<typeof openBooks>>,
    key: Parameters<typeof getRecord>[1],
  ) => recordIn(await getRecord(books, key), "bill").custom_field_hash;

  it("count by label in any case, and take times as days", async () => {
    const { books, key } = await open();
    await updateRecord(books, {
      ...key,
      fieldValues: { region: "South", "SIGNED ON": "2026-02-28T10:00:00Z" },
    });
    expect(await valuesOf(books, key)).toMatchObject({
      cf_region: "South",
      cf_signed_on_unformatted: "2026-02-28",
    });
  });

  it("refuse what is none, before sending", async () => {
    const { books, key } = await open();
    const call = updateRecord(books, { ...key, fieldValues: { "Signed on": "soon" } });
    await expect(call).rejects.toThrow("Signed on: expected a date such as 2026-03-31");
  });

  it("name the nearest field where a name fits nothing", async () => {
    const { books, key } = await open();
    await updateRecord(books, { ...key, fieldValues: { referense_number: "1" } });
    expect(books.warnings).toContainEqual(
      expect.stringMatching(/no field referense_number of bills.*The nearest is reference_number/),
    );
  });

  it("stand in the header of an upsert byte for byte, or are refused before sending", async () => {
    const { books } = await open();
    await sandbox.clearLedger();
    for (const uniqueValue of ["ERP\u20131", "M\u00fcller", "a\nb", " 1", ""]) {
      const call = upsertRecord(books, { recordType: "items", uniqueField: "cf_external_id", uniqueValue });
      await expect(call).rejects.toThrow("Unique Value: expected letters");
    }
    expect((await sandbox.ledger()).requests).toBe(0);
  });

  it("are sent by label where Zoho refuses an upsert by API name", async () => {
    const { books } = await open();
    const upsert = { recordType: "bills", uniqueField: "cf_external_id", uniqueValue: "B-9" };
    const body = { code: 4, message: "Invalid value passed for custom_fields" };
    await sandbox.fault({ method: "PUT", path: "/bills$", times: 1, effect: { status: 400, body } });
    const record = {
      vendor_id: (await recordChoices(books, { recordType: "contacts" }))[0]?.key,
      bill_number: "9",
    };
    const made = recordIn(
      await upsertRecord(books, { ...upsert, record: { ...record, cf_region: "East" } }),
      "bill",
    );
    expect(made.custom_field_hash).toMatchObject({ cf_region: "East", cf_external_id: "B-9" });
    const last = (await sandbox.requests()).at(-1);
    expect(last).toMatchObject({ body: { custom_fields: [{ label: "Region", value: "East" }] } });
  });
});

describe("a new contact", () => {
  let sandbox: TestSandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.close());

  it("has its email and telephone in its primary contact person", async () => {
    const books = await openBooks(sandbox);
    const record = { contact_name: "Reachable", email: "ann@example.com", phone: "+1 555" };
    const contact_persons = [{ first_name: "Bo" }, { first_name: "Ann", is_primary_contact: true }];
    const made = recordIn(await createRecord(books, { recordType: "contacts", record }), "contact");
    expect(made).toMatchObject({ email: "ann@example.com", phone: "+1 555" });
    const another = { ...record, contact_name: "Also Reachable", contact_persons };
    const both = recordIn(await createRecord(books, { recordType: "contacts", record: another }), "contact");
    expect(both).toMatchObject({
      email: "ann@example.com",
      contact_persons: [{ email: "" }, { first_name: "Ann" }],
    });
    await updateRecord(books, {
      recordType: "contacts",
      recordId: String(made.contact_id),
      record: { phone: "2" },
    });
    expect(books.warnings).toContainEqual(expect.stringContaining("Update its contact person instead"));
  });
});
