import type { Answer } from "../../core/answer";
import type { Route } from "../../http/route";
import { failure, missingParam, noContent, ok, refusal } from "../answers";
import { type CrmCall, crmRoute, scope } from "../call";
import { download } from "./download";

const maxFiles = 10;
const maxBytes = 20 * 1024 * 1024;

/** `POST /files`: uploads for file and image fields, which then take the ids that are answered. */
function uploadFiles({ organization, request }: CrmCall): Answer {
  const files = request.files.filter(({ field }) => field === "file");
  if (files.length === 0 || files.some(({ data }) => data.length === 0)) return refusal(noFile);
  if (files.length > maxFiles) return refusal(tooManyFiles);
  if (files.some(({ data }) => data.length > maxBytes)) return refusal(tooLarge, 415);
  return ok({
    data: files.map(({ name, contentType, data }) => ({
      code: "SUCCESS",
      details: { name, id: organization.files.add(name, contentType, data).id },
      message: `${name} uploaded successfully`,
      status: "success",
    })),
  });
}

function getFile({ organization, request }: CrmCall): Answer {
  const id = request.query.get("id");
  if (!id) return refusal(missingParam("id"));
  const file = organization.files.get(id);
  return file ? download(file) : noContent;
}

const noFile = failure(
  "failure_in_attachment_handling",
  "Problem in uploading attachment. kindly upload the file properly",
);

const tooManyFiles = failure(
  "INVALID_REQUEST",
  "unable to process your request. please verify whether you have entered proper method name, parameter and parameter values.",
);

/** What a file over a size limit is refused with. */
export const tooLarge = failure(
  "FILE_SIZE_MORE_THAN_ALLOWED_SIZE",
  "Please check if the size of the file is in the correct range",
);

export const fileRoutes: Route[] = [
  crmRoute("crm.files.upload", ["POST", "/files"], uploadFiles, { scopes: scope("ZohoCRM.files.CREATE") }),
  crmRoute("crm.files.get", ["GET", "/files"], getFile, { scopes: scope("ZohoCRM.files.READ") }),
];
