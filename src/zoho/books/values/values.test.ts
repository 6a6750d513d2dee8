import { findRecordType } from "../recordTypes";
import { recordBody } from "./record";
import { typed } from "./values";

describe("typing a value by its field", () => {
  it.each([
    ["adjustment", "-12.50", -12.5],
    ["quantity", "3", 3],
    ["discount", "10%", "10%"],
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
  ])("%s %j becomes %j", (field, value, expected) => {
    expect(typed(field, value)).toEqual(expected);
  });

  it.each([
    ["adjustment", "1,234.50", "a number such as 1234.5"],
    ["payment_terms", "thirty", "a number such as 1234.5"],
    ["is_taxable", "yes", "true or false"],
    ["due_date", "2026-02-30", "a date such as 2026-03-31"],
    ["date", "31.03.2026", "a date such as 2026-03-31"],
    ["line_items", "two drives", "JSON"],
    ["billing_address", "[1]", "a JSON object"],
    ["customer_id", 9820000005670010000, "an id as text"],
  ])("%s refuses %j", (field, value, expected) => {
    expect(() => typed(field, value)).toThrow(`${field}: expected ${expected}`);
  });
});

describe("the body of a write", () => {
  const invoices = findRecordType("invoices");

  it("lets values win over dynamic fields, and those over the record", () => {
    const body = recordBody(invoices, {
      record: { notes: "record", terms: "record", discount: "1" },
      dynamicValues: { notes: "dynamic", terms: "dynamic" },
      fieldValues: { notes: "values" },
    });
    expect(body).toEqual({ notes: "values", terms: "dynamic", discount: 1 });
  });

  it("puts custom fields where Zoho looks for them: by API name, by id, by label", () => {
    const body = recordBody(invoices, {
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

  it("leaves the fields of an organisation's own modules where they are", () => {
    const values = { record_name: "Alice", cf_debt_amount: 10_000 };
    expect(recordBody(findRecordType("cm_debtor"), { dynamicValues: values })).toEqual(values);
  });

  it("says of a debit note that it is one", () => {
    expect(recordBody(findRecordType("debitnotes"), { record: { customer_id: "1" } })).toEqual({
      type: "debit_note",
      customer_id: "1",
    });
  });
});
