import { inputError } from "../../http/errors";
import type { Operation } from "../../http/operation";
import type { Call } from "../../http/request";
import type { Transport } from "../../http/transport";

/** A file with its kind, as it comes from an earlier step and as it is handed on. */
export interface FileContent {
  readonly data: Buffer;
  readonly contentType: string;
}

export interface Upload extends FileContent {
  readonly name: string;
}

/** A large file may take its time. */
export const TRANSFER_MS = 150_000;

const MB = 1024 * 1024;

/**
 * A multipart body with one file in the part that Zoho names `file`. Refuses what is empty or too large before sending.
 * @param maxMb Zoho's limit in megabytes.
 */
export function fileForm({ data, contentType, name }: Upload, maxMb: number): FormData {
  if (data.length === 0) throw inputError("crm", `File: ${name} is empty`);
  if (data.length > maxMb * MB) {
    const size = (data.length / MB).toFixed(1);
    throw inputError("crm", `File: ${name} has ${size} MB, and Zoho takes at most ${maxMb} MB`);
  }
  const form = new FormData();
  form.append("file", new Blob([new Uint8Array(data)], { type: contentType }), name);
  return form;
}

/**
 * A file of Zoho's.
 * @param what names it in the error for when there is none.
 * @throws ZohoError `FILE_NOT_FOUND`; `UNREADABLE_ANSWER` for a page that came in its place.
 */
export async function download(
  crm: Transport,
  operation: Operation,
  call: Call,
  what: string,
): Promise<FileContent> {
  const { status, headers, body } = await crm.send(operation, {
    ...call,
    as: "bytes",
    timeoutMs: TRANSFER_MS,
  });
  if (!Buffer.isBuffer(body)) {
    const message = `There is no ${what}, or the connected user may not see it`;
    throw crm.error({ kind: "notFound", code: "FILE_NOT_FOUND", message });
  }
  const contentType = headers["content-type"] ?? "application/octet-stream";
  // Zoho names the files that it sends; what has no name and is for reading is a page about maintenance or the like.
  if (!headers["content-disposition"] && /^(text\/html|application\/json)/i.test(contentType)) {
    const message = `Zoho answered with a page instead of the ${what}`;
    throw crm.error({ kind: "answer", code: "UNREADABLE_ANSWER", status, message });
  }
  return { data: body, contentType };
}
