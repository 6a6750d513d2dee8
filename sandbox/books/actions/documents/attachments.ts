import type { Answer } from "../../../core/answer";
import type { Route } from "../../../http/route";
import { type BooksCall, done } from "../../call";
import type { BooksOrganization, StoredFile } from "../../core/organization";
import { doesNotExist, invalidValue, Refusal } from "../../core/refusal";
import { isTrue, type Row } from "../../core/values";
import { setFields } from "../../engine/write";
import { idOf, type RecordType } from "../../table/recordType";
import { recordAction } from "../action";

const MEGABYTE = 1024 * 1024;
/** The greatest file that is taken, in bytes. */
const FILE_LIMIT_BYTES = 10 * MEGABYTE;

type Heading = "attachment" | "receipt";

/** What Books says of a type's files; without a message there is no such call. */
interface Files {
  path: string;
  heading?: Heading;
  add: string;
  status?: 201;
  get?: true;
  prefer?: string;
  remove?: string;
  /** Whether the answer to an added file describes it. */
  describes?: true;
}

const all: readonly Files[] = [
  {
    path: "invoices",
    add: "Your file has been successfully attached to the invoice.",
    get: true,
    prefer: "Invoice information has been updated.",
    remove: "Your file is no longer attached to the invoice.",
  },
  {
    path: "salesorders",
    add: "Your file has been successfully attached to the sales order.",
    status: 201,
    get: true,
    prefer: "Sales Oder Updated Successfully.",
    remove: "Your file is no longer attached to the sales order.",
  },
  { path: "retainerinvoices", add: "Your file has been attached.", get: true },
  {
    path: "bills",
    add: "The document has been attached.",
    status: 201,
    get: true,
    remove: "The attachment has been deleted.",
  },
  {
    path: "purchaseorders",
    add: "The document has been attached.",
    status: 201,
    get: true,
    prefer: "Purchase Order has been updated.",
    remove: "The attachment has been deleted.",
  },
  { path: "journals", add: "Your file has been successfully attached to the journal.", status: 201 },
  { path: "expenses", add: "The expense attachment has been attached.", describes: true },
  {
    path: "expenses",
    heading: "receipt",
    add: "The expense receipt has been attached.",
    get: true,
    remove: "The attached expense receipt has been deleted.",
  },
];

/** Shows in a record what is attached to it. */
function showFiles(organization: BooksOrganization, type: RecordType, row: Row, heading: Heading): void {
  const files = organization.filesOf(idOf(type, row), heading);
  const [first] = files;
  const shown =
    heading === "receipt"
      ? { expense_receipt_name: first?.name ?? "", expense_receipt_type: first?.name.split(".").at(-1) ?? "" }
      : {
          has_attachment: files.length > 0,
          attachment_name: first?.name ?? "",
          can_send_in_mail: files.some((file) => file.canSendInMail),
          documents: files.map(describe),
        };
  setFields(organization, type, row, shown);
}

const describe = ({ id, name, contentType, data }: StoredFile) => ({
  document_id: id,
  file_name: name,
  file_type: contentType,
  file_size: data.length,
});

/** The kinds of file that Books takes, by the end of their names. */
const kinds = /\.(gif|png|jpe?g|bmp|pdf|xlsx?|docx?)$/i;

/** Whether a file's name is one that Books takes. */
const isTaken = (name: string, { behaviours }: BooksOrganization): boolean =>
  kinds.test(name) && (behaviours.booksFileNames === "taken" || /^[\w.-]+$/.test(name));

/** Attaches the files of a multipart body; a receipt takes the place of the one before. */
function add({ path, heading = "attachment", add: message, status, describes }: Files): Route {
  return recordAction("POST", path, heading, ({ organization, request, query }, row, type) => {
    const given = request.files.filter((file) => file.field === heading);
    if (given.length === 0) throw invalidValue(heading);
    if (given.some(({ name }) => !isTaken(name, organization))) throw invalidValue(heading);
    if (given.some((file) => file.data.length > FILE_LIMIT_BYTES)) {
      throw new Refusal(413, 413, `A file may have up to ${FILE_LIMIT_BYTES / MEGABYTE} MB.`);
    }
    const files = organization.filesOf(idOf(type, row), heading);
    if (heading === "receipt") files.length = 0;
    const canSendInMail = isTrue(query.get("can_send_in_mail"));
    const added = given.map(({ name, contentType, data }) => ({
      id: organization.nextId(),
      name,
      contentType,
      data,
      canSendInMail,
    }));
    files.push(...added);
    showFiles(organization, type, row, heading);
    return done(message, describes ? { documents: added.map(describe) } : {}, status ?? 200);
  });
}

/** A file as it was attached. */
export const fileAnswer = ({ data, name, contentType }: StoredFile): Answer => ({
  status: 200,
  body: data,
  headers: {
    "Content-Type": contentType,
    "Content-Disposition": `attachment; filename="${encodeURIComponent(name)}"`,
  },
});

function get({ path, heading = "attachment" }: Files): Route {
  return recordAction(
    "GET",
    path,
    heading,
    ({ organization }, row, type) => {
      const [file] = organization.filesOf(idOf(type, row), heading);
      if (!file) throw doesNotExist("Attachment");
      return fileAnswer(file);
    },
    { name: `${heading}/get` },
  );
}

function prefer({ path }: Files, message: string): Route {
  return recordAction(
    "PUT",
    path,
    "attachment",
    ({ organization, query }, row, type) => {
      const canSendInMail = query.get("can_send_in_mail");
      if (canSendInMail === null) throw invalidValue("can_send_in_mail");
      for (const file of organization.filesOf(idOf(type, row), "attachment"))
        file.canSendInMail = isTrue(canSendInMail);
      showFiles(organization, type, row, "attachment");
      return done(message);
    },
    { name: "attachment/update" },
  );
}

function remove({ path, heading = "attachment" }: Files, message: string): Route {
  return recordAction(
    "DELETE",
    path,
    heading,
    ({ organization }, row, type) => {
      const files = organization.filesOf(idOf(type, row), heading);
      if (files.length === 0) throw doesNotExist("Attachment");
      files.length = 0;
      showFiles(organization, type, row, heading);
      return done(message);
    },
    { name: `${heading}/delete` },
  );
}

/** The attached file that a call's path names by `document_id`; throws a Refusal where there is none. */
function documentOf({ organization, params }: BooksCall, id: string): [StoredFile[], number, StoredFile] {
  const files = organization.filesOf(id, "attachment");
  const index = files.findIndex((file) => file.id === params.document_id);
  const file = files[index];
  if (!file) throw doesNotExist("Document");
  return [files, index, file];
}

const removeDocument = (path: string, message: string): Route =>
  recordAction(
    "DELETE",
    path,
    "documents/:document_id",
    (call, row, type) => {
      const [files, index] = documentOf(call, idOf(type, row));
      files.splice(index, 1);
      showFiles(call.organization, type, row, "attachment");
      return done(message);
    },
    { name: "documents/delete" },
  );

/** Files attached to records: added, fetched, sent along or not, and taken off. */
export const attachmentRoutes: Route[] = [
  ...all.flatMap((files) => [
    add(files),
    ...(files.get ? [get(files)] : []),
    ...(files.prefer ? [prefer(files, files.prefer)] : []),
    ...(files.remove ? [remove(files, files.remove)] : []),
  ]),
  recordAction(
    "GET",
    "invoices",
    "documents/:document_id",
    (call, row, type) => {
      const [, , file] = documentOf(call, idOf(type, row));
      return done("success", { document: { ...describe(file), document_name: file.name } });
    },
    { name: "documents/get" },
  ),
  removeDocument("invoices", "The document has been deleted successfully."),
  removeDocument("retainerinvoices", "Your file is no longer attached to the invoice."),
];
