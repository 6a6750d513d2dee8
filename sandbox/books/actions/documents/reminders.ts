import type { Route } from "../../../http/route";
import { booksRoute, done } from "../../call";
import type { BooksOrganization } from "../../core/organization";
import { notAllowed } from "../../core/refusal";
import { type Draft, type Row, textOf } from "../../core/values";
import { bodyOf } from "../../engine/find";
import { titleOf } from "../../engine/pdf";
import { setFields } from "../../engine/write";
import { typeAt } from "../../table";
import { recordAction } from "../action";
import { contactOf, contentOf, listed, sendMail } from "./emails";

const isRemindable = (row: Row): boolean =>
  ["sent", "overdue", "partially_paid"].includes(textOf(row.status));

function remind(organization: BooksOrganization, row: Row, given: Draft): void {
  const type = typeAt("invoices");
  sendMail(organization, type, row, {
    ...given,
    subject: given.subject ?? `Payment reminder for ${titleOf(type, row)}`,
  });
  const reminders_sent = Number(row.reminders_sent ?? 0) + 1;
  setFields(organization, type, row, { reminders_sent, last_reminder_sent_date: organization.today() });
}

const toContact = (organization: BooksOrganization, row: Row): Draft => ({
  to_mail_ids: [textOf(contactOf(organization, row).email)].filter(Boolean),
});

/** Reminders of unpaid invoices, which go only for invoices that are open or overdue. */
export const reminderRoutes: Route[] = [
  recordAction("POST", "invoices", "paymentreminder", (call, row) => {
    if (!isRemindable(row)) throw notAllowed("Reminders go only for invoices that are open or overdue.");
    remind(call.organization, row, { ...toContact(call.organization, row), ...bodyOf(call) });
    return done("Your payment reminder has been sent.");
  }),
  recordAction(
    "GET",
    "invoices",
    "paymentreminder",
    ({ organization }, row, type) => done("success", { data: contentOf(organization, type, row) }),
    { name: "paymentreminder/get" },
  ),
  booksRoute("invoices.remindMany", "POST invoices/paymentreminder", "invoices", (call) => {
    const rows = listed(call, "invoices", "invoice_ids").filter(isRemindable);
    for (const row of rows) remind(call.organization, row, toContact(call.organization, row));
    const email_success_info = { message: "The reminders were successfully sent", sent_count: rows.length };
    return done("success", { info: { email_success_info, email_errors_info: [] } }, 201);
  }),
];
