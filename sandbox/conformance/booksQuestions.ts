import { isObject, objectsOf } from "../crm/objects";
import type { AskedZoho, Question, Reply } from "./zoho";

/**
 * The invoices that a list shows, with their time of change in milliseconds since the epoch, and the column
 * that the answer says they are sorted by: Books echoes what it honored.
 */
async function invoices(zoho: AskedZoho, query: string) {
  const { status, body } = await zoho.books("GET", `/invoices?${query}`);
  const rows = objectsOf(body.invoices).map(({ invoice_id: id, last_modified_time: time, customer_name }) => {
    const text = String(time);
    return { id: String(id), text, at: Date.parse(text), customer: String(customer_name) };
  });
  const sortedBy = isObject(body.page_context) ? body.page_context.sort_column : undefined;
  return { status, rows, sortedBy };
}

/** A file under a name, in a form that names the organization too unless told otherwise. */
async function formOf(zoho: AskedZoho, name: string, isNamed = true): Promise<FormData> {
  const form = new FormData();
  form.set("attachment", new Blob(["%PDF-1.4"], { type: "application/pdf" }), name);
  if (isNamed) form.set("organization_id", await zoho.organizationOfBooks());
  return form;
}

/** A new expense to attach files to, and the path for that. */
async function attachments(zoho: AskedZoho): Promise<string> {
  const { body } = await zoho.books("GET", "/chartofaccounts");
  const accountOf = (...types: unknown[]) =>
    objectsOf(body.chartofaccounts).find(({ account_type: type }) => types.includes(type))?.account_id;
  const accounts = { account_id: accountOf("expense"), paid_through_account_id: accountOf("cash", "bank") };
  const record = { ...accounts, date: "2026-01-01", amount: 1, description: zoho.prefix };
  return `/expenses/${await zoho.booksRecord("/expenses", ["expense", "expense_id"], record)}/attachment`;
}

/** A webhook that nothing happens to call. */
const webhookOf = ({ prefix }: AskedZoho) => ({
  webhook_name: prefix,
  entity: "retainer_invoice",
  url: "https://hooks.example.com/conformance",
  method: "POST",
});

const isTaken = ({ status, body }: Reply): boolean => status < 300 && body.code === 0;

/** The questions behind the behaviours of Books, by their names. */
export const booksQuestions: Readonly<Record<string, Question>> = {
  // Asked of the invoices that are there: of a moment that some were changed after and some before.
  booksModifiedFilter: async (zoho) => {
    const all = (await invoices(zoho, "per_page=200")).rows.sort((left, right) => left.at - right.at);
    const middle = all.find(({ at }) => at > (all[0]?.at ?? at) && at < (all.at(-1)?.at ?? at));
    if (!middle) return undefined;
    const { rows } = await invoices(zoho, `last_modified_time=${encodeURIComponent(middle.text)}`);
    if (!rows.some(({ id }) => id === middle.id)) return undefined;
    if (rows.some(({ at }) => at < middle.at)) return "ignored";
    return rows.some(({ at }) => at > middle.at) ? "since" : "exact";
  },

  booksChangeOrder: async (zoho) => {
    const honored: boolean[] = [];
    for (const [order, sign] of [
      ["A", 1],
      ["D", -1],
    ] as const) {
      const { status, rows, sortedBy } = await invoices(
        zoho,
        `sort_column=last_modified_time&sort_order=${order}`,
      );
      if (status === 400) return "refused";
      if (new Set(rows.map(({ at }) => at)).size < 2) return undefined;
      const isSorted = rows.every(({ at }, index) => sign * (at - (rows[index - 1]?.at ?? at)) >= 0);
      honored.push(isSorted && sortedBy === "last_modified_time");
    }
    return honored.every(Boolean) ? "byType" : "ignored";
  },

  booksTies: async (zoho) => {
    const orders = new Set<string>();
    for (let count = 0; count < 3; count++) {
      const { rows } = await invoices(zoho, "sort_column=customer_name&sort_order=A");
      if (new Set(rows.map(({ customer }) => customer)).size === rows.length) return undefined;
      orders.add(rows.map(({ id }) => id).join());
    }
    return orders.size > 1 ? "moving" : "kept";
  },

  booksTimeForm: async (zoho) => {
    const { status } = await zoho.books("GET", "/invoices?last_modified_time=2020-01-01T00:00:00Z");
    return status === 400 ? "refused" : status === 200 ? "ignored" : undefined;
  },

  booksMultipartOrganization: async (zoho) => {
    const path = await attachments(zoho);
    if (isTaken(await zoho.books("POST", path, await formOf(zoho, "a.pdf", false)))) return "query";
    return isTaken(await zoho.books("POST", path, await formOf(zoho, "a.pdf"))) ? "formField" : undefined;
  },

  booksFileNames: async (zoho) => {
    const path = await attachments(zoho);
    if (isTaken(await zoho.books("POST", path, await formOf(zoho, "a (b).pdf")))) return "taken";
    return isTaken(await zoho.books("POST", path, await formOf(zoho, "a.pdf"))) ? "refused" : undefined;
  },

  booksWebhooks: async (zoho) => {
    const { body } = await zoho.books("POST", "/settings/webhooks", webhookOf(zoho));
    const id = isObject(body.webhook) ? body.webhook.webhook_id : undefined;
    if (typeof id !== "string") return body.code === 0 ? undefined : "refused";
    await zoho.books("DELETE", `/settings/webhooks/${id}`);
    return "taken";
  },

  booksRelatedRules: async (zoho) => {
    const path = "/settings/webhooks";
    const action_id = await zoho.booksRecord(path, ["webhook", "webhook_id"], webhookOf(zoho));
    const { entity } = webhookOf(zoho);
    const rule = { workflow_name: zoho.prefix, entity, rule_type: "delete", rule: {}, is_active: false };
    const instant_actions = [{ action_type: "webhook", action_id }];
    await zoho.booksRecord("/settings/workflows", ["workflow", "workflow_id"], { ...rule, instant_actions });
    const { webhooks } = (await zoho.books("GET", `${path}?per_page=200`)).body;
    const made = objectsOf(webhooks).find(({ webhook_id: id }) => id === action_id);
    return made && (Array.isArray(made.related_rules) ? "named" : "absent");
  },

  booksItemsShown: async (zoho) => {
    const { page_context: context } = (await zoho.books("GET", "/items?per_page=1")).body;
    const filter = isObject(context) ? context.applied_filter : undefined;
    return filter === "Status.All" ? "all" : filter === "Status.Active" ? "active" : undefined;
  },
};
