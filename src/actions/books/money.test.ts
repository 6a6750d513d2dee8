import { exerciseActions } from "../../../test/support/actions";
import { draft } from "../../../test/support/invoices";
import { objectsAt } from "../../zoho/core/json";

exerciseActions("books/money", {
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
});
