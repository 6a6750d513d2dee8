import type { Answer } from "../../core/answer";
import type { Route } from "../../http/route";
import { failure, invalidModule, noContent, ok, refusal } from "../answers";
import { moduleRoute, moduleScopes } from "../call";
import type { Module, RecordData } from "../metadata/types";
import type { CrmOrganization } from "../organization";
import { ofRecord, type RecordCall } from "../records/parent";
import { download } from "./download";

const maxBytes = 10 * 1024 * 1024;
const path = "/:module/:id/photo";

/** The modules whose records have a photo, besides the custom ones. */
const modules = ["Leads", "Contacts", "Accounts", "Products", "Vendors"];

const withPhoto = (handle: (call: RecordCall) => Answer) =>
  ofRecord((call) => {
    const has = call.module.kind === "custom" || modules.includes(call.module.apiName);
    return has ? handle(call) : refusal(invalidModule({ resource_path_index: 0 }));
  });

/** How files of the types that browsers show begin: PNG, JPEG, GIF and BMP. */
const beginnings = ["89504e47", "ffd8ff", "474946", "424d"];

function upload({ organization, module, record, request }: RecordCall): Answer {
  const file = request.files.find(({ field }) => field === "file");
  if (!file) return refusal(failure("INVALID_DATA", "invalid data"));
  if (file.data.length > maxBytes) {
    return refusal(failure("FILE_SIZE_EXCEEDS", "File exceeded its maximum limit", { size: maxBytes }), 413);
  }
  const start = file.data.subarray(0, 4).toString("hex");
  if (!beginnings.some((beginning) => start.startsWith(beginning))) {
    return refusal(failure("INVALID_DATA", "invalid file type"), 415);
  }
  const id = { id: record.id };
  if (record.Locked__s === true) {
    const message = "Sorry, you cannot perform this operation as the record is locked.";
    return refusal(failure("RECORD_LOCKED", message, id));
  }
  if (record.$approval_state === "approval_pending")
    return refusal(failure("NOT_APPROVED", "cannot upload the record image that is not approved yet", id));
  setPhoto(organization, module, record, organization.files.add(file.name, file.contentType, file.data).id);
  return done("photo uploaded successfully");
}

function get({ organization, record }: RecordCall): Answer {
  const file = organization.files.get(String(record.Record_Image));
  return file ? download(file) : noContent;
}

function remove({ organization, module, record }: RecordCall): Answer {
  organization.files.remove(String(record.Record_Image));
  setPhoto(organization, module, record, null);
  return done("Photo deleted");
}

/** The field Record_Image holds the id of the photo. */
function setPhoto(
  organization: CrmOrganization,
  module: Module,
  record: RecordData,
  fileId: string | null,
): void {
  const store = organization.store(module);
  store.put({ ...record, Record_Image: fileId }, organization.writeMoment(store));
}

const done = (message: string): Answer => ok({ code: "SUCCESS", details: {}, message, status: "success" });

export const photoRoutes: Route[] = [
  moduleRoute("crm.photo.get", ["GET", path], withPhoto(get), { scopes: moduleScopes("READ") }),
  moduleRoute("crm.photo.upload", ["POST", path], withPhoto(upload), { scopes: moduleScopes("CREATE") }),
  moduleRoute("crm.photo.delete", ["DELETE", path], withPhoto(remove), { scopes: moduleScopes("DELETE") }),
];
