import { action } from "@prismatic-io/spectral";
import { fileFromCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { viewableModule } from "../../../inputs/modules";
import { recordId } from "../../../inputs/records";
import { downloads } from "../../../outputs/output";
import { downloadPhoto } from "../../../zoho/crm/files/photo";

export const crmDownloadPhoto = action({
  display: {
    label: "CRM - Download Photo",
    description: "Downloads the photo of a record.",
  },
  inputs: {
    connection,
    recordType: viewableModule,
    recordId,
  },
  perform: (context, { connection, ...input }) =>
    fileFromCrm(context, connection, (crm) => downloadPhoto(crm, input)),
  ...downloads,
});
