import type { Route } from "../../../http/route";
import { type BooksCall, booksRoute, done } from "../../call";
import type { BooksOrganization } from "../../core/organization";
import { invalidValue, notAllowed } from "../../core/refusal";
import { type Draft, isEmpty, itemsOf, type Row, textOf } from "../../core/values";
import { bodyOf, recordAt } from "../../engine/find";
import { titleOf } from "../../engine/pdf";
import { setFields } from "../../engine/write";
import { setStatus } from "../../money/status";
import { typeAt } from "../../table";
import { idOf, type RecordType } from "../../table/recordType";
import { recordAction } from "../action";

const BULK_LIMIT = 10;

/** What Books says of a type's emails, and how it tells what one would say. */
interface Emails {
  path: string;
  sent: string;
  status?: 201;
  /**
   * Where the content of an email stands in its answer: under `data`, as a list under `data`, or beside the
   * code; left out, it cannot be asked for.
   */
  content?: "data" | "list" | "flat";
  /** What else an answer is recorded to tell. */
  tells?: "is_first_email";
}

const all: readonly Emails[] = [
  { path: "invoices", sent: "Your invoice has been sent.", content: "data", tells: "is_first_email" },
  { path: "estimates", sent: "Your estimate has been sent.", content: "flat" },
  { path: "salesorders", sent: "Your Sales Order has been sent.", status: 201, content: "list" },
  { path: "salesreceipts", sent: "Your Sales Receipt has been sent.", status: 201 },
  { path: "retainerinvoices", sent: "Your retainer invoice has been sent.", content: "flat" },
  { path: "creditnotes", sent: "Your creditnote has been sent.", content: "list" },
  { path: "purchaseorders", sent: "Your purchase order has been sent.", status: 201, content: "data" },
  { path: "vendorpayments", sent: "Your vendor payment receipt has been sent.", content: "flat" },
  { path: "contacts", sent: "Email has been sent." },
];

export const contactOf = (organization: BooksOrganization, row: Row): Row =>
  organization.records("contacts").get(textOf(row.customer_id ?? row.vendor_id ?? row.contact_id)) ?? {};

/** What an email about a record says unless it is told otherwise. */
export function contentOf(organization: BooksOrganization, type: RecordType, row: Row): Draft {
  const contact = contactOf(organization, row);
  const persons = organization
    .records("contacts/contactpersons")
    .find("contact_id", textOf(contact.contact_id));
  const { name, contact_name, email } = organization.details;
  const title = `${type.noun} ${titleOf(type, row)}`;
  return {
    subject: `${title} from ${textOf(name)}`,
    body: `Dear ${textOf(contact.contact_name)},<br><br>${title} is attached with this email.<br><br>${textOf(name)}`,
    error_list: [],
    to_contacts: persons.map((person) => ({ ...person, selected: person.is_primary_contact === true })),
    file_name: `${titleOf(type, row)}.pdf`,
    from_emails: [{ user_name: contact_name, email, selected: true }],
    customer_id: contact.contact_id ?? "",
  };
}

/**
 * Writes down what would be sent; without a body to the contact's own address, with the content Books has for
 * it.
 */
export function sendMail(organization: BooksOrganization, type: RecordType, row: Row, given: Draft): void {
  const isDefault = Object.keys(given).length === 0;
  const to = isDefault ? [textOf(contactOf(organization, row).email)].filter(Boolean) : given.to_mail_ids;
  if (!Array.isArray(to) || to.length === 0) throw invalidValue("to_mail_ids");
  const content = contentOf(organization, type, row);
  organization.mails.push({
    time: organization.now(),
    path: type.path,
    id: idOf(type, row),
    to: to.map(textOf),
    subject: textOf(isEmpty(given.subject) ? content.subject : given.subject),
    body: textOf(isEmpty(given.body) ? content.body : given.body),
    attachments: [textOf(content.file_name)],
  });
}

/** Sends a record; a draft counts as sent from then on. */
function send({ organization }: BooksCall, type: RecordType, row: Row, given: Draft): void {
  sendMail(organization, type, row, given);
  if (type.path === "contacts") return;
  if (row._state === "draft") setStatus(organization, type.path, idOf(type, row), "sent");
  const current = organization.records(type.path).get(idOf(type, row)) ?? row;
  setFields(organization, type, current, { is_emailed: true });
}

function emailRoutesOf({ path, sent, status, content, tells }: Emails): Route[] {
  const post = recordAction("POST", path, "email", (call, row, type) => {
    send(call, type, row, bodyOf(call));
    return done(sent, tells ? { [tells]: row.is_emailed !== true } : {}, status ?? 200);
  });
  if (!content) return [post];
  const get = recordAction(
    "GET",
    path,
    "email",
    ({ organization }, row, type) => {
      const told = contentOf(organization, type, row);
      return done("success", content === "flat" ? told : { data: content === "list" ? [told] : told });
    },
    { name: "email/get" },
  );
  return [post, get];
}

/** The records that a parameter of a call lists, up to 10. */
export function listed({ organization, query }: BooksCall, path: string, parameter: string): Row[] {
  const ids = itemsOf(query.get(parameter));
  if (ids.length === 0) throw invalidValue(parameter);
  if (ids.length > BULK_LIMIT) throw notAllowed(`Up to ${BULK_LIMIT} can be sent at once.`);
  return ids.map((id) => recordAt(organization, path, id));
}

const bulk = (path: string, parameter: string, message: string): Route =>
  booksRoute(`${path}.emailMany`, `POST ${path}/email`, typeAt(path).area, (call) => {
    for (const row of listed(call, path, parameter)) send(call, typeAt(path), row, {});
    return done(message);
  });

/** Emails about records. Nothing is sent: what would be is kept, and the control interface shows it. */
export const emailRoutes: Route[] = [
  ...all.flatMap(emailRoutesOf),
  bulk(
    "invoices",
    "invoice_ids",
    "Your mails are scheduled to be sent in a few minutes. We will notify you once it is done.",
  ),
  bulk("estimates", "estimate_ids", "Mission accomplished! We've sent all the estimates."),
  recordAction("GET", "creditnotes", "emailhistory", ({ organization }, row, type) => {
    const mails = organization.mails.filter((mail) => mail.path === type.path && mail.id === idOf(type, row));
    const email_history = mails.map(({ time, to, subject }, index) => ({
      mailhistory_id: `${idOf(type, row)}${index}`,
      from: organization.details.email,
      to_mail_ids: to,
      subject,
      date: time.slice(0, 10),
    }));
    return done("success", { email_history });
  }),
  recordAction("POST", "contacts", "statements/email", (call, row, type) => {
    sendMail(call.organization, type, row, bodyOf(call));
    return done("Statement has been sent to the Customer.");
  }),
  recordAction(
    "GET",
    "contacts",
    "statements/email",
    ({ organization }, row, type) => {
      const { name } = organization.details;
      const told = {
        ...contentOf(organization, type, row),
        subject: `Statement of transactions with ${textOf(name)}`,
      };
      return done("success", { data: { ...told, contact_id: row.contact_id } });
    },
    { name: "statements/email/get" },
  ),
];
