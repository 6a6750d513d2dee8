import { input } from "@prismatic-io/spectral";
import { aFile, crmAction } from "../../define";
import { fieldList, limitedText, requiredId } from "../../inputs/cleaners";
import { debugRequest } from "../../inputs/connection";
import { file, fileName } from "../../inputs/files";
import { updatableModule, viewableModule } from "../../inputs/modules";
import { pagingInputs } from "../../inputs/paging";
import { fields, recordId } from "../../inputs/records";
import {
  addAttachment,
  downloadAttachment,
  getAttachments,
  removeAttachment,
} from "../../zoho/crm/files/attachments";
import { owner, pageInfo, time } from "./exampleValues";

const attachmentFields = input({
  ...fields,
  dataSource: undefined,
  placeholder: "Enter a field's API name",
  comments:
    "The API names of the fields to return, at most 50. Leave empty for name, size, record, owner, and who attached and changed it when.",
  example: "File_Name",
  clean: fieldList("Fields"),
});

const attachedModule = input({ ...updatableModule, default: "Leads" });

const attachmentId = input({
  label: "Attachment ID",
  type: "string",
  required: true,
  dataSource: "selectAttachment",
  placeholder: "Select an attachment",
  comments: "The unique identifier of the attachment.",
  example: "5725767000000530001",
  clean: requiredId("Attachment ID"),
});

const attachmentUrl = input({
  label: "Attachment URL",
  type: "string",
  placeholder: "Enter a URL",
  comments: "The URL to attach as a link, instead of a file. Maximum is 3,000 characters.",
  example: "https://example.com/contract.pdf",
  clean: (value: unknown) => {
    const url = limitedText("Attachment URL", 3_000)(value);
    if (url === undefined || (/^(https?|ftp):\/\//i.test(url) && URL.canParse(url))) return url;
    throw new Error(
      `Attachment URL: expected a URL such as https://example.com/contract.pdf, got ${JSON.stringify(url.slice(0, 80))}.`,
    );
  },
});

const attachmentTitle = input({
  label: "Link Title",
  type: "string",
  placeholder: "Enter a title",
  comments: "The title of the link that Attachment URL makes. Maximum is 255 characters.",
  example: "Signed contract",
  clean: limitedText("Link Title", 255),
});

const attachedExample = {
  data: [
    {
      code: "SUCCESS",
      details: {
        Modified_Time: "2026-03-01T09:00:00+01:00",
        Modified_By: { name: "Patricia Boyle", id: "5725767000000411001" },
        Created_Time: "2026-03-01T09:00:00+01:00",
        id: "5725767000000530001",
        Created_By: { name: "Patricia Boyle", id: "5725767000000411001" },
      },
      message: "attachment uploaded successfully",
      status: "success",
    },
  ],
};

export const crmAddAttachment = crmAction({
  label: "CRM - Add Attachment",
  description: "Attaches a file, or a link to one, to a record.",
  inputs: {
    recordType: attachedModule,
    recordId,
    file,
    fileName,
    attachmentUrl,
    attachmentTitle,
    debugRequest,
  },
  call: addAttachment,
  writes: true,
  example: attachedExample,
});

export const crmDownloadAttachment = crmAction({
  label: "CRM - Download Attachment",
  description: "Downloads the file of an attachment of a record.",
  inputs: { recordType: viewableModule, recordId, attachmentId },
  call: downloadAttachment,
  example: aFile,
});

const attachmentsExample = {
  data: [
    {
      $editable: true,
      $field_states: null,
      $file_id: "2cceafa194d037b63f2181dd8186486f1eb0360aee76d802b6d376dea97e7",
      $link_url: null,
      $sharing_permission: "full_access",
      $state: "save",
      $type: "Attachment",
      $se_module: "Leads",
      File_Name: "contract.txt",
      Size: "11",
      Parent_Id: { name: "Ada Burns", id: "5725767000000524001" },
      Owner: owner,
      Created_By: owner,
      Created_Time: time,
      Modified_By: owner,
      Modified_Time: time,
      id: "5725767000000530001",
    },
  ],
  info: pageInfo,
};

export const crmGetAttachments = crmAction({
  label: "CRM - Get Attachments",
  description: "Returns the attachments of a record, files and links, one page or all of them.",
  inputs: { recordType: viewableModule, recordId, fields: attachmentFields, ...pagingInputs },
  call: getAttachments,
  example: attachmentsExample,
});

const attachmentRemovedExample = {
  data: [
    { code: "SUCCESS", details: { id: "5725767000000530001" }, message: "record deleted", status: "success" },
  ],
};

export const crmRemoveAttachment = crmAction({
  label: "CRM - Remove Attachment",
  description: "Deletes an attachment of a record.",
  inputs: { recordType: updatableModule, recordId, attachmentId },
  call: removeAttachment,
  writes: true,
  example: attachmentRemovedExample,
});
