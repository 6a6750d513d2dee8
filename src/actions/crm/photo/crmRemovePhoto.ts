import { action } from "@prismatic-io/spectral";
import { onCrm } from "../../../client";
import { connection } from "../../../inputs/connection";
import { updatableModule } from "../../../inputs/modules";
import { recordId } from "../../../inputs/records";
import { photoRemovedExample } from "../../../outputs/crm/attachments";
import { writes } from "../../../outputs/output";
import { removePhoto } from "../../../zoho/crm/files/photo";

export const crmRemovePhoto = action({
  display: {
    label: "CRM - Remove Photo",
    description: "Takes the photo off a record.",
  },
  inputs: {
    connection,
    recordType: updatableModule,
    recordId,
  },
  perform: (context, { connection, ...input }) =>
    onCrm(context, connection, (crm) => removePhoto(crm, input)),
  ...writes(photoRemovedExample),
});
