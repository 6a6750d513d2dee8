import { objectsAt } from "../../../src/zoho/core/json";
import type { Example } from "../world";
import { draft } from "./records";

export const examples: Record<string, Example> = {
  booksRecordPayment: async (world) => {
    const { recordType, recordId } = await draft(world);
    await world.act("booksRunRecordAction", { recordType, recordId, recordAction: "markSent" });
    const payment = { date: "2026-03-31", paymentMode: "banktransfer", referenceNumber: "REF-912300" };
    return { recordType, recordId, amount: "100.00", ...payment };
  },
  booksApplyCredits: async (world) => {
    const { recordType, recordId, customer_id } = await draft(world);
    await world.act("booksRunRecordAction", { recordType, recordId, recordAction: "markSent" });
    const record = { customer_id, payment_mode: "cash", amount: 50, date: "2026-03-31" };
    const { payment } = await world.act("booksCreateRecord", { recordType: "customerpayments", record });
    const [{ payment_id } = {}] = objectsAt({ payments: [payment] }, "payments");
    return { recordType, recordId, credits: [{ payment_id, amount_applied: "12.20" }] };
  },
  booksImportFromCrm: async (world) => ({
    crmModule: "Accounts",
    crmRecordId: String((await world.records("Accounts"))[0]?.id),
  }),
  booksGetOrganizations: () => ({}),
  booksRawRequest: () => ({
    url: "/books/v3/contacts?per_page=2",
    method: "GET",
    queryParams: [{ key: "filter_by", value: "Status.All" }],
  }),
};
