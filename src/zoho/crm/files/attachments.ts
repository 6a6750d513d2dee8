import type { JsonObject } from "../../../json";
import { inputError } from "../../http/errors";
import type { Transport } from "../../http/transport";
import { expectItem } from "../items";
import { crmOperations } from "../operations";
import { addressOf, type RecordKey } from "../records/records";

export interface Upload {
  readonly data: Buffer;
  readonly contentType: string;
  readonly name: string;
}

/** Zoho's limit for one attachment; editions may have a lower one. */
const MAX_BYTES = 100 * 1024 * 1024;
/** A large file may take its time. */
const UPLOAD_MS = 150_000;

/** A multipart body with one file in the part that Zoho names `file`. Refuses what is empty or too large before sending. */
export function fileForm({ data, contentType, name }: Upload, maxBytes = MAX_BYTES): FormData {
  if (data.length === 0) throw inputError("crm", `File: ${name} is empty`);
  if (data.length > maxBytes) {
    const mb = (bytes: number) => Math.ceil(bytes / 1024 / 1024);
    throw inputError(
      "crm",
      `File: ${name} has ${mb(data.length)} MB, and Zoho takes at most ${mb(maxBytes)} MB`,
    );
  }
  const form = new FormData();
  form.append("file", new Blob([new Uint8Array(data)], { type: contentType }), name);
  return form;
}

/** What is attached: a file from an earlier step, or a link. */
export interface AttachmentInput extends RecordKey {
  readonly file?: { readonly data: Buffer; readonly contentType: string };
  readonly fileName?: string;
  readonly attachmentUrl?: string;
  readonly attachmentTitle?: string;
}

/**
 * Attaches a file, or a link, to a record.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/upload-attachment.html
 */
export async function addAttachment(
  crm: Transport,
  { file, fileName, attachmentUrl, attachmentTitle, ...key }: AttachmentInput,
): Promise<{ data: JsonObject[] }> {
  const address = addressOf(key);
  if (Boolean(file) === Boolean(attachmentUrl)) {
    throw inputError("crm", "File: expected either a file or an Attachment URL");
  }
  const body = file
    ? fileForm({ ...file, name: fileName ?? "attachment" })
    : linkForm(attachmentUrl, attachmentTitle);
  const answer = await crm.send(crmOperations.uploadAttachment, { ...address, body, timeoutMs: UPLOAD_MS });
  return { data: [expectItem(crm, answer)] };
}

function linkForm(url = "", title?: string): FormData {
  const form = new FormData();
  form.append("attachmentUrl", url);
  if (title) form.append("title", title);
  return form;
}
