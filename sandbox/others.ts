import type { Answer } from "./core/answer";
import type { Route } from "./http/route";

/*
 * Zoho's other products on the same login: one list of each, as their pages show it, so that a call of a
 * builder's own making has somewhere to arrive. In the sandbox one address plays every host.
 */

const list = (operation: string, path: string, scope: string, body: object): Route => ({
  operation: `others.${operation}`,
  method: "GET",
  path,
  scopes: () => [scope],
  handle: (): Answer => ({ status: 200, body }),
});

const financial = (key: string, item: object) => ({ code: 0, message: "success", [key]: [item] });

/** A route of each product. */
export const otherRoutes: readonly Route[] = [
  list(
    "billing.plans",
    "/billing/v1/plans",
    "ZohoSubscriptions.plans.READ",
    financial("plans", { plan_code: "basic-monthly", name: "Basic", recurring_price: 10 }),
  ),
  list("bigin.contacts", "/bigin/v2/Contacts", "ZohoBigin.modules.contacts.READ", {
    data: [{ id: "4815000000044300", Last_Name: "Boyle" }],
    info: { per_page: 200, count: 1, page: 1, more_records: false },
  }),
  list("campaigns.mailingLists", "/api/v1.1/getmailinglists", "ZohoCampaigns.contact.READ", {
    status: "success",
    code: "0",
    list_of_details: [{ listkey: "3z4c1", listname: "Newsletter" }],
  }),
  list("desk.tickets", "/api/v1/tickets", "Desk.tickets.READ", {
    data: [{ id: "4815000000044400", ticketNumber: "101", subject: "Nothing works", status: "Open" }],
  }),
  list(
    "expense.expenseCategories",
    "/expense/v1/expensecategories",
    "ZohoExpense.settings.READ",
    financial("expense_accounts", { category_id: "4815000000044500", category_name: "Travel" }),
  ),
  list(
    "inventory.items",
    "/inventory/v1/items",
    "ZohoInventory.items.READ",
    financial("items", { item_id: "4815000000044208", name: "Bags-small" }),
  ),
  list(
    "invoice.customers",
    "/invoice/v3/customers",
    "ZohoInvoice.contacts.READ",
    financial("customers", { contact_id: "4815000000044600", contact_name: "Bowman & Co" }),
  ),
  list("mail.accounts", "/api/accounts", "ZohoMail.accounts.READ", {
    status: { code: 200, description: "success" },
    data: [{ accountId: "2560636000000008002", primaryEmailAddress: "patricia.boyle@example.com" }],
  }),
  list("projects.portals", "/api/v3/portals", "ZohoProjects.portals.READ", [
    { id: "687892", name: "zylker" },
  ]),
  list("recruit.candidates", "/recruit/v2/Candidates", "ZohoRecruit.modules.candidates.READ", {
    data: [{ id: "4815000000044700", Last_Name: "Boyle" }],
    info: { per_page: 200, count: 1, page: 1, more_records: false },
  }),
  list("sign.requests", "/api/v1/requests", "ZohoSign.documents.READ", {
    code: 0,
    status: "success",
    message: "Document list retrieved successfully",
    requests: [{ request_id: "4815000000044800", request_name: "Contract" }],
  }),
];
