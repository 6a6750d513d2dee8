import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { fieldFile } from "../../../inputs/crm/files";
import { fileName } from "../../../inputs/files";
import { fileUploadedExample } from "../../../outputs/crm/attachments";
import { writes } from "../../../outputs/output";
import { uploadFile } from "../../../zoho/crm/files/files";

export const crmUploadFile = action({
  display: {
    label: "CRM - Upload File",
    description: "Uploads a file, whose ID a file or image field or an email then takes.",
  },
  inputs: {
    connection,
    file: fieldFile,
    fileName,
  },
  perform: (context, { connection, ...input }) => onCrm(context, connection, (crm) => uploadFile(crm, input)),
  ...writes(fileUploadedExample),
});
