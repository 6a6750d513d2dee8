import { writeFile } from "node:fs/promises";
import { isObject, type JsonObject } from "../../core/json";
import { ZohoError } from "../../http/errors";
import {
  asFile,
  type FileContent,
  fileIn,
  fileForm as formOf,
  TRANSFER_MS,
  type Upload,
} from "../../http/files";
import type { Operation } from "../../http/operation";
import { settledBy } from "../../http/outcome";
import type { Call } from "../../http/request";
import { type Crm, sendItem } from "../crm";
import { addressOf, type RecordKey } from "../records/records";

/** Photos of records, and files for fields and emails. */
export const fileOperations = {
  getPhoto: {
    method: "GET",
    path: "/crm/{version}/{module}/{id}/photo",
    safety: "safe",
    class: "standard",
    scope: "ZohoCRM.modules.{module}.READ",
    credits: 1,
    success: [200, 204],
  },
  uploadPhoto: {
    method: "POST",
    path: "/crm/{version}/{module}/{id}/photo",
    safety: "idempotent",
    class: "standard",
    scope: "ZohoCRM.modules.{module}.CREATE",
    credits: 1,
    success: [200, 201],
    tells: "code",
  },
  deletePhoto: {
    method: "DELETE",
    path: "/crm/{version}/{module}/{id}/photo",
    safety: "idempotent",
    class: "standard",
    scope: "ZohoCRM.modules.{module}.DELETE",
    credits: 1,
    success: [200],
    tells: "code",
  },
  // A file that is uploaded twice does no harm: only the one whose id comes back is ever used.
  uploadFile: {
    method: "POST",
    path: "/crm/{version}/files",
    safety: "idempotent",
    class: "standard",
    scope: "ZohoCRM.files.CREATE",
    credits: 1,
    success: [200, 201],
    items: "data",
  },
  downloadFile: {
    method: "GET",
    path: "/crm/{version}/files",
    safety: "safe",
    class: "standard",
    scope: "ZohoCRM.files.READ",
    credits: 1,
    success: [200, 204],
  },
  getOrganizationPhoto: {
    method: "GET",
    path: "/crm/{version}/org/photo",
    safety: "safe",
    class: "standard",
    scope: "ZohoCRM.org.READ",
    credits: 1,
    success: [200, 204],
  },
  uploadOrganizationPhoto: {
    method: "POST",
    path: "/crm/{version}/org/photo",
    safety: "idempotent",
    class: "standard",
    scope: "ZohoCRM.org.CREATE",
    credits: 1,
    success: [200, 201],
    tells: "code",
  },
} as const;

/**
 * A multipart body with one file in the part that Zoho CRM looks for; `maxMb` is Zoho's limit in megabytes.
 */
export const fileForm = (upload: Upload, maxMb: number): FormData =>
  formOf(upload, { product: "crm", part: "file", maxMb });

/** A file of Zoho CRM's; `what` names it in the error for when there is none. */
export const download = async (
  crm: Crm,
  operation: Operation,
  call: Call,
  what: string,
): Promise<FileContent> => fileIn(crm.transport, await crm.send(operation, { ...call, ...asFile }), what);

/**
 * Saves a file of Zoho CRM's under a path as it comes, so that it is never in memory as a whole.
 * @param what names it in the error for when there is none.
 */
export async function saveFile(
  crm: Crm,
  operation: Operation,
  call: Call,
  { file, what }: { readonly file: string; readonly what: string },
): Promise<void> {
  const answer = await crm.send(operation, { ...call, ...asFile, saveTo: file });
  if (answer.body !== file) await writeFile(file, fileIn(crm.transport, answer, what).data);
}

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
    data: [await sendItem(crm, fileOperations.uploadFile, { body, timeoutMs: TRANSFER_MS })],
  };
}

/**
 * A file of a file or image field, by its id.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-file-from-zfs.html
 */
export const downloadFile = (crm: Crm, { fileId }: { fileId: string }): Promise<FileContent> =>
  download(crm, fileOperations.downloadFile, { query: { id: fileId } }, "file of this ID");

/** Zoho's limit for a photo. */
const MAX_PHOTO_MB = 10;

/**
 * Sets the photo of a record, in place of one that is there.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/upload-image.html
 */
export async function uploadPhoto(
  crm: Crm,
  { file, fileName, ...key }: RecordKey & { file: FileContent; fileName?: string },
): Promise<JsonObject> {
  const address = addressOf(key);
  const body = fileForm({ ...file, name: fileName ?? "photo" }, MAX_PHOTO_MB);
  return bodyOf(await crm.send(fileOperations.uploadPhoto, { ...address, body, timeoutMs: TRANSFER_MS }));
}

/**
 * The photo of a record.
 * @throws ZohoError `FILE_NOT_FOUND` when it has none.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/download-image.html
 */
export const downloadPhoto = (crm: Crm, key: RecordKey): Promise<FileContent> =>
  download(crm, fileOperations.getPhoto, addressOf(key), "photo of this record");

/** Zoho's limit for the picture of an organization. */
const MAX_LOGO_MB = 1;

/**
 * Sets the picture of the organization, in place of one that is there.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/upload-org-img.html
 */
export async function uploadOrganizationPhoto(
  crm: Crm,
  { file, fileName }: { file: FileContent; fileName?: string },
): Promise<JsonObject> {
  const body = fileForm({ ...file, name: fileName ?? "photo" }, MAX_LOGO_MB);
  const call = { body, timeoutMs: TRANSFER_MS };
  return bodyOf(await crm.send(fileOperations.uploadOrganizationPhoto, call));
}

/**
 * The picture of the organization.
 * @throws ZohoError `FILE_NOT_FOUND` when it has none.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/get-org-img.html
 */
export const downloadOrganizationPhoto = (crm: Crm): Promise<FileContent> =>
  download(crm, fileOperations.getOrganizationPhoto, {}, "picture of the organization");

/**
 * Takes the photo off a record.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/delete-image.html
 */
export async function removePhoto(crm: Crm, key: RecordKey): Promise<JsonObject> {
  try {
    return bodyOf(await crm.send(fileOperations.deletePhoto, addressOf(key)));
  } catch (error) {
    if (!(error instanceof ZohoError && error.resent && error.kind !== "unknown")) throw error;
    return settledBy(crm, error, async () => ((await hasPhoto(crm, key)) ? undefined : noPhoto));
  }
}

const noPhoto = { code: "SUCCESS", details: {}, message: "the record has no photo", status: "success" };

async function hasPhoto(crm: Crm, key: RecordKey): Promise<boolean> {
  try {
    await downloadPhoto(crm, key);
    return true;
  } catch (error) {
    if (error instanceof ZohoError && error.code === "FILE_NOT_FOUND") return false;
    throw error;
  }
}

const bodyOf = ({ body }: { body: unknown }): JsonObject => (isObject(body) ? body : {});
