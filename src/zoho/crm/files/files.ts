import type { JsonObject } from "../../core/json";
import { type FileContent, TRANSFER_MS } from "../../http/files";
import type { Crm } from "../crm";
import { expectItem } from "../items";
import { crmOperations } from "../operations";
import { download, fileForm } from "./transfer";

/** Zoho's limit for a file of a file or image field. */
const MAX_MB = 20;

/**
 * Uploads a file, whose id a file or image field or an email then takes.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/upload-files-to-zfs.html
 */
export async function uploadFile(
  crm: Crm,
  { file, fileName }: { file: FileContent; fileName?: string },
): Promise<{ data: JsonObject[] }> {
  const body = fileForm({ ...file, name: fileName ?? "file" }, MAX_MB);
  return {
    data: [expectItem(crm, await crm.send(crmOperations.uploadFile, { body, timeoutMs: TRANSFER_MS }))],
  };
}

/**
 * A file of a file or image field, by its id.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-file-from-zfs.html
 */
export const downloadFile = (crm: Crm, { fileId }: { fileId: string }): Promise<FileContent> =>
  download(crm, crmOperations.downloadFile, { query: { id: fileId } }, "file of this ID");
