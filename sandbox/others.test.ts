import { otherRoutes } from "./others";
import { startTestServer, type TestServer } from "./testing";

let sandbox: TestServer;
beforeAll(async () => {
  sandbox = await startTestServer([...otherRoutes]);
});
afterAll(() => sandbox.close());

test("others.billing.plans, others.bigin.contacts, others.campaigns.mailingLists, others.desk.tickets, others.expense.expenseCategories, others.inventory.items, others.invoice.customers, others.mail.accounts, others.projects.portals, others.recruit.candidates and others.sign.requests answer with a list", async () => {
  for (const { path } of otherRoutes) {
    const response = await fetch(sandbox.url + path, { headers: sandbox.authorization() });
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
