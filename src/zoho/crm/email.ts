import { isObject, type JsonObject, objectsAt, textAt } from "../core/json";
import { inputError } from "../http/errors";
import { type Crm, sendItem } from "./crm";
import { addressOf, type RecordKey } from "./records/records";

/** Emails that belong to records. */
export const emailOperations = {
  sendEmail: {
    method: "POST",
    path: "/crm/{version}/{module}/{id}/actions/send_mail",
    safety: "unsafe",
    class: "standard",
    scope: "ZohoCRM.send_mail.all.CREATE",
    credits: 1,
    success: [200, 201, 202],
    items: "data",
  },
  getEmails: {
    method: "GET",
    path: "/crm/{version}/{module}/{id}/Emails",
    safety: "safe",
    class: "standard",
    scope: "ZohoCRM.modules.emails.READ",
    credits: 1,
    success: [200, 204],
    answers: "Emails",
  },
  getEmail: {
    method: "GET",
    path: "/crm/{version}/{module}/{id}/Emails/{messageId}",
    safety: "safe",
    class: "standard",
    scope: "ZohoCRM.modules.emails.READ",
    credits: 1,
    success: [200, 204],
    answers: "Emails",
  },
  getFromAddresses: {
    method: "GET",
    path: "/crm/{version}/settings/emails/actions/from_addresses",
    safety: "safe",
    class: "standard",
    scope: "ZohoCRM.settings.emails.READ",
    credits: 1,
    success: [200, 204],
    answers: "from_addresses",
  },
} as const;

/** Someone who sends or receives an email. */
export interface Mailbox {
  readonly user_name?: string;
  readonly email: string;
}

export interface EmailInput extends RecordKey {
  /** One of the addresses that the connected user may send from. */
  readonly from: Mailbox;
  readonly to: readonly Mailbox[];
  readonly cc?: readonly Mailbox[];
  readonly bcc?: readonly Mailbox[];
  readonly replyTo?: Mailbox;
  readonly subject?: string;
  readonly content?: string;
  readonly mailFormat?: "html" | "text";
  readonly templateId?: string;
  /** Ids that Upload File returned. */
  readonly attachmentIds?: readonly string[];
  /** ISO 8601 with an offset; sent at once when left out. */
  readonly scheduledTime?: string;
  readonly orgEmail?: boolean;
  readonly consentEmail?: boolean;
}

/** Keys whose value is there; Zoho takes an empty one for a value. */
export const given = (values: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );

/**
 * Sends an email from a record, or schedules it. It is never sent twice: where Zoho does not answer, the
 * error is `OUTCOME_UNKNOWN`.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/send-mail.html
 */
export async function sendEmail(
  crm: Crm,
  { recordType, recordId, ...email }: EmailInput,
): Promise<{ data: readonly [JsonObject] }> {
  if (!email.content && !email.templateId) {
    throw inputError("crm", "Content: expected a text or a Template ID, got neither");
  }
  const {
    replyTo,
    mailFormat,
    templateId,
    attachmentIds = [],
    scheduledTime,
    orgEmail,
    consentEmail,
    ...same
  } = email;
  const data = given({
    ...same,
    reply_to: replyTo,
    mail_format: mailFormat,
    template: templateId ? { id: templateId } : undefined,
    attachments: attachmentIds.map((id) => ({ id })),
    scheduled_time: scheduledTime,
    org_email: orgEmail || undefined,
    consent_email: consentEmail || undefined,
  });
  const call = { ...addressOf({ recordType, recordId }), body: { data: [data] } };
  return { data: [await sendItem(crm, emailOperations.sendEmail, call)] };
}

export interface EmailsInput extends RecordKey {
  /** One email, with its content. */
  readonly messageId?: string;
  readonly emailType?: string;
  /** The user whose own mailbox is meant, with `user_emails`. */
  readonly ownerId?: string;
  /** `next_index` of the page before. */
  readonly index?: string;
  readonly fetchAll?: boolean;
  readonly maxRecords?: number;
}

/** Emails as Zoho lists them, ten on a page. */
export interface Emails {
  readonly Emails: JsonObject[];
  readonly info: JsonObject;
}

const noMore: JsonObject = { count: 0, more_records: false };

/**
 * The emails of a record, ten at a time or all of them; or one of them with its content.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-email-rel-list.html
 */
export async function getEmails(
  crm: Crm,
  {
    messageId,
    emailType,
    ownerId,
    index,
    fetchAll = false,
    maxRecords = Number.POSITIVE_INFINITY,
    ...key
  }: EmailsInput,
): Promise<Emails> {
  const { path } = addressOf(key);
  if (messageId) {
    const call = { path: { ...path, messageId }, query: { user_id: ownerId } };
    const { body } = await crm.send(emailOperations.getEmail, call);
    const emails = objectsAt(body, "Emails");
    return { Emails: emails, info: { ...noMore, count: emails.length } };
  }
  const ask = async (from: string | undefined): Promise<Emails> => {
    const query = { type: emailType, owner_id: ownerId, index: from };
    const { body } = await crm.send(emailOperations.getEmails, { path, query });
    return {
      Emails: objectsAt(body, "Emails"),
      info: isObject(body) && isObject(body.info) ? body.info : noMore,
    };
  };
  if (!fetchAll) return ask(index);
  const all: JsonObject[] = [];
  let page = await ask(undefined);
  for (;;) {
    all.push(...page.Emails);
    const next = page.info.more_records === true ? textAt(page.info, "next_index") : undefined;
    if (next === undefined || all.length >= maxRecords) {
      const kept = all.slice(0, maxRecords);
      const more = next !== undefined || kept.length < all.length;
      return { Emails: kept, info: { ...page.info, count: kept.length, more_records: more } };
    }
    page = await ask(next);
  }
}

/**
 * The addresses that the connected user may send emails from.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-from-addresses.html
 */
export async function getFromAddresses(crm: Crm): Promise<{ from_addresses: JsonObject[] }> {
  return {
    from_addresses: objectsAt((await crm.send(emailOperations.getFromAddresses)).body, "from_addresses"),
  };
}
