import type { Answer } from "../../core/answer";
import { refusals } from "../../http/refusals";
import type { Route } from "../../http/route";
import { failure, invalidId, missingParam, noContent, ok, refusal } from "../answers";
import { type ModuleCall, moduleRoute, moduleScopes, scope } from "../call";
import type { Module, RecordData } from "../metadata/types";
import { isObject, listOf, textOf } from "../objects";
import { listBelow } from "../records/read/listBelow";
import { failed, type ItemResult, resultsAnswer } from "../records/write/results";
import { stampsOf } from "../records/write/writing";
import { download } from "./download";
import { tooLarge } from "./files";

const maxBytes = 100 * 1024 * 1024;

const path = "/:module/:id/Attachments";

interface AttachmentCall extends ModuleCall {
  attachments: Module;
  parent: RecordData;
}

/**
 * A handler that is given the record whose attachments are meant. Besides the scope of attachments it needs
 * one of the record's module.
 */
const ofRecord =
  (operation: "READ" | "CREATE" | "DELETE", handle: (call: AttachmentCall) => Answer) =>
  (call: ModuleCall): Answer => {
    const { request } = call;
    if (!moduleScopes(operation)(request).some(request.holdsScope)) return refusals.crm.scope;
    const attachments = call.organization.schema.get("Attachments");
    const parent = call.organization.store(call.module).get(call.request.params.id ?? "");
    if (attachments && parent) return handle({ ...call, attachments, parent });
    const details = { resource_path_index: 1 };
    return refusal(failure("INVALID_DATA", "the related id given seems to be invalid", details));
  };

/**
 * `POST`: a file in the part `file`, or a link in the field `attachmentUrl` with its `title`. Answers 200,
 * not 201.
 */
function upload(call: AttachmentCall): Answer {
  const { organization, request } = call;
  const file = request.files.find(({ field }) => field === "file");
  if (file) {
    if (file.data.length > maxBytes) return refusal(tooLarge, 413);
    const { id } = organization.files.add(file.name, file.contentType, file.data);
    return added(call, {
      File_Name: file.name,
      Size: String(file.data.length),
      $type: "Attachment",
      $file_id: id,
    });
  }
  const form = isObject(request.body) ? request.body : {};
  const url = textOf(form.attachmentUrl) ?? request.query.get("attachmentUrl");
  if (!url) return refusal(failure("MANDATORY_NOT_FOUND", "required field not found"));
  if (!URL.canParse(url) || !/^(https?|ftp):/i.test(url)) return refusal(badUrl);
  return added(call, { File_Name: textOf(form.title) ?? url, Size: "0", $type: "Link", $link_url: url });
}

function added({ organization, module, parent, attachments }: AttachmentCall, values: object): Answer {
  const user = organization.currentUser.asOwner;
  const now = organization.now();
  const record: RecordData = {
    id: organization.ids.next(),
    Owner: user,
    ...values,
    Parent_Id: organization.store(module).reference(parent.id),
    $se_module: module.apiName,
    Created_By: user,
    Created_Time: now,
    Modified_By: user,
    Modified_Time: now,
  };
  const store = organization.store(attachments);
  store.put(record, organization.writeMoment(store));
  const details = stampsOf(record);
  return ok({
    data: [{ code: "SUCCESS", details, message: "attachment uploaded successfully", status: "success" }],
  });
}

const list = (call: AttachmentCall): Answer =>
  listBelow({ ...call, module: call.attachments }, own(call), attachmentJson);

/** The attachments of the record that the caller can see. */
function own({ organization, attachments, parent }: AttachmentCall): RecordData[] {
  const view = organization.view(attachments);
  return [...organization.store(attachments).find("Parent_Id", parent.id)].flatMap(
    (id) => view.get(id) ?? [],
  );
}

const properties = {
  $editable: true,
  $field_states: null,
  $file_id: null,
  $link_url: null,
  $sharing_permission: "full_access",
  $state: "save",
};

/** The fields that are asked for, with the `$` keys that every attachment has. */
function attachmentJson(_: Module, record: RecordData, names: readonly string[]): RecordData {
  const wanted = names.filter((name) => name in record);
  const special = Object.entries(record).filter(([key]) => key.startsWith("$"));
  return {
    ...properties,
    ...Object.fromEntries(special),
    ...Object.fromEntries(wanted.map((name) => [name, record[name]])),
    id: record.id,
  };
}

function find(call: AttachmentCall): RecordData | undefined {
  return own(call).find(({ id }) => id === call.request.params.attachmentId);
}

function downloadOne(call: AttachmentCall): Answer {
  const attachment = find(call);
  if (!attachment) return noContent;
  if (attachment.$type === "Link")
    return refusal(failure("DOWNLOAD_NOT_ALLOWED", "As it is a linked attachment, you can not download it"));
  const file = call.organization.files.get(String(attachment.$file_id));
  return file ? download(file) : noContent;
}

function remove(
  { organization, attachments }: AttachmentCall,
  record: RecordData | undefined,
  id: string,
): ItemResult {
  if (!record) return failed(invalidId({ id }));
  const store = organization.store(attachments);
  store.remove(id, organization.writeMoment(store));
  organization.files.remove(String(record.$file_id));
  return { code: "SUCCESS", details: { id }, message: "record deleted", status: "success" };
}

function removeOne(call: AttachmentCall): Answer {
  const attachment = find(call);
  if (!attachment) return refusal(failure("INVALID_DATA", "record not deleted", { resource_path_index: 3 }));
  const result = remove(call, attachment, attachment.id);
  return resultsAnswer([result], 200, call.version);
}

function removeMany(call: AttachmentCall): Answer {
  const ids = listOf(call.request.query.get("ids"));
  if (ids.length === 0) return refusal(missingParam("ids"));
  const records = own(call);
  const results = ids.map((id) =>
    remove(
      call,
      records.find((record) => record.id === id),
      id,
    ),
  );
  return resultsAnswer(results, 200, call.version);
}

const badUrl = failure("INVALID_URL_PATTERN", "the given attachment URL is incorrect");

const read = { scopes: scope("ZohoCRM.modules.attachments.READ") };
const create = { scopes: scope("ZohoCRM.modules.attachments.CREATE") };
const erase = { scopes: scope("ZohoCRM.modules.attachments.DELETE") };

export const attachmentRoutes: Route[] = [
  moduleRoute("crm.attachments.list", ["GET", path], ofRecord("READ", list), read),
  moduleRoute("crm.attachments.upload", ["POST", path], ofRecord("CREATE", upload), create),
  moduleRoute(
    "crm.attachments.download",
    ["GET", `${path}/:attachmentId`],
    ofRecord("READ", downloadOne),
    read,
  ),
  moduleRoute(
    "crm.attachments.delete",
    ["DELETE", `${path}/:attachmentId`],
    ofRecord("DELETE", removeOne),
    erase,
  ),
  moduleRoute("crm.attachments.deleteMany", ["DELETE", path], ofRecord("DELETE", removeMany), erase),
];
