import { type JsonObject, parseJson, textAt } from "../core/json";
import { inputError } from "../http/errors";
import { asFile, type FileContent, fileIn, TRANSFER_MS } from "../http/files";
import type { Answer } from "../http/judge";
import type { Call } from "../http/request";
import { type Crm, expectItem, sendItem } from "./crm";
import { given } from "./email";
import { addressOf } from "./records/records";

/** Documents that templates of Zoho Writer make of records. */
export const mailMergeOperations = {
  sendMailMerge: {
    method: "POST",
    path: "/crm/{version}/{module}/{id}/actions/send_mail_merge",
    safety: "unsafe",
    class: "standard",
    scope:
      "ZohoCRM.settings.mailmerge.CREATE and ZohoCRM.settings.emails.ALL and ZohoWriter.documentEditor.ALL and ZohoWriter.merge.ALL",
    credits: 1,
    success: [200, 201, 202],
    items: "send_mail_merge",
  },
  signMailMerge: {
    method: "POST",
    path: "/crm/{version}/{module}/{id}/actions/sign_mail_merge",
    safety: "unsafe",
    class: "standard",
    scope:
      "ZohoCRM.settings.mailmerge.CREATE and ZohoWriter.documentEditor.ALL and ZohoWriter.merge.ALL and ZohoSign.documents.ALL",
    credits: 1,
    success: [200, 201, 202],
    items: "sign_mail_merge",
  },
  // It makes a document and keeps nothing of it. Zoho charges one that it refuses with a single credit.
  downloadMailMerge: {
    method: "POST",
    path: "/crm/{version}/{module}/{id}/actions/download_mail_merge",
    safety: "safe",
    class: "standard",
    scope: "ZohoCRM.settings.mailmerge.CREATE and ZohoWriter.documentEditor.ALL and ZohoWriter.merge.ALL",
    credits: 5,
    success: [200],
  },
} as const;

/** A record, and the template that makes a document of it: by its name or by its ID. */
interface MergeInput {
  readonly recordType: string;
  readonly recordId: string;
  readonly templateName?: string;
  readonly templateId?: string;
}

export interface SendMailMergeInput extends MergeInput {
  /** One of the addresses that the connected user may send from. */
  readonly from?: string;
  /** Email addresses, or merge fields such as `${!Leads.Email}`; so are those of copies. */
  readonly to?: readonly string[];
  readonly cc?: readonly string[];
  readonly bcc?: readonly string[];
  readonly subject?: string;
  readonly message?: string;
  readonly attachmentType?: "inline" | "attachment";
  readonly attachmentName?: string;
}

/** Someone who signs or approves a document. */
export interface Signer {
  readonly name: string;
  /** An email address, or a merge field that holds one. */
  readonly recipient: string;
  readonly action: "sign" | "approve";
}

export interface SignMailMergeInput extends MergeInput {
  readonly fileName: string;
  readonly signers?: readonly Signer[];
  readonly signInOrder?: boolean;
}

export interface DownloadMailMergeInput extends MergeInput {
  readonly outputFormat?: "pdf" | "docx" | "html";
  readonly fileName?: string;
  /** What opens the PDF. */
  readonly password?: string;
}

/** The call that makes a document of a record, which may take Zoho a minute. */
function mergeCall(
  key: string,
  { templateName, templateId, recordType, recordId }: MergeInput,
  values: JsonObject,
): Call {
  if (Boolean(templateName) === Boolean(templateId)) {
    const got = templateId ? "both" : "neither";
    throw inputError("crm", `Template Name: expected either a name or a Template ID, got ${got}`);
  }
  const template = templateId ? { id: templateId } : { name: templateName };
  const body = { [key]: [given({ mail_merge_template: template, ...values })] };
  return { ...addressOf({ recordType, recordId }), body, timeoutMs: TRANSFER_MS };
}

const addressee = (value: string) => ({ type: value.startsWith("${") ? "merge_field" : "email", value });

/**
 * Sends by email the document that a template makes of a record. It is never sent twice: where Zoho does not
 * answer, the error is `OUTCOME_UNKNOWN`.
 * @returns what Zoho says of the merge, which runs from then on; its report stands under `report_link`.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/send-mail-merge.html
 */
export async function sendMailMerge(
  crm: Crm,
  input: SendMailMergeInput,
): Promise<{ send_mail_merge: readonly [JsonObject] }> {
  const { from, to = [], cc = [], bcc = [], subject, message, attachmentType, attachmentName } = input;
  const call = mergeCall("send_mail_merge", input, {
    from_address: from === undefined ? undefined : addressee(from),
    to_address: to.map(addressee),
    cc_email: cc.map(addressee),
    bcc_email: bcc.map(addressee),
    subject,
    message,
    type: attachmentType,
    attachment_name: attachmentName,
  });
  return { send_mail_merge: [await sendItem(crm, mailMergeOperations.sendMailMerge, call)] };
}

/**
 * Sends the document that a template makes of a record to those who sign or approve it, by Zoho Sign. It is
 * never sent twice: where Zoho does not answer, the error is `OUTCOME_UNKNOWN`.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/sign-mail-merge.html
 */
export async function signMailMerge(
  crm: Crm,
  input: SignMailMergeInput,
): Promise<{ sign_mail_merge: readonly [JsonObject] }> {
  const call = mergeCall("sign_mail_merge", input, {
    file_name: input.fileName,
    sign_in_order: input.signInOrder || undefined,
    signers: input.signers?.map(({ name, recipient, action }) => ({
      recipient_name: name,
      action_type: action,
      recipient: addressee(recipient),
    })),
  });
  return { sign_mail_merge: [await sendItem(crm, mailMergeOperations.signMailMerge, call)] };
}

/**
 * The document that a template makes of a record.
 * @throws ZohoError of kind `input` for a password where the document is no PDF.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/download-mail-merge.html
 */
export async function downloadMailMerge(crm: Crm, input: DownloadMailMergeInput): Promise<FileContent> {
  const { outputFormat = "pdf", fileName, password } = input;
  if (password && outputFormat !== "pdf")
    throw inputError(
      "crm",
      `Password: expected none, for only a PDF has one, and the format is ${outputFormat}`,
    );
  const call = mergeCall("download_mail_merge", input, {
    output_format: outputFormat,
    file_name: fileName,
    password,
  });
  const answer = await crm.send(mailMergeOperations.downloadMailMerge, { ...call, ...asFile });
  expectDocument(crm, answer);
  return fileIn(crm.transport, answer, "document of this record");
}

/**
 * Zoho names its JSON as it does a file, and makes no document of that kind.
 * @throws ZohoError for an answer in JSON: the refusal in it, or `UNREADABLE_ANSWER`.
 */
function expectDocument(crm: Crm, { status, headers, body }: Answer): void {
  if (!Buffer.isBuffer(body) || !/json/i.test(headers["content-type"] ?? "")) return;
  const operation = { ...mailMergeOperations.downloadMailMerge, items: "download_mail_merge" };
  const said = expectItem(crm, operation, { status, body: jsonIn(body) });
  const message = `Zoho sent no document and says ${JSON.stringify(textAt(said, "message") ?? "nothing")}`;
  throw crm.error({ kind: "answer", code: "UNREADABLE_ANSWER", status, message });
}

function jsonIn(bytes: Buffer): unknown {
  try {
    return parseJson(bytes.toString("utf8"));
  } catch {
    return undefined;
  }
}
