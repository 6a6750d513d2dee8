import { type JsonObject, objectsAt } from "../core/json";
import { type Crm, sendItem } from "./crm";
import { given, type Mailbox } from "./email";
import { addressOf, type RecordKey } from "./records/records";
import { removeSetting, type SettingList } from "./settings/calls";

/** Emails that are being written, and those of other mail servers. */
export const draftOperations = {
  associateEmail: {
    method: "POST",
    path: "/crm/{version}/{module}/{id}/actions/associate_email",
    safety: "unsafe",
    class: "standard",
    scope: "ZohoCRM.modules.emails.CREATE",
    credits: 1,
    success: [200, 201],
    items: "Emails",
  },
  getDrafts: {
    method: "GET",
    path: "/crm/{version}/{module}/{id}/__email_drafts",
    safety: "safe",
    class: "standard",
    scope: "ZohoCRM.modules.{module}.READ",
    credits: 1,
    success: [200, 204],
    answers: "__email_drafts",
  },
  createDraft: {
    method: "POST",
    path: "/crm/{version}/{module}/{id}/__email_drafts",
    safety: "unsafe",
    class: "standard",
    scope: "ZohoCRM.modules.{module}.CREATE",
    credits: 1,
    success: [200, 201],
    items: "__email_drafts",
  },
  updateDraft: {
    method: "PUT",
    path: "/crm/{version}/{module}/{id}/__email_drafts/{draftId}",
    safety: "idempotent",
    class: "standard",
    scope: "ZohoCRM.modules.{module}.UPDATE",
    credits: 1,
    success: [200],
    items: "__email_drafts",
  },
  deleteDraft: {
    method: "DELETE",
    path: "/crm/{version}/{module}/{id}/__email_drafts/{draftId}",
    safety: "idempotent",
    class: "standard",
    scope: "ZohoCRM.modules.{module}.DELETE",
    credits: 1,
    success: [200],
    items: "__email_drafts",
  },
} as const;

/** An email of another mail server. */
export interface ForeignEmailInput extends RecordKey {
  readonly from: Mailbox;
  readonly to: readonly Mailbox[];
  readonly cc?: readonly Mailbox[];
  readonly bcc?: readonly Mailbox[];
  readonly subject: string;
  readonly content: string;
  readonly mailFormat?: "html" | "text";
  /** What its own server calls it. */
  readonly originalMessageId: string;
  /** Whether the organization sent it; false for one that it got. */
  readonly sent: boolean;
  /** ISO 8601 with an offset. */
  readonly time: string;
}

/**
 * Makes an email of another mail server one of a record's emails.
 * @throws ZohoError `DUPLICATE_DATA` for one that is there.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/associate-email.html
 */
export async function associateEmail(
  crm: Crm,
  { recordType, recordId, originalMessageId, mailFormat, time, ...same }: ForeignEmailInput,
): Promise<{ data: readonly [JsonObject] }> {
  const email = given({
    ...same,
    mail_format: mailFormat,
    original_message_id: originalMessageId,
    date_time: time,
  });
  const { items } = draftOperations.associateEmail;
  const call = { ...addressOf({ recordType, recordId }), body: { [items]: [email] } };
  return { data: [await sendItem(crm, draftOperations.associateEmail, call)] };
}

/**
 * The drafts of emails of a record.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-email-drafts.html
 */
export async function getEmailDrafts(crm: Crm, key: RecordKey): Promise<{ __email_drafts: JsonObject[] }> {
  const { body } = await crm.send(draftOperations.getDrafts, addressOf(key));
  return { __email_drafts: objectsAt(body, "__email_drafts") };
}

/** What a draft has; it may lack everything but who sends it. */
export interface DraftInput extends RecordKey {
  /** The draft to change; a new one when left out. */
  readonly draftId?: string;
  readonly from: Mailbox;
  readonly to?: readonly Mailbox[];
  readonly cc?: readonly Mailbox[];
  readonly bcc?: readonly Mailbox[];
  readonly subject?: string;
  readonly content?: string;
}

/**
 * Keeps an email of a record as a draft, for somebody to finish and send.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/create-email-drafts.html
 */
export async function saveEmailDraft(
  crm: Crm,
  { recordType, recordId, draftId, from, ...same }: DraftInput,
): Promise<{ __email_drafts: readonly [JsonObject] }> {
  const body = { __email_drafts: [given({ ...same, from: from.email, rich_text: true })] };
  const { path } = addressOf({ recordType, recordId });
  const draft = draftId
    ? await sendItem(crm, draftOperations.updateDraft, { path: { ...path, draftId }, body })
    : await sendItem(crm, draftOperations.createDraft, { path, body });
  return { __email_drafts: [draft] };
}

/**
 * Deletes a draft of an email of a record. Where an earlier try of the request may have deleted it, a second
 * finds nothing, and the record's drafts tell whether it is gone.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/delete-email-drafts.html
 */
export const removeEmailDraft = (
  crm: Crm,
  { draftId, ...key }: RecordKey & { draftId: string },
): Promise<SettingList> =>
  removeSetting(crm, draftOperations.deleteDraft, { path: { ...addressOf(key).path, draftId } }, draftId, {
    remaining: async () => (await getEmailDrafts(crm, key)).__email_drafts,
  });
