import type { Answer } from "../../../core/answer";
import { failure, ok, refusal } from "../../answers";
import type { CrmCall } from "../../call";
import { perOrganization } from "../../perOrganization";
import { unzipped } from "../zip";

/** The files of uploaded archives, by the id of the upload. */
export const uploadsOf = perOrganization(() => new Map<string, ReadonlyMap<string, Buffer>>());

const MOST_BYTES = 25 * 1024 * 1024;

const badHeaders: Answer = {
  status: 400,
  body: { ERROR_CODE: "INVALID_HEADERS", ERROR_MESSAGE: "Bad Request" },
  headers: { "x-error": "check if headers [feature, X-CRM-ORG] are present and valid" },
};

/** `POST /crm/{version}/upload` on the host for uploads. */
export async function upload({ organization, request }: CrmCall): Promise<Answer> {
  const { headers, files } = request;
  if (headers.feature !== "bulk-write" || headers["x-crm-org"] !== organization.zgid) return badHeaders;
  const file = files.find(({ field }) => field === "file");
  if (file && file.data.length > MOST_BYTES)
    return refusal(failure("FILE_TOO_LARGE", "file size should be less than 25 MB"), 413);
  const contents = file && (await unzipped(file.data));
  if (!file || !contents)
    return refusal(failure("INVALID_FILE_FORMAT", "invalid file format. only zip format is supported"));
  const uploads = uploadsOf(organization);
  // The SDK of v8 reads it as the number that it is.
  const file_id = organization.ids.next();
  uploads.set(file_id, contents);
  return ok({
    status: "success",
    code: "FILE_UPLOAD_SUCCESS",
    message: "file uploaded.",
    details: { file_id, created_time: organization.now() },
  });
}
