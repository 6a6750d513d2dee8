import { otherScopes } from "./accounts/client";
import { otherRoutes } from "./others";
import { startTestServer, type TestServer } from "./testing";

let sandbox: TestServer;
beforeAll(async () => {
  sandbox = await startTestServer([...otherRoutes]);
});
afterAll(() => sandbox.close());

test("others.billing.plans, others.bigin.contacts, others.campaigns.mailingLists, others.desk.tickets, others.expense.expenseCategories, others.inventory.items, others.invoice.customers, others.mail.accounts, others.projects.portals, others.recruit.candidates and others.sign.requests answer with a list", async () => {
  for (const { path } of otherRoutes) {
    const response = await fetch(sandbox.url + path, { headers: sandbox.authorization([...otherScopes]) });
    expect([path, response.status]).toEqual([path, 200]);
    expect(JSON.stringify(await response.json())).toMatch(/\[\{"/);
  }
});

test("a dead token is refused in Desk's words", async () => {
  const response = await fetch(`${sandbox.url}/api/v1/tickets`, {
    headers: { Authorization: "Zoho-oauthtoken 1000.dead" },
  });
  expect([response.status, await response.json()]).toEqual([
    401,
    { errorCode: "INVALID_OAUTH", message: "The OAuth Token you provided is invalid." },
  ]);
});

test("a token without the scope of the product is refused, whatever else it may do", async () => {
  const all = ["ZohoCRM.modules.ALL", "ZohoBooks.fullaccess.all", ...otherScopes];
  for (const [index, { path }] of otherRoutes.entries()) {
    const scope = otherRoutes[index]?.scopes?.({} as never)[0] ?? "";
    const [product = ""] = scope.split(".");
    const others = all.filter((each) => !each.startsWith(`${product}.`));
    const response = await fetch(sandbox.url + path, { headers: sandbox.authorization(others) });
    expect([path, response.status, await response.json()]).toEqual([
      path,
      403,
      { errorCode: "SCOPE_MISMATCH", message: "The OAuth Token does not have the scope of this operation." },
    ]);
    const own = { headers: sandbox.authorization([scope]) };
    expect((await fetch(sandbox.url + path, own)).status).toBe(200);
  }
});
