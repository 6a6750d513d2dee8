import { action } from "@prismatic-io/spectral";
import { fileFromCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { fileId } from "../../../inputs/crm/files";
import { downloads } from "../../../outputs/output";
import { downloadFile } from "../../../zoho/crm/files/files";

export const crmDownloadFile = action({
  display: {
    label: "CRM - Download File",
    description: "Downloads a file of a file or image field.",
  },
  inputs: {
    connection,
    fileId,
  },
  perform: (context, { connection, ...input }) =>
    fileFromCrm(context, connection, (crm) => downloadFile(crm, input)),
  ...downloads,
});
