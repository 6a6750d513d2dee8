import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { photo } from "../../../inputs/crm/files";
import { fileName } from "../../../inputs/files";
import { updatableModule } from "../../../inputs/modules";
import { recordId } from "../../../inputs/records";
import { photoUploadedExample } from "../../../outputs/crm/attachments";
import { writes } from "../../../outputs/output";
import { uploadPhoto } from "../../../zoho/crm/files/photo";

export const crmUploadPhoto = action({
  display: {
    label: "CRM - Upload Photo",
    description: "Sets the photo of a record, in place of one that is there.",
  },
  inputs: {
    connection,
    recordType: updatableModule,
    recordId,
    file: photo,
    fileName,
  },
  perform: (context, { connection, ...input }) =>
    onCrm(context, connection, (crm) => uploadPhoto(crm, input)),
  ...writes(photoUploadedExample),
});
