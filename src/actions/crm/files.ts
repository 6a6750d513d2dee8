import { input } from "@prismatic-io/spectral";
import { aFile, crmAction } from "../../define";
import { requiredText } from "../../inputs/cleaners";
import { file, fileName, requiredFile } from "../../inputs/files";
import { updatableModule, viewableModule } from "../../inputs/modules";
import { recordId } from "../../inputs/records";
import {
  downloadFile,
  downloadOrganizationPhoto,
  downloadPhoto,
  removePhoto,
  uploadFile,
  uploadOrganizationPhoto,
  uploadPhoto,
} from "../../zoho/crm/files/files";

const fieldFile = input({
  ...file,
  required: true,
  comments: "The file to upload: a file from an earlier step, or text. Maximum is 20 MB.",
  clean: requiredFile("File"),
});

const fileId = input({
  label: "File ID",
  type: "string",
  required: true,
  placeholder: "Enter a file ID",
  comments:
    "The ID of the file, as Upload File returns it and as File_Id__s of a file or image field holds it.",
  example: "2cceafa194d037b63f2181dd8186486f1eb0360aee76d802b6d376dea97e7",
  clean: requiredText("File ID"),
});

export const crmDownloadFile = crmAction({
  label: "CRM - Download File",
  description: "Downloads a file of a file or image field.",
  inputs: { fileId },
  call: downloadFile,
  example: aFile,
});

const fileUploadedExample = {
  data: [
    {
      code: "SUCCESS",
      details: {
        name: "contract.txt",
        id: "2cceafa194d037b63f2181dd8186486f1eb0360aee76d802b6d376dea97e7",
      },
      message: "contract.txt uploaded successfully",
      status: "success",
    },
  ],
};

export const crmUploadFile = crmAction({
  label: "CRM - Upload File",
  description: "Uploads a file, whose ID a file or image field then takes, or an email as an attachment.",
  inputs: { file: fieldFile, fileName },
  call: uploadFile,
  writes: true,
  example: fileUploadedExample,
});

const photo = input({
  ...file,
  required: true,
  comments: "The image: a file from an earlier step, in PNG, JPEG, GIF or BMP. Maximum is 10 MB.",
  clean: requiredFile("File"),
});

export const crmDownloadPhoto = crmAction({
  label: "CRM - Download Photo",
  description: "Downloads the photo of a record.",
  inputs: { recordType: viewableModule, recordId },
  call: downloadPhoto,
  example: aFile,
});

const photoRemovedExample = {
  code: "SUCCESS",
  details: {},
  message: "Photo deleted",
  status: "success",
};

export const crmRemovePhoto = crmAction({
  label: "CRM - Remove Photo",
  description: "Takes the photo off a record.",
  inputs: { recordType: updatableModule, recordId },
  call: removePhoto,
  writes: true,
  example: photoRemovedExample,
});

const photoUploadedExample = {
  code: "SUCCESS",
  details: {},
  message: "photo uploaded successfully",
  status: "success",
};

export const crmUploadPhoto = crmAction({
  label: "CRM - Upload Photo",
  description: "Sets the photo of a record, in place of one that is there.",
  inputs: { recordType: updatableModule, recordId, file: photo, fileName },
  call: uploadPhoto,
  writes: true,
  example: photoUploadedExample,
});

const logo = input({
  ...photo,
  comments: "The image: a file from an earlier step, in PNG, JPEG, GIF or BMP. Maximum is 1 MB.",
});

export const crmDownloadOrganizationPhoto = crmAction({
  label: "CRM - Download Organization Photo",
  description: "Downloads the picture of the organization.",
  inputs: {},
  call: downloadOrganizationPhoto,
  example: aFile,
});

export const crmUploadOrganizationPhoto = crmAction({
  label: "CRM - Upload Organization Photo",
  description: "Sets the picture of the organization, in place of one that is there.",
  inputs: { file: logo, fileName },
  call: uploadOrganizationPhoto,
  writes: true,
  example: photoUploadedExample,
});
