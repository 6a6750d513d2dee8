import { startSandbox, type TestSandbox } from "../../../test/support/sandbox";
import { compositeRequest, type Part } from "./composite";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await sandbox.clearFaults();
  await sandbox.reset({ seed: 1, records: { Leads: 30, Accounts: 0, Contacts: 0 } });
  await sandbox.clearLedger();
});

const account = (Account_Name?: string): Part => ({
  id: "account",
  method: "post",
  path: "Accounts",
  body: { data: [Account_Name ? { Account_Name } : {}] },
});
const contact: Part = {
  id: "contact",
  method: "POST",
  path: "Contacts",
  body: { data: [{ Last_Name: "Burns", Account_Name: { id: "@{account:$.data[0].details.id}" } }] },
};

test("parts use what others answered, for one request and one credit", async () => {
  const crm = await sandbox.crm();
  const read: Part = { method: "GET", path: "Contacts/@{contact:$.data[0].details.id}" };
  const { data, summary } = await compositeRequest(crm, { parts: [account("Zylker"), contact, read] });
  expect(data.map(({ id, status, status_code }) => [id, status, status_code])).toEqual([
    ["account", "success", 201],
    ["contact", "success", 201],
    ["3", "success", 200],
  ]);
  expect(data[2]?.body).toMatchObject({ data: [{ Account_Name: { name: "Zylker" } }] });
  expect(summary).toEqual({ total: 3, succeeded: 3, failed: 0 });
  expect(crm.ledger).toMatchObject({ requests: 1, credits: 1 });
  expect((await sandbox.ledger()).credits).toBe(1);
});

test("a part that Zoho calls a success and that failed is an error, which names the cause", async () => {
  const attempt = compositeRequest(await sandbox.crm(), { parts: [contact, account()] });
  await expect(attempt).rejects.toMatchObject({
    code: "PARTS_FAILED",
    message: expect.stringMatching(
      /2 of 2 parts failed; part account: MANDATORY_NOT_FOUND, required field not found/,
    ),
    hint: "The others were carried out.",
  });
});

test("failed parts are returned where that is asked for, each with its own outcome", async () => {
  const parts: Part[] = [
    account(),
    contact,
    { id: "free", method: "POST", path: "Contacts", body: { data: [{ Last_Name: "Free" }] } },
  ];
  const { data, summary } = await compositeRequest(await sandbox.crm(), { parts, allowFailedParts: true });
  expect(data).toMatchObject([
    { id: "account", status: "error", code: "MANDATORY_NOT_FOUND", status_code: 400 },
    { id: "contact", status: "error", code: "PROCESSING_STOPPED" },
    { id: "free", status: "success", status_code: 201 },
  ]);
  expect(summary).toEqual({ total: 3, succeeded: 1, failed: 2 });
  expect(await sandbox.records("Contacts")).toHaveLength(1);
});

test("with rollback, nothing is left of what was done", async () => {
  const parts: Part[] = [
    account("Zylker"),
    { id: "bad", method: "POST", path: "Contacts", body: { data: [{}] } },
  ];
  const attempt = compositeRequest(await sandbox.crm(), { parts, rollbackOnFail: true });
  await expect(attempt).rejects.toMatchObject({
    code: "PARTS_FAILED",
    message: expect.stringMatching(/part bad: MANDATORY_NOT_FOUND/),
    details: { data: [{ code: "ROLLBACK_PERFORMED" }, { status_code: 400 }] },
    hint: "The others were undone.",
  });
  expect(await sandbox.records("Accounts")).toEqual([]);
});

test("an empty answer of a part is a success", async () => {
  const parts: Part[] = [{ method: "GET", path: "Contacts", params: { fields: "id" } }];
  const { data } = await compositeRequest(await sandbox.crm(), { parts, sequential: true });
  expect(data).toMatchObject([{ status: "success", status_code: 204 }]);
  expect((await sandbox.requests()).at(-1)?.body).toMatchObject({
    rollback_on_fail: false,
    parallel_execution: false,
  });
});

test("a part that the answer does not mention is unknown", async () => {
  await sandbox.fault({
    path: "__composite_requests$",
    effect: { status: 200, body: { __composite_requests: [] } },
  });
  const { data } = await compositeRequest(await sandbox.crm(), {
    parts: [account("A")],
    allowFailedParts: true,
  });
  expect(data).toMatchObject([{ status: "error", code: "OUTCOME_UNKNOWN" }]);
});

test("a mistake that Zoho finds in a part is its own refusal, for no part was carried out", async () => {
  const nested: Part = { id: "nested", method: "POST", path: "/crm/v8/__composite_requests", body: {} };
  const attempt = (parts: Part[]) =>
    sandbox.crm().then((crm) => compositeRequest(crm, { parts, allowFailedParts: true }));
  await expect(attempt([account("Zylker"), nested])).rejects.toMatchObject({
    code: "NOT_SUPPORTED",
    kind: "input",
    status: 400,
    message: expect.stringMatching(/part nested: a sub request cannot .*, so that no part was carried out/),
  });
  await expect(attempt([account("Zylker"), { ...nested, path: "/crm/v9/Leads" }])).rejects.toThrow(
    /\(400\): the version of the sub request/,
  );
  expect(await sandbox.records("Accounts")).toEqual([]);
});

const done = { response: { status_code: 201, body: { data: [] } } };
test.each([
  ["that says nothing for certain", { code: "REQUEST_TIMEOUT", details: {}, status: "error" }],
  ["of a part that was carried out", { code: "SUCCESS", details: done, status: "success" }],
  [
    "of what a part says itself",
    { code: "INVALID_DATA", details: { json_path: "$.data[0]" }, status: "error" },
  ],
])("an answer of one item %s leaves the other parts unknown", async (_, item) => {
  const effect = { status: 400, body: { __composite_requests: [item] } };
  await sandbox.fault({ path: "__composite_requests$", effect });
  const parts = [account("A"), contact];
  const { data } = await compositeRequest(await sandbox.crm(), { parts, allowFailedParts: true });
  expect(data).toMatchObject([{ code: item.code, status: item.status }, { code: "OUTCOME_UNKNOWN" }]);
});

const get: Part = { method: "GET", path: "Leads" };
test.each<[string, Part[], RegExp]>([
  ["no parts", [], /expected 1 to 5, got 0/],
  ["six parts", Array(6).fill(get), /expected 1 to 5, got 6/],
  [
    "two parts of one id",
    [
      { ...get, id: "a" },
      { ...get, id: "a" },
    ],
    /two of them have the id a/,
  ],
  ["an id of other characters", [{ ...get, id: "a-b" }], /part a-b has an id/],
  ["another method", [{ ...get, method: "HEAD" }], /a method that is none of GET/],
  ["another product's path", [{ ...get, path: "/books/v3/invoices" }], /not under \/crm\//],
  ["a token of its own", [{ ...get, headers: { Authorization: "x" } }], /sets the header Authorization/],
  ["two records in a part", [{ method: "POST", path: "Leads", body: { data: [{}, {}] } }], /has 2 records/],
  ["a delete by list", [{ method: "DELETE", path: "Leads", params: { ids: "1,2" } }], /one id in the path/],
  ["a delete by list in the path", [{ method: "DELETE", path: "Leads?ids=1" }], /one id in the path/],
  [
    "a reference to nothing",
    [{ ...get, path: "Leads/@{x:$.data[0].id}" }],
    /refers to x, which is none of the parts/,
  ],
  [
    "a reference to itself",
    [{ ...get, id: "a", path: "Leads/@{a:$.data[0].id}" }],
    /part a refers to itself/,
  ],
  [
    "a circle",
    [
      { ...get, id: "a", path: "Leads/@{b:$.data[0].id}" },
      { ...get, id: "b", path: "Leads/@{a:$.data[0].id}" },
    ],
    /part a refers to itself, directly or through others/,
  ],
])("%s is refused before it is sent", async (_, parts, message) => {
  const crm = await sandbox.crm();
  await expect(compositeRequest(crm, { parts })).rejects.toThrow(message);
  expect(crm.ledger.requests).toBe(0);
});
