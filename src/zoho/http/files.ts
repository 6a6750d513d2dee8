import { inputError } from "./errors";
import type { Answer } from "./judge";
import type { Product } from "./operation";
import type { Call } from "./request";
import type { Transport } from "./transport";

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

export interface FileLimits {
  readonly product: Product;
  /** The part of the multipart body that Zoho looks for. */
  readonly part: string;
  /** Zoho's limit in megabytes. */
  readonly maxMb: number;
}

/** A multipart body with one file. Refuses what is empty or too large before sending. */
export function fileForm(
  { data, contentType, name }: Upload,
  { product, part, maxMb }: FileLimits,
): FormData {
  if (data.length === 0) throw inputError(product, `File: ${name} is empty`);
  if (data.length > maxMb * MB) {
    const size = (data.length / MB).toFixed(1);
    throw inputError(product, `File: ${name} has ${size} MB, and Zoho takes at most ${maxMb} MB`);
  }
  const form = new FormData();
  form.append(part, new Blob([new Uint8Array(data)], { type: contentType }), name);
  return form;
}

/** What turns the call for an ordinary answer into one for a file. */
export const asFile = { as: "bytes", timeoutMs: TRANSFER_MS } as const satisfies Call;

/**
 * The file that an answer holds.
 * @param what names it in the error for when there is none.
 * @throws ZohoError `FILE_NOT_FOUND`; `UNREADABLE_ANSWER` for a page that came in its place.
 */
export function fileIn(zoho: Transport, { status, headers, body }: Answer, what: string): FileContent {
  if (!Buffer.isBuffer(body)) {
    const message = `There is no ${what}, or the connected user may not see it`;
    throw zoho.error({ kind: "notFound", code: "FILE_NOT_FOUND", message });
  }
  const contentType = headers["content-type"] ?? "application/octet-stream";
  // Zoho names the files that it sends; what has no name and is for reading is a page about maintenance or
  // the like.
  if (!headers["content-disposition"] && /^(text\/html|application\/json)/i.test(contentType)) {
    const message = `Zoho answered with a page instead of the ${what}`;
    throw zoho.error({ kind: "answer", code: "UNREADABLE_ANSWER", status, message });
  }
  return { data: body, contentType };
}
