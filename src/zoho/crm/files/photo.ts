import { isObject, type JsonObject } from "../../core/json";
import { ZohoError } from "../../http/errors";
import { type FileContent, TRANSFER_MS } from "../../http/files";
import type { Crm } from "../crm";
import { crmOperations } from "../operations";
import { addressOf, type RecordKey } from "../records/records";
import { download, fileForm } from "./transfer";

/** Zoho's limit for a photo. */
const MAX_MB = 10;

/**
 * Sets the photo of a record, in place of one that is there.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/upload-image.html
 */
export async function uploadPhoto(
  crm: Crm,
  { file, fileName, ...key }: RecordKey & { file: FileContent; fileName?: string },
): Promise<JsonObject> {
  const address = addressOf(key);
  const body = fileForm({ ...file, name: fileName ?? "photo" }, MAX_MB);
  return bodyOf(await crm.send(crmOperations.uploadPhoto, { ...address, body, timeoutMs: TRANSFER_MS }));
}

/**
 * The photo of a record.
 * @throws ZohoError `FILE_NOT_FOUND` when it has none.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/download-image.html
 */
export const downloadPhoto = (crm: Crm, key: RecordKey): Promise<FileContent> =>
  download(crm, crmOperations.getPhoto, addressOf(key), "photo of this record");

/**
 * Takes the photo off a record.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/delete-image.html
 */
export async function removePhoto(crm: Crm, key: RecordKey): Promise<JsonObject> {
  try {
    return bodyOf(await crm.send(crmOperations.deletePhoto, addressOf(key)));
  } catch (error) {
    const isOpen = error instanceof ZohoError && error.resent;
    if (isOpen && (await hasNoPhoto(crm, key)))
      return { code: "SUCCESS", details: {}, message: "the record has no photo", status: "success" };
    throw error;
  }
}

/** Whether a first try without an answer has left nothing to remove. */
const hasNoPhoto = (crm: Crm, key: RecordKey): Promise<boolean> =>
  downloadPhoto(crm, key).then(
    () => false,
    (error: unknown) => error instanceof ZohoError && error.code === "FILE_NOT_FOUND",
  );

const bodyOf = ({ body }: { body: unknown }): JsonObject => (isObject(body) ? body : {});
