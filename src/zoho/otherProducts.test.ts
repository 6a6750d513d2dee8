import { type Hostile, json, othersAt, startHostile } from "../../test/hostile/zoho";
import { dataCenters, ownHostOf, trustedBase } from "./dataCenters";
import { type OtherProductName, otherProducts, otherRawCall } from "./otherProducts";

let zoho: Hostile;
beforeAll(async () => {
  zoho = await startHostile();
});
afterAll(() => zoho.close());
beforeEach(() => zoho.respond((_, response) => json(response, 200, { ok: true })));

type Input = Partial<Parameters<typeof otherRawCall>[1]>;
const call = (product: OtherProductName, input: Input = {}, api?: string) =>
  otherRawCall(othersAt({ url: zoho.url }, api), { product, method: "GET", url: "/items", ...input });
const refused = { kind: "input", code: "INVALID_INPUT" };

describe("a path", () => {
  test.each<[OtherProductName, string, string]>([
    ["billing", "/plans", "/billing/v1/plans"],
    ["bigin", "Contacts", "/bigin/v2/Contacts"],
    ["campaigns", "/getmailinglists", "/api/v1.1/getmailinglists"],
    ["desk", "/tickets", "/api/v1/tickets"],
    ["desk", "/api/v1/tickets?limit=1", "/api/v1/tickets?limit=1"],
    ["expense", "/v1/expensecategories", "/expense/v1/expensecategories"],
    ["inventory", "/inventory/v1/items", "/inventory/v1/items"],
    ["invoice", "/customers", "/invoice/v3/customers"],
    ["mail", "/accounts", "/api/accounts"],
    ["projects", "/portals", "/api/v3/portals"],
    ["recruit", "/Candidates", "/recruit/v2/Candidates"],
    ["sign", "/requests", "/api/v1/requests"],
  ])("of %s: %s goes out as %s", async (product, url, sent) => {
    await call(product, { url });
    expect(zoho.received.map((request) => request.url)).toEqual([sent]);
  });

  test.each<[OtherProductName, string]>([
    ["desk", "/crm/v8/Leads"],
    ["inventory", "/books/v3/invoices"],
    ["bigin", "/bigin/../crm/v8/Leads"],
    ["mail", "//evil.tld/api/accounts"],
    ["sign", "https://evil.tld/api/v1/requests"],
  ])("of %s cannot be %s", async (product, url) => {
    await expect(call(product, { url })).rejects.toMatchObject(refused);
    expect(zoho.received).toHaveLength(0);
  });
});

describe("a host", () => {
  test("is the product's own in each data center, and is trusted with a token", () => {
    expect(dataCenters.map(({ api }) => ownHostOf(api, "desk"))).toEqual([
      "https://desk.zoho.com",
      "https://desk.zoho.eu",
      "https://desk.zoho.in",
      "https://desk.zoho.com.au",
      "https://desk.zoho.jp",
      "https://desk.zohocloud.ca",
      "https://desk.zoho.sa",
      "https://desk.zoho.com.cn",
      "https://desk.zoho.uk",
      "https://desk.zoho.ae",
      "https://desk.zoho.sg",
    ]);
    for (const product of Object.values(otherProducts)) {
      if (!("host" in product)) continue;
      for (const { api } of dataCenters) {
        const host = ownHostOf(api, product.host) ?? "";
        expect(trustedBase(host)).toBe(host);
      }
    }
  });

  test.each([
    "https://desk.zoho.com.evil.tld",
    "https://evil.zoho.com",
    "https://desk.zohoapis.com",
    "https://desk.zoho.ca",
    "http://desk.zoho.com",
  ])("%s is none", (url) => expect(trustedBase(url)).toBeUndefined());

  test("is named where a product has none, before anything is sent", async () => {
    await expect(call("desk", {}, "https://sandbox.zohoapis.com")).rejects.toMatchObject({
      ...refused,
      message: expect.stringContaining("Zoho Desk has no host that is known for sandbox.zohoapis.com"),
    });
    expect(zoho.received).toHaveLength(0);
  });
});

test("the organization stands where the product wants it", async () => {
  await call("inventory", { organizationId: "77" });
  await call("desk", { organizationId: "77" });
  await call("mail", { organizationId: "77" });
  expect(zoho.received.map(({ url, headers }) => [url, headers.orgid])).toEqual([
    ["/inventory/v1/items?organization_id=77", undefined],
    ["/api/v1/items", "77"],
    ["/api/items", undefined],
  ]);
});

describe("a failure", () => {
  test.each<[OtherProductName, number, object, object]>([
    [
      "desk",
      403,
      { errorCode: "SCOPE_MISMATCH", message: "No." },
      { code: "SCOPE_MISMATCH", hint: expect.stringContaining("such as Desk.tickets.ALL") },
    ],
    [
      "inventory",
      401,
      { code: 57, message: "No." },
      {
        code: "57",
        kind: "connection",
        hint: expect.stringContaining("(such as ZohoInventory.FullAccess.all). Reconnect"),
      },
    ],
    ["inventory", 200, { code: 1002, message: "Not there." }, { code: "1002", kind: "notFound" }],
    [
      "mail",
      404,
      { status: { code: 404, description: "Not found" }, data: { errorCode: "ACCOUNT_NOT_EXIST" } },
      { code: "ACCOUNT_NOT_EXIST", message: expect.stringContaining("Not found") },
    ],
    [
      "projects",
      400,
      { error: { code: 6832, message: "Input Parameter Missing" } },
      { code: "6832", message: expect.stringContaining("Input Parameter Missing") },
    ],
    ["campaigns", 200, { status: "error", code: "2502", message: "No list." }, { code: "2502" }],
    ["sign", 200, { status: "failure", code: 4003, message: "No such." }, { code: "4003" }],
  ])("of %s (%s) is one, in its own words: %j", async (product, status, body, expected) => {
    zoho.respond((_, response) => json(response, status, body));
    await expect(call(product)).rejects.toMatchObject(expected);
  });

  test("of a write after a 500 is an unknown outcome, sent once", async () => {
    zoho.respond((_, response) => json(response, 500, { errorCode: "INTERNAL_SERVER_ERROR" }));
    await expect(call("desk", { method: "POST", data: { subject: "x" } })).rejects.toMatchObject({
      code: "OUTCOME_UNKNOWN",
    });
    expect(zoho.received).toHaveLength(1);
  });
});

test("an answer that says yes in the words of each product passes", async () => {
  for (const body of [
    { code: 0, message: "success", items: [] },
    { status: "success", code: "0", message: "ok" },
    { status: { code: 200, description: "success" }, data: [] },
    [{ id: "1" }],
    { code: 9, data: [] },
  ]) {
    zoho.respond((_, response) => json(response, 200, body));
    expect(await call("desk")).toEqual(body);
  }
});
