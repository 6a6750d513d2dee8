import type { Answer } from "../../core/answer";
import type { Route } from "../../http/route";
import { invalidId, invalidParam, noContent, ok, refusal } from "../answers";
import { crmRoute, moduleRoute, scope } from "../call";
import type { CrmOrganization } from "../organization";
import { choice } from "../records/params";
import { ofRecord, type RecordCall } from "../records/parent";
import { fromAddressesOf } from "./fromAddresses";
import { sendMail } from "./send";
import type { SentEmail } from "./sentEmail";

const perPage = 10;

/**
 * The kinds of emails that can be asked for. Drafts and the emails of users' own mailboxes are never there:
 * the sandbox has neither.
 */
const types = ["all", "sent_from_crm", "scheduled_in_crm", "drafts", "user_emails"] as const;

const isOf: Readonly<Record<(typeof types)[number], (email: SentEmail) => boolean>> = {
  all: () => true,
  sent_from_crm: ({ scheduled }) => !scheduled,
  scheduled_in_crm: ({ scheduled }) => scheduled,
  drafts: () => false,
  user_emails: () => false,
};

/**
 * `GET …/Emails`: ten emails of a record, the newest first; `index` names the page by what the one before
 * says.
 */
function listEmails({ organization, record, request }: RecordCall): Answer {
  const type = choice(request.query, "type", types);
  if ("problem" in type) return refusal(type.problem);
  const emails = organization.emails
    .filter(({ recordId }) => recordId === record.id)
    .filter(isOf[type.value])
    .reverse();
  if (emails.length === 0) return noContent;
  const start = startOf(request.query.get("index"));
  if (start === undefined || start > emails.length) return refusal(invalidParam("index"));
  const page = emails.slice(start, start + perPage);
  const more = emails.length > start + perPage;
  const info = {
    count: page.length,
    next_index: more ? indexOf(start + perPage) : null,
    prev_index: start > 0 ? indexOf(start - perPage) : null,
    per_page: perPage,
    more_records: more,
  };
  return ok({ Emails: page.map((email) => emailJson(organization, email)), info });
}

/** An index says nothing to its reader, as a page token does. */
const indexOf = (start: number): string => Buffer.from(`emails:${start}`).toString("hex");

function startOf(index: string | null): number | undefined {
  if (index === null) return 0;
  const [, start] = /^emails:(\d{1,6})$/.exec(Buffer.from(index, "hex").toString()) ?? [];
  return start === undefined ? undefined : Number(start);
}

/** `GET …/Emails/{message_id}`: one email with its content. */
function getEmail({ organization, record, request }: RecordCall): Answer {
  const found = organization.emails.find(
    ({ id, recordId }) => id === request.params.messageId && recordId === record.id,
  );
  if (!found) return refusal(invalidId({ resource_path_index: 3 }));
  const { content, format, attachments } = found;
  const files = attachments.flatMap((id) => organization.files.get(id) ?? []);
  const more = {
    content,
    mail_format: format,
    attachments: files.map(({ id, name, data }) => ({ id, name, size: String(data.length) })),
  };
  return ok({ Emails: [{ ...emailJson(organization, found), ...more }] });
}

function emailJson({ currentUser: { name, id } }: CrmOrganization, email: SentEmail): object {
  return {
    cc: email.cc,
    summary: email.content.replaceAll(/<[^>]*>/g, "").slice(0, 250),
    owner: { name, id },
    read: true,
    subject: email.subject,
    sent: !email.scheduled,
    message_id: email.id,
    source: "crm",
    linked_record: null,
    to: email.to,
    from: email.from,
    has_attachment: email.attachments.length > 0,
    time: email.time,
    status: [{ type: email.scheduled ? "scheduled" : "sent" }],
  };
}

const read = { scopes: scope("ZohoCRM.modules.emails.READ") };

/** Emails that belong to records. */
export const emailRoutes: Route[] = [
  moduleRoute("crm.emails.send", ["POST", "/:module/:id/actions/send_mail"], ofRecord(sendMail), {
    scopes: scope("ZohoCRM.send_mail.all.CREATE"),
  }),
  moduleRoute("crm.emails.list", ["GET", "/:module/:id/Emails"], ofRecord(listEmails), read),
  moduleRoute("crm.emails.get", ["GET", "/:module/:id/Emails/:messageId"], ofRecord(getEmail), read),
  crmRoute(
    "crm.fromAddresses.list",
    ["GET", "/settings/emails/actions/from_addresses"],
    ({ organization }) => ok({ from_addresses: fromAddressesOf(organization) }),
    { scopes: scope("ZohoCRM.settings.emails.READ") },
  ),
];
