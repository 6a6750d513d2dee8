import type { JsonObject } from "../../core/json";
import { inputError } from "../../http/errors";
import { type FileContent, TRANSFER_MS } from "../../http/files";
import { type Crm, removeItem, sendItem } from "../crm";
import { type PagingInput, readList } from "../paging";
import { addressOf, type RecordKey } from "../records/records";
import { download, fileForm } from "./files";

/** Attachments of records. */
export const attachmentOperations = {
  getAttachments: {
    method: "GET",
    path: "/crm/{version}/{module}/{id}/Attachments",
    safety: "safe",
    class: "standard",
    scope: "ZohoCRM.modules.attachments.READ",
    credits: 1,
    success: [200, 204],
    answers: "data",
  },
  uploadAttachment: {
    method: "POST",
    path: "/crm/{version}/{module}/{id}/Attachments",
    safety: "unsafe",
    class: "standard",
    scope: "ZohoCRM.modules.attachments.CREATE",
    credits: 1,
    success: [200, 201, 202],
    items: "data",
  },
  downloadAttachment: {
    method: "GET",
    path: "/crm/{version}/{module}/{id}/Attachments/{attachmentId}",
    safety: "safe",
    class: "standard",
    scope: "ZohoCRM.modules.attachments.READ",
    credits: 1,
    success: [200, 204],
  },
  deleteAttachment: {
    method: "DELETE",
    path: "/crm/{version}/{module}/{id}/Attachments/{attachmentId}",
    safety: "idempotent",
    class: "standard",
    scope: "ZohoCRM.modules.attachments.DELETE",
    credits: 1,
    success: [200, 202],
    items: "data",
  },
} as const;

/** Zoho's limit for one attachment; editions may have a lower one. */
const MAX_MB = 100;

/** What is attached: a file from an earlier step, or a link. */
export interface AttachmentInput extends RecordKey {
  readonly file?: FileContent;
  readonly fileName?: string;
  readonly attachmentUrl?: string;
  readonly attachmentTitle?: string;
}

/**
 * Attaches a file, or a link, to a record.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/upload-attachment.html
 */
export async function addAttachment(
  crm: Crm,
  { file, fileName, attachmentUrl, attachmentTitle, ...key }: AttachmentInput,
): Promise<{ data: JsonObject[] }> {
  const address = addressOf(key);
  if (Boolean(file) === Boolean(attachmentUrl)) {
    throw inputError("crm", "File: expected either a file or an Attachment URL");
  }
  const body = file
    ? fileForm({ ...file, name: fileName ?? "attachment" }, MAX_MB)
    : linkForm(attachmentUrl, attachmentTitle);
  const call = { ...address, body, timeoutMs: TRANSFER_MS };
  return { data: [await sendItem(crm, attachmentOperations.uploadAttachment, call)] };
}

function linkForm(url = "", title?: string): FormData {
  const form = new FormData();
  form.append("attachmentUrl", url);
  if (title) form.append("title", title);
  return form;
}

export interface AttachmentsInput extends RecordKey, PagingInput {
  /** API names; name, size, record, owner and stamps when empty. */
  readonly fields?: readonly string[];
}

const allFields = [
  "File_Name",
  "Size",
  "Parent_Id",
  "Owner",
  "Created_By",
  "Created_Time",
  "Modified_By",
  "Modified_Time",
];

/**
 * The attachments of a record, files and links, by page or all of them.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-attachments.html
 */
export async function getAttachments(
  crm: Crm,
  { recordType, recordId, fields = [], ...paging }: AttachmentsInput,
): Promise<{ data: JsonObject[]; info: JsonObject }> {
  const query = { fields: fields.length > 0 ? fields : allFields };
  const call = { ...addressOf({ recordType, recordId }), query };
  const { rows, info } = await readList(crm, attachmentOperations.getAttachments, call, "data", paging);
  return { data: rows, info };
}

/** One attachment of one record. */
export interface AttachmentKey extends RecordKey {
  readonly attachmentId: string;
}

/** The path that leads to the attachment. */
function pathOf({ attachmentId, ...key }: AttachmentKey) {
  return { path: { ...addressOf(key).path, attachmentId } };
}

/**
 * The file of an attachment. A link has none, which Zoho refuses with `DOWNLOAD_NOT_ALLOWED`.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/download-attachments.html
 */
export const downloadAttachment = (crm: Crm, key: AttachmentKey): Promise<FileContent> =>
  download(
    crm,
    attachmentOperations.downloadAttachment,
    pathOf(key),
    `attachment ${key.attachmentId} of this record`,
  );

/**
 * Deletes an attachment, for good. Where an earlier try of the request may have deleted it, a second finds
 * nothing, and the record's attachments tell whether it is gone.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/delete-attachments.html
 */
export async function removeAttachment(crm: Crm, key: AttachmentKey): Promise<{ data: JsonObject[] }> {
  const { attachmentId: id, ...record } = key;
  const remaining = async () => (await getAttachments(crm, { ...record, fetchAll: true })).data;
  return {
    data: [await removeItem(crm, attachmentOperations.deleteAttachment, pathOf(key), id, { remaining })],
  };
}
