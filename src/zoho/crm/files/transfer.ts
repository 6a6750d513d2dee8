import { asFile, type FileContent, fileIn, fileForm as formOf, type Upload } from "../../http/files";
import type { Operation } from "../../http/operation";
import type { Call } from "../../http/request";
import type { Crm } from "../crm";

/** A multipart body with one file in the part that Zoho CRM looks for; `maxMb` is Zoho's limit in megabytes. */
export const fileForm = (upload: Upload, maxMb: number): FormData =>
  formOf(upload, { product: "crm", part: "file", maxMb });

/** A file of Zoho CRM's; `what` names it in the error for when there is none. */
export const download = async (
  crm: Crm,
  operation: Operation,
  call: Call,
  what: string,
): Promise<FileContent> => fileIn(crm.transport, await crm.send(operation, { ...call, ...asFile }), what);
